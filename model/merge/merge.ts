import type { Block } from '../document/block.ts'
import type { Change } from '../document/change.ts'
import { equal } from '../document/equal.ts'
import type { Metadata } from '../document/postmortem.ts'
import { apply, headOf, sectionOfBlock, type DocumentState } from '../document/state.ts'
import type { Content } from '../document/text.ts'
import type { Translation } from '../document/translation.ts'
import { changesTo } from '../history/changes.ts'
import { mapBlock } from '../units/unit.ts'
import { mergeBlock, mergeText, texts, textsOfBlock, type Manner } from './block.ts'
import { mergeFields, mergeSet, type Merged, type Prefer } from './fields.ts'
import { placedApart } from './order.ts'
import { withoutTwins } from './twins.ts'

export interface MergedState {
  readonly state: DocumentState
  /** Words of one side could not stay, because the other put its own in their place. */
  readonly lost: boolean
}

interface Placed {
  readonly section: string
  readonly block: Block
}

const placed = ({ document }: DocumentState, id: string): Placed | undefined => {
  const section = sectionOfBlock(document, id)
  const block = section?.blocks.find((one) => one.id === id)
  return section && block && { section: section.id, block }
}

const find = <T extends { readonly id: string }>(rows: readonly T[], id: string): T | undefined =>
  rows.find((row) => row.id === id)

/** Is there more to it than another place among its neighbours? */
const isEdit = (origin: object, now: object): boolean =>
  !equal({ ...origin, order: '' }, { ...now, order: '' })

class Merging {
  now: DocumentState
  lost = false
  private readonly origin: DocumentState
  private readonly ours: DocumentState
  private readonly theirs: DocumentState
  private readonly manner: Manner
  /** Texts that stand elsewhere on one side than on the other: what was there, and what the side `by` wrote in it. */
  private readonly strays = new Map<string, { was: Content; wrote: Content; by: Prefer }>()

  constructor(origin: DocumentState, ours: DocumentState, theirs: DocumentState, prefer: Prefer) {
    this.origin = origin
    this.ours = ours
    this.theirs = theirs
    this.now = theirs
    this.manner = { prefer, locale: origin.document.sourceLocale }
  }

  private do(change: Change): void {
    this.now = apply(this.now, this.apart(change))
  }

  private apart(change: Change): Change {
    const { sections, workstreams } = this.now.document
    switch (change.type) {
      case 'section.put':
        return { ...change, section: placedApart(change.section, sections) }
      case 'block.put': {
        const blocks = find(sections, change.section)?.blocks ?? []
        return { ...change, block: placedApart(change.block, blocks) }
      }
      case 'workstream.put':
        return { ...change, workstream: placedApart(change.workstream, workstreams) }
      default:
        return change
    }
  }

  private took<T>({ value, lost }: Merged<T>): T {
    this.lost ||= lost
    return value
  }

  change(change: Change): void {
    switch (change.type) {
      case 'title.put': {
        const [o, a, b] = this.documents.map(({ title }) => title.content)
        return this.do({ ...change, content: this.took(mergeText(o!, a!, b!, this.manner)) })
      }
      case 'metadata.put':
        return this.do({ ...change, metadata: this.metadata() })
      case 'locales.put': {
        const [o, a, b] = this.documents.map(({ locales }) => locales)
        const merged = mergeSet(o!, a!, b!, (tag) => tag, this.manner.prefer)
        return this.do({ ...change, locales: this.took(merged) })
      }
      case 'section.put':
        return this.putSection(change.section.id)
      case 'section.remove':
        return this.removeSection(change.section)
      case 'block.put':
        return this.putBlock(change.block.id)
      case 'block.remove':
        return this.removeBlock(change.block)
      case 'workstream.put': {
        const [o, a, b] = this.documents.map((one) => find(one.workstreams, change.workstream.id))
        if (o && !b && !isEdit(o, a!)) return
        if (!o || !b) return this.do(change)
        const merged = mergeFields(o, a!, b, this.manner.prefer, texts(this.manner))
        return this.do({ ...change, workstream: this.took(merged) })
      }
      case 'workstream.remove': {
        const [o, , b] = this.documents.map((one) => find(one.workstreams, change.workstream))
        if (b && o && !isEdit(o, b) && !this.isNamed(change.workstream)) this.do(change)
        return
      }
      case 'fact.put': {
        const [o, a, b] = this.documents.map((one) => find(one.facts, change.fact.id))
        if (!o || !b) return this.do(change)
        return this.do({ ...change, fact: this.took(mergeFields(o, a!, b, this.manner.prefer)) })
      }
      case 'fact.remove': {
        const [o, , b] = this.documents.map((one) => find(one.facts, change.fact))
        if (b && o && equal(o, b) && !this.isNamed(change.fact)) this.do(change)
        return
      }
      case 'translation.put':
        return this.putTranslation(change.translation)
      case 'comment.put': {
        const { id } = change.comment
        const [o, a, b] = this.states.map(({ comments }) => comments?.get(id))
        if (!o || !b) return this.do(change)
        return this.do({ ...change, comment: mergeFields(o, a!, b, this.manner.prefer).value })
      }
      case 'comment.remove': {
        const [o, , b] = this.states.map(({ comments }) => comments?.get(change.comment))
        if (b && equal(o, b)) this.do(change)
        return
      }
      case 'translation.remove': {
        const [o, , b] = this.states.map(({ translations }) =>
          translations.get(change.locale)?.get(change.unit),
        )
        if (b && o && equal(o, b)) this.do(change)
      }
    }
  }

