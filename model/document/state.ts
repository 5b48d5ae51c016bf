import { batch } from './batch.ts'
import type { Change } from './change.ts'
import type { Block } from './block.ts'
import type { Comment } from './comment.ts'
import { byOrder } from './order.ts'
import type { Postmortem } from './postmortem.ts'
import { rowOf } from './row.ts'
import type { Section, SectionHead } from './section.ts'
import type { Translation } from './translation.ts'

/** Translations by locale, then by unit. */
export type Translations = ReadonlyMap<string, ReadonlyMap<string, Translation>>

export type Comments = ReadonlyMap<string, Comment>

/** A postmortem with everything that hangs on it, as the window holds it. Immutable: a change makes a new one. */
export interface DocumentState {
  readonly document: Postmortem
  readonly translations: Translations
  /** What is said about its units, by id. Left out where only the document is looked at, as in a version. */
  readonly comments?: Comments
}

interface Row {
  readonly id: string
  readonly order: string
}

/** The list with `row` in its place by order, replacing the row of the same id. Shares what did not change. */
function put<T extends Row>(rows: readonly T[], row: T): T[] {
  const at = rows.findIndex((other) => other.id === row.id)
  const old = rows[at]
  if (old !== undefined && old.order === row.order) return rows.with(at, row)
  const rest = old === undefined ? [...rows] : rows.toSpliced(at, 1)
  const next = rest.findIndex((other) => byOrder(row, other) < 0)
  return rest.toSpliced(next === -1 ? rest.length : next, 0, row)
}

const without = <T extends { readonly id: string }>(rows: readonly T[], id: string): T[] =>
  rows.filter((row) => row.id !== id)

export const headOf = ({ id, order, kind, audience, heading }: Section): SectionHead => ({
  id,
  order,
  kind,
  audience,
  heading,
})

const indexes = new WeakMap<Section, ReadonlyMap<string, Block>>()

/** The blocks of a section by id. Made once a section: hundreds of entries on screen ask for theirs at every key. */
function blocksOf(section: Section): ReadonlyMap<string, Block> {
  let index = indexes.get(section)
  if (index === undefined) {
    index = new Map(section.blocks.map((block) => [block.id, block]))
    indexes.set(section, index)
  }
  return index
}

export function sectionOfBlock(document: Postmortem, block: string): Section | undefined {
  return document.sections.find((section) => blocksOf(section).has(block))
}

export function findBlock(document: Postmortem, id: string): Block | undefined {
  for (const section of document.sections) {
    const block = blocksOf(section).get(id)
    if (block !== undefined) return block
  }
  return undefined
}

const withSection = (document: Postmortem, section: Section): Postmortem => ({
  ...document,
  sections: document.sections.map((other) => (other.id === section.id ? section : other)),
})

function withoutBlock(document: Postmortem, id: string): Postmortem {
  const section = sectionOfBlock(document, id)
  return section === undefined
    ? document
    : withSection(document, { ...section, blocks: without(section.blocks, id) })
}

function putTranslation(all: Translations, translation: Translation): Translations {
  const ofLocale = new Map(all.get(translation.locale))
  ofLocale.set(translation.unit, translation)
  return new Map(all).set(translation.locale, ofLocale)
}

function removeTranslation(all: Translations, locale: string, unit: string): Translations {
  const ofLocale = new Map(all.get(locale))
  ofLocale.delete(unit)
  return new Map(all).set(locale, ofLocale)
}

/** The state after one change. A change about something that is not there (any more) changes nothing. */
export function apply(state: DocumentState, change: Change): DocumentState {
  const { document } = state
  switch (change.type) {
    case 'title.put':
      return {
        ...state,
        document: { ...document, title: { ...document.title, content: change.content } },
      }
    case 'metadata.put':
      return { ...state, document: { ...document, metadata: change.metadata } }
    case 'locales.put':
      return { ...state, document: { ...document, locales: change.locales } }
    case 'section.put': {
      const old = document.sections.find(({ id }) => id === change.section.id)
      const section = { ...change.section, blocks: old?.blocks ?? [] }
      return { ...state, document: { ...document, sections: put(document.sections, section) } }
    }
    case 'section.remove':
      return {
        ...state,
        document: { ...document, sections: without(document.sections, change.section) },
      }
    case 'block.put': {
      const target = document.sections.find(({ id }) => id === change.section)
      if (target === undefined) return state
      const old = sectionOfBlock(document, change.block.id)
      const cleared =
        old && old.id !== target.id ? withoutBlock(document, change.block.id) : document
      return {
        ...state,
        document: withSection(cleared, { ...target, blocks: put(target.blocks, change.block) }),
      }
    }
    case 'block.remove':
      return { ...state, document: withoutBlock(document, change.block) }
    case 'workstream.put':
      return {
        ...state,
        document: { ...document, workstreams: put(document.workstreams, change.workstream) },
      }
    case 'workstream.remove':
      return {
        ...state,
        document: { ...document, workstreams: without(document.workstreams, change.workstream) },
      }
    case 'fact.put': {
      const at = document.facts.findIndex(({ id }) => id === change.fact.id)
      const facts =
        at === -1 ? [...document.facts, change.fact] : document.facts.with(at, change.fact)
      return { ...state, document: { ...document, facts } }
    }
    case 'fact.remove':
      return { ...state, document: { ...document, facts: without(document.facts, change.fact) } }
    case 'translation.put':
      return { ...state, translations: putTranslation(state.translations, change.translation) }
    case 'translation.remove':
      return {
        ...state,
        translations: removeTranslation(state.translations, change.locale, change.unit),
      }
    case 'comment.put':
      return {
        ...state,
        comments: new Map(state.comments).set(change.comment.id, change.comment),
      }
    case 'comment.remove': {
      const comments = new Map(state.comments)
      comments.delete(change.comment)
      return { ...state, comments }
    }
  }
}

