import type { SampleTexts } from '../../../locales/sample-texts.ts'
import type { Audience } from '../../../model/document/audience.ts'
import type { Action, Block, Event, Finding } from '../../../model/document/block.ts'
import type { Lane } from '../../../model/document/entry.ts'
import { ordersBetween } from '../../../model/document/order.ts'
import type { Flow, List, ListItem, Paragraph } from '../../../model/document/prose.ts'
import type { Section, SectionKind } from '../../../model/document/section.ts'
import type { UnitText } from '../../../model/document/text.ts'
import { factId, textOf } from './text.ts'

type WithoutOrder<T> = T extends unknown ? Omit<T, 'order'> : never
/** A block before its section gave it a place. */
export type BlockDraft = WithoutOrder<Block>
export type SectionDraft = WithoutOrder<Section>

/** The id of anything in the sample by its key. Keys stay as they are, because translations hang on the ids. */
export const idOf = (key: string): string => `sample.${key}`

/** Makes the parts of the sample from the texts of its source language. Every method takes the key of a text first. */
export class Draft {
  readonly #texts: SampleTexts
  constructor(texts: SampleTexts) {
    this.#texts = texts
  }

  text(key: string): UnitText {
    const text = this.#texts[key]
    if (text === undefined) throw new Error(`The sample has no text ${key}`)
    return { id: idOf(key), content: textOf(text) }
  }

  /** What the authors noted for themselves about a part, or nothing. */
  note(key: string): string {
    return this.#texts[`note.${key}`] ?? ''
  }

  paragraph(key: string): Paragraph {
    const { id, content } = this.text(key)
    return { type: 'paragraph', data: { id }, children: content }
  }

  list(keys: readonly (string | ListItem)[], ordered = false): List {
    return {
      type: 'list',
      ordered,
      children: keys.map((key) => (typeof key === 'string' ? this.item(key) : key)),
    }
  }

  item(key: string, ...rest: readonly Flow[]): ListItem {
    return { type: 'listItem', children: [this.paragraph(key), ...rest] }
  }

  /** A block of prose that is one text and therefore has its id. */
  prose(key: string, audience: Audience = 'public'): BlockDraft {
    return { id: idOf(key), audience, kind: 'prose', node: this.paragraph(key) }
  }

  heading(key: string): BlockDraft {
    const { data, children } = this.paragraph(key)
    const node = { type: 'heading', depth: 1, data, children } as const
    return { id: idOf(key), audience: 'public', kind: 'prose', node }
  }

  /** A list, a quote, a table or code, which has an id of its own. */
  block(key: string, node: Flow): BlockDraft {
    return { id: idOf(key), audience: 'public', kind: 'prose', node }
  }

  event(key: string, lane: Lane, when: NonNullable<Event['when']>): BlockDraft {
    return { ...entry(key), kind: 'event', text: this.text(key), when, lane }
  }

  measure(key: string, potential: string, confirmed: string): BlockDraft {
    return {
      ...entry(key),
      kind: 'measure',
      label: this.text(key),
      potential: factId(potential),
      confirmed: factId(confirmed),
    }
  }

  finding(key: string, rest: Pick<Finding, 'outcome' | 'confidence'>): BlockDraft {
    const [evidence, replaces] = [this.note(`${key}.evidence`), this.note(`${key}.replaces`)]
    return {
      ...entry(key),
      kind: 'finding',
      statement: this.text(key),
      evidence,
      replaces,
      ...rest,
    }
  }

  lesson(key: string): BlockDraft {
    return { ...entry(key), kind: 'lesson', text: this.text(key) }
  }

  action(
    key: string,
    workstream: string,
    rest: Pick<Action, 'commitment' | 'horizon' | 'due' | 'ticket'>,
  ): BlockDraft {
    return {
      ...entry(key),
      kind: 'action',
      text: this.text(key),
      workstream: streamId(workstream),
      owner: this.note(`${key}.owner`),
      ...rest,
    }
  }

  question(key: string): BlockDraft {
    const [question, answer] = [this.text(key), this.text(`${key}.answer`)]
    return { ...entry(key), kind: 'question', question, answer }
  }

  section(key: string, kind: SectionKind, blocks: readonly BlockDraft[]): SectionDraft {
    const orders = ordersBetween(null, null, blocks.length)
    return {
      id: idOf(key),
      kind,
      audience: 'public',
      heading: this.text(`${key}.heading`),
      blocks: blocks.map((block, index): Block => ({ ...block, order: orders[index]! })),
    }
  }
}

export const streamId = (key: string): string => `${idOf(key)}.stream`

const entry = (key: string) => ({ id: `${idOf(key)}.entry`, audience: 'public' as const })