  private get states(): readonly DocumentState[] {
    return [this.origin, this.ours, this.theirs]
  }

  private get documents() {
    return this.states.map(({ document }) => document)
  }

  /** Does something that they wrote refer to it? Then it may not go. */
  private isNamed(id: string): boolean {
    return this.theirs.document.sections.some((section) =>
      section.blocks.some((block) => {
        const was = placed(this.origin, block.id)?.block
        return was !== block && !equal(was, block) && JSON.stringify(block).includes(`"${id}"`)
      }),
    )
  }

  private metadata(): Metadata {
    const [o, a, b] = this.documents.map(({ metadata }) => metadata)
    const { prefer } = this.manner
    const merged = mergeFields(o!, a!, b!, prefer, (field, [was, our, their]) => {
      if (field !== 'answers') return null
      const list = (value: unknown) => (value ?? []) as NonNullable<Metadata['answers']>
      const answers = mergeSet(
        list(was),
        list(our),
        list(their),
        ({ question }) => question,
        prefer,
      )
      return answers.value.length === 0 ? { ...answers, value: undefined } : answers
    })
    return this.took(merged)
  }

  /** Brings a section back that they removed while we wrote in it. */
  private needSection(id: string): void {
    if (find(this.now.document.sections, id)) return
    const section = find(this.ours.document.sections, id)
    if (section) this.do({ type: 'section.put', section: headOf(section) })
  }

  private putSection(id: string): void {
    const [o, a, b] = this.documents.map((one) => {
      const section = find(one.sections, id)
      return section && headOf(section)
    })
    if (o && !b) {
      // They took it away. What we wrote in it comes back with it; another place in the order is no writing.
      if (!isEdit(o, a!)) return
      this.do({ type: 'section.put', section: a! })
      for (const block of find(this.ours.document.sections, id)!.blocks)
        if (!placed(this.now, block.id)) this.do({ type: 'block.put', section: id, block })
      return
    }
    const section = b
      ? this.took(mergeFields(o ?? b, a!, b, this.manner.prefer, texts(this.manner)))
      : a!
    this.do({ type: 'section.put', section })
  }

  private removeSection(id: string): void {
    const [o, , b] = this.documents.map((one) => find(one.sections, id))
    if (!o || !b) return
    // What they wrote in it has kept its blocks here, or changed its heading.
    const here = find(this.now.document.sections, id)
    if (isEdit(headOf(o), headOf(b)) || (here && here.blocks.length > 0)) return
    this.do({ type: 'section.remove', section: id })
  }

