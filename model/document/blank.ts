import { newId } from './identifier.ts'
import type { Asset } from '../image/image.ts'
import type { Block, EntryOf, Figure, Footnote } from './block.ts'
import type { EntryKind } from './entry.ts'
import { DOCUMENT_VERSION, type Postmortem } from './postmortem.ts'
import type { SectionHead, SectionKind } from './section.ts'
import type { Content, UnitText } from './text.ts'

/** A text with a new id. */
export const unitText = (content: Content | string = []): UnitText => ({
  id: newId(),
  content:
    typeof content !== 'string'
      ? content
      : content === ''
        ? []
        : [{ type: 'text', value: content }],
})

export function blankPostmortem(sourceLocale: string, title: Content | string): Postmortem {
  return {
    version: DOCUMENT_VERSION,
    id: newId(),
    sourceLocale,
    locales: [],
    title: unitText(title),
    metadata: {
      organisation: '',
      reference: '',
      authors: [],
      contact: '',
      slug: '',
      incidentOn: null,
      publishedOn: null,
      updatedOn: null,
    },
    workstreams: [],
    sections: [],
    facts: [],
  }
}

export const blankSection = (
  kind: SectionKind,
  order: string,
  heading: Content | string = [],
): SectionHead => ({
  id: newId(),
  order,
  kind,
  audience: 'public',
  heading: unitText(heading),
})

export function paragraphBlock(order: string, content: Content | string = []): Block {
  const { id, content: children } = unitText(content)
  return {
    id,
    order,
    audience: 'public',
    kind: 'prose',
    node: { type: 'paragraph', data: { id }, children },
  }
}

/** An entry that claims nothing yet: texts empty, attributes not stated. */
export function blankEntry<K extends EntryKind>(kind: K, order: string): EntryOf<K>
export function blankEntry(kind: EntryKind, order: string): EntryOf<EntryKind> {
  const envelope = { id: newId(), order, audience: 'public' as const }
  switch (kind) {
    case 'finding':
      return {
        ...envelope,
        kind,
        statement: unitText(),
        outcome: null,
        confidence: null,
        evidence: '',
        replaces: '',
      }
    case 'lesson':
      return { ...envelope, kind, text: unitText() }
    case 'action':
      return {
        ...envelope,
        kind,
        text: unitText(),
        workstream: null,
        commitment: null,
        horizon: null,
        due: null,
        owner: '',
        ticket: '',
      }
    case 'event':
      return { ...envelope, kind, text: unitText(), when: null }
    case 'measure':
      return { ...envelope, kind, label: unitText(), potential: null, confirmed: null }
    case 'question':
      return { ...envelope, kind, question: unitText(), answer: unitText() }
  }
}

/** A figure whose image nobody has described yet. */
export const blankFigure = (
  { id: asset, width, height }: Pick<Asset, 'id' | 'width' | 'height'>,
  order: string,
): Figure => ({
  id: newId(),
  order,
  audience: 'public',
  kind: 'figure',
  asset,
  width,
  height,
  alt: unitText(),
  caption: unitText(),
})

/** The note of a reference: it has the id that the reference names. */
export const footnote = (id: string, order = 'a0', content: Content = []): Footnote => ({
  id,
  order,
  audience: 'public',
  kind: 'footnote',
  text: unitText(content),
})