/** The state after changes, one after another. */
export function applyAll(state: DocumentState, changes: readonly Change[]): DocumentState {
  let now = state
  let at = 0
  while (at < changes.length) {
    const made = batch(now, changes, at)
    now = made?.state ?? apply(now, changes[at]!)
    at += made?.count ?? 1
  }
  return now
}

/** The changes that take the state after `change` back to `state`. */
export function inverse(state: DocumentState, change: Change): Change[] {
  const { document } = state
  switch (change.type) {
    case 'title.put':
      return [{ type: 'title.put', content: document.title.content }]
    case 'metadata.put':
      return [{ type: 'metadata.put', metadata: document.metadata }]
    case 'locales.put':
      return [{ type: 'locales.put', locales: document.locales }]
    case 'section.put':
    case 'section.remove': {
      const id = change.type === 'section.put' ? change.section.id : change.section
      const old = document.sections.find((section) => section.id === id)
      if (old === undefined)
        return change.type === 'section.put' ? [{ type: 'section.remove', section: id }] : []
      const head: Change = { type: 'section.put', section: headOf(old) }
      if (change.type === 'section.put') return [head]
      return [
        head,
        ...old.blocks.map((block): Change => ({ type: 'block.put', section: id, block })),
      ]
    }
    case 'block.put':
    case 'block.remove': {
      const id = change.type === 'block.put' ? change.block.id : change.block
      const section = sectionOfBlock(document, id)
      const old = section?.blocks.find((block) => block.id === id)
      if (section && old) return [{ type: 'block.put', section: section.id, block: old }]
      return change.type === 'block.put' ? [{ type: 'block.remove', block: id }] : []
    }
    case 'workstream.put':
    case 'workstream.remove': {
      const id = change.type === 'workstream.put' ? change.workstream.id : change.workstream
      const old = document.workstreams.find((workstream) => workstream.id === id)
      if (old) return [{ type: 'workstream.put', workstream: old }]
      return change.type === 'workstream.put' ? [{ type: 'workstream.remove', workstream: id }] : []
    }
    case 'fact.put':
    case 'fact.remove': {
      const id = change.type === 'fact.put' ? change.fact.id : change.fact
      const old = document.facts.find((fact) => fact.id === id)
      if (old) return [{ type: 'fact.put', fact: old }]
      return change.type === 'fact.put' ? [{ type: 'fact.remove', fact: id }] : []
    }
    case 'translation.put':
    case 'translation.remove': {
      const { unit, locale } = change.type === 'translation.put' ? change.translation : change
      const old = state.translations.get(locale)?.get(unit)
      if (old) return [{ type: 'translation.put', translation: old }]
      return change.type === 'translation.put' ? [{ type: 'translation.remove', unit, locale }] : []
    }
    case 'comment.put':
    case 'comment.remove': {
      const id = change.type === 'comment.put' ? change.comment.id : change.comment
      const old = state.comments?.get(id)
      if (old) return [{ type: 'comment.put', comment: old }]
      return change.type === 'comment.put' ? [{ type: 'comment.remove', comment: id }] : []
    }
  }
}

/** The changes that undo `changes` made to `state`, in the order in which they must be applied. */
export function inverseAll(state: DocumentState, changes: readonly Change[]): Change[] {
  const undo: Change[][] = []
  let now = state
  /** Made together: of different rows, so that what each takes back does not hang on the others. */
  let together: Change[] = []
  const rows = new Set<string>()
  const make = (): void => {
    now = applyAll(now, together)
    together = []
    rows.clear()
  }
  for (const change of changes) {
    // A section takes its blocks along.
    const alone = change.type === 'section.remove' || change.type === 'section.put'
    if (alone || rows.has(rowOf(change))) make()
    undo.push(inverse(now, change))
    together.push(change)
    rows.add(rowOf(change))
    if (alone) make()
  }
  return undo.toReversed().flat()
}

/** A document and its translations as they come from the library. */
export function stateOf(
  document: Postmortem,
  translations: readonly Translation[],
  comments?: readonly Comment[],
): DocumentState {
  const ofLocale = new Map<string, Map<string, Translation>>()
  for (const translation of translations) {
    const units = ofLocale.get(translation.locale) ?? new Map<string, Translation>()
    ofLocale.set(translation.locale, units.set(translation.unit, translation))
  }
  const state = { document, translations: ofLocale }
  return comments === undefined
    ? state
    : { ...state, comments: new Map(comments.map((comment) => [comment.id, comment])) }
}