  private putBlock(id: string): void {
    const [o, a, b] = this.states.map((one) => placed(one, id))
    const ours = a!
    if (o && !b) {
      if (!isEdit(o.block, ours.block)) return
      if (this.follow(o.block, ours.block, 'ours')) return
      this.needSection(ours.section)
      return this.do({ type: 'block.put', section: ours.section, block: ours.block })
    }
    if (!b) {
      this.needSection(ours.section)
      return this.do({ type: 'block.put', section: ours.section, block: ours.block })
    }
    const origin = o ?? b
    const block = this.took(mergeBlock(origin.block, ours.block, b.block, this.manner))
    const moved = ours.section !== origin.section || ours.block.order !== origin.block.order
    const place = moved ? ours : b
    if (moved) this.needSection(place.section)
    this.do({
      type: 'block.put',
      section: place.section,
      block: { ...block, order: place.block.order },
    })
  }

  private removeBlock(id: string): void {
    const [o, , b] = this.states.map((one) => placed(one, id))
    if (!o || !b) return
    if (isEdit(o.block, b.block) && !this.follow(o.block, b.block, 'theirs')) return
    this.do({ type: 'block.remove', block: id })
  }

  /**
   * A block that one side took apart, as a paragraph becomes an item of a list, and in which the other wrote: the words
   * go where the texts went. False: its texts are nowhere, so the block itself has to stay.
   */
  private follow(origin: Block, written: Block, by: Prefer): boolean {
    const elsewhere = by === 'ours' ? this.theirs : this.ours
    const was = textsOfBlock(origin)
    const wrote = textsOfBlock(written)
    const there = new Set(
      elsewhere.document.sections.flatMap(({ blocks }) =>
        blocks.flatMap((block) => [...textsOfBlock(block).keys()]),
      ),
    )
    if (was.size === 0 || [...wrote.keys()].some((unit) => !there.has(unit))) return false
    for (const [unit, content] of wrote) {
      const before = was.get(unit)
      if (before && !equal(before, content))
        this.strays.set(unit, { was: before, wrote: content, by })
    }
    return true
  }

  private putTranslation(ours: Translation): void {
    const [o, , b] = this.states.map(({ translations }) =>
      translations.get(ours.locale)?.get(ours.unit),
    )
    if (!b || equal(o, b)) return this.do({ type: 'translation.put', translation: ours })
    const was = o ?? { ...b, content: [] }
    const both = !equal(was.content, ours.content) && !equal(was.content, b.content)
    const manner = { ...this.manner, locale: ours.locale }
    const content = this.took(mergeText(was.content, ours.content, b.content, manner))
    const fields = mergeFields(was, ours, b, this.manner.prefer, (field) =>
      field === 'content' ? { value: content, lost: false } : null,
    ).value
    // Words of two people that nobody has read together are a draft.
    const mixed = both && !equal(content, ours.content) && !equal(content, b.content)
    const merged: Translation = {
      ...fields,
      ...(mixed ? { state: 'draft' } : {}),
      changedAt: ours.changedAt > b.changedAt ? ours.changedAt : b.changedAt,
    }
    this.do({ type: 'translation.put', translation: merged })
  }

  finish(): MergedState {
    for (const section of this.strays.size > 0 ? this.now.document.sections : [])
      for (const block of section.blocks) {
        if (![...textsOfBlock(block).keys()].some((unit) => this.strays.has(unit))) continue
        const next = mapBlock(block, (unit, content) => {
          const stray = this.strays.get(unit)
          if (!stray) return content
          const [a, b] = stray.by === 'ours' ? [stray.wrote, content] : [content, stray.wrote]
          return this.took(mergeText(stray.was, a, b, this.manner))
        })
        this.do({ type: 'block.put', section: section.id, block: next })
      }
    return { state: withoutTwins(this.now, this.theirs), lost: this.lost }
  }
}

/**
 * What `ours` made of `origin`, done to `theirs`. Rows that one side alone changed are as that side has them; in those
 * of both, fields and words are taken one by one. Writing outlives deleting. Where both wrote in one place, `prefer`
 * stays and `lost` says so. No unit stands in two places.
 */
export function merge(
  origin: DocumentState,
  ours: DocumentState,
  theirs: DocumentState,
  prefer: Prefer,
): MergedState {
  if (ours === origin) return { state: theirs, lost: false }
  if (theirs === origin) return { state: ours, lost: false }
  const merging = new Merging(origin, ours, theirs, prefer)
  for (const change of changesTo(origin, ours)) merging.change(change)
  return merging.finish()
}
