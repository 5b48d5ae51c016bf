import {
  blankEntry,
  blankSection,
  footnote,
  paragraphBlock,
  unitText,
} from '../../../model/document/blank.ts'
import type { Block } from '../../../model/document/block.ts'
import type { Change } from '../../../model/document/change.ts'
import type { Fact } from '../../../model/document/fact.ts'
import { newId } from '../../../model/document/identifier.ts'
import { ordersBetween } from '../../../model/document/order.ts'
import type { SectionKind } from '../../../model/document/section.ts'
import type { Content } from '../../../model/document/text.ts'
import type { TimeValue } from '../../../model/document/time.ts'
import { contentHash } from '../../../model/units/hash.ts'
import { unitsOfBlock } from '../../../model/units/unit.ts'
import type { TestApp } from '../../ui/app.ts'
import { textOf } from '../editor/text.ts'

/** Of every twenty entries so many are of each kind: the timeline of a long incident is most of its account. */
const SHARES = { event: 12, finding: 3, action: 2, lesson: 1, measure: 1, question: 1 } as const
const LOCALES = ['nl', 'de', 'ja']
const STREAMS = 4
/** A note in every so many paragraphs, and a fact in every so many. */
const NOTE = 40
const FACT = 10

type Kind = keyof typeof SHARES
const SECTION: Readonly<Record<Kind, SectionKind>> = {
  event: 'timeline',
  finding: 'findings',
  action: 'actions',
  lesson: 'lessons',
  measure: 'impact',
  question: 'questions',
}

const number = (value: number, at: number): Fact => ({
  id: newId(),
  name: `Number ${at}`,
  value: { kind: 'number', value: String(value), unit: null, currency: null },
  bound: 'exactly',
  status: at % 2 === 0 ? 'confirmed' : 'potential',
  audience: 'public',
  evidence: 'Counted in the logs.',
  replaces: null,
})

/** Moments some minutes apart, every seventh a period that goes on over the next. */
function timeOf(at: number): TimeValue {
  const iso = (minute: number): string =>
    `${new Date(Date.UTC(2026, 2, 1) + minute * 60_000).toISOString().slice(0, 16)}Z`
  const minute = at * 17 + (at % 50 === 0 ? at * 40 : 0)
  return at % 7 === 3
    ? { kind: 'span', of: 'instant', start: iso(minute), end: iso(minute + 40), zone: 'UTC' }
    : { kind: 'instant', at: iso(minute), zone: 'UTC' }
}

interface Made {
  readonly facts: readonly Fact[]
  readonly streams: readonly string[]
  readonly findings: string[]
  readonly actions: string[]
}

function entry(kind: Kind, order: string, at: number, says: string, made: Made): Block {
  const text = unitText(says)
  switch (kind) {
    case 'event':
      return { ...blankEntry(kind, order), text, when: timeOf(at) }
    case 'finding':
      return {
        ...blankEntry(kind, order),
        statement: text,
        outcome: 'happened',
        confidence: 'confirmed',
        evidence: 'Seen in the logs of the relay.',
      }
    case 'action':
      return {
        ...blankEntry(kind, order),
        text,
        workstream: made.streams[Math.floor(at / 10) % STREAMS] ?? null,
        commitment: 'started',
        horizon: 'short-term',
        due: '2026-04-01',
        owner: 'Network',
        ticket: `NET-${at}`,
      }
    case 'lesson':
      return {
        ...blankEntry(kind, order),
        text,
        links: [made.findings[at], made.actions[at]].flatMap((id) => id ?? []),
      }
    case 'measure':
      return {
        ...blankEntry(kind, order),
        label: text,
        potential: made.facts[0]?.id ?? null,
        confirmed: made.facts[1]?.id ?? null,
      }
    case 'question':
      return { ...blankEntry(kind, order), question: text, answer: unitText(says) }
  }
}

/** What a translator would have done by half: every second text, as a copy with a mark. */
function* translationsOf(section: string, blocks: readonly Block[]): Generator<Change> {
  let at = 0
  for (const block of blocks)
    for (const { id, content } of unitsOfBlock(section, block))
      if (at++ % 2 === 0)
        for (const locale of LOCALES)
          yield {
            type: 'translation.put',
            translation: {
              unit: id,
              locale,
              content: [{ type: 'text', value: `${locale}: ` }, ...content],
              state: 'translated',
              origin: 'human',
              sourceHash: contentHash(content),
              changedAt: '2026-03-09T10:00:00.000Z',
            },
          }
}

/**
 * A postmortem as a long incident leaves it: so many words of prose with facts and notes, so many entries of all kinds,
 * and three other languages that are half translated. Returns its id.
 */
export async function makeAccount(app: TestApp, words: number, entries: number): Promise<string> {
  const { id } = await app.ask('postmortem.create', {
    title: 'A long night',
    locale: 'en',
    template: 'blank',
  })
  const { revision, document } = await app.ask('postmortem.open', { id })
  const facts = Array.from({ length: Math.ceil(words / 1000) + 2 }, (_, at) => number(900 - at, at))
  const streams = Array.from({ length: STREAMS }, newId)
  const made: Made = { facts, streams, findings: [], actions: [] }
  const changes: Change[] = [
    { type: 'metadata.put', metadata: { ...document.metadata, zone: 'UTC' } },
    { type: 'locales.put', locales: LOCALES },
    ...document.sections.map((section): Change => ({
      type: 'section.remove',
      section: section.id,
    })),
    ...facts.map((fact): Change => ({ type: 'fact.put', fact })),
    ...ordersBetween(null, null, STREAMS).map((order, at): Change => ({
      type: 'workstream.put',
      workstream: { id: streams[at]!, order, name: unitText(`Workstream ${at + 1}`) },
    })),
  ]
  const parts = textOf(words)
  const kinds = Object.keys(SHARES) as Kind[]
  const orders = ordersBetween(null, null, parts.length + kinds.length)
  const put = (kind: SectionKind, heading: string, blocks: readonly Block[]): void => {
    const section = blankSection(kind, orders.shift()!, heading)
    changes.push(
      { type: 'section.put', section },
      ...blocks.map((block): Change => ({ type: 'block.put', section: section.id, block })),
      ...translationsOf(section.id, blocks),
    )
  }
  let paragraph = 0
  const prose = ({ heading, paragraphs }: (typeof parts)[number]): void => {
    const notes: string[] = []
    const within = ordersBetween(null, null, paragraphs.length * 2)
    const blocks = paragraphs.map((says, at) => {
      paragraph += 1
      const content: Content[number][] = [{ type: 'text', value: says }]
      if (paragraph % FACT === 0)
        content.push(
          { type: 'text', value: ' Affected: ' },
          { type: 'fact', fact: facts[paragraph % facts.length]!.id, form: 'long' },
        )
      if (paragraph % NOTE === 0) {
        notes.push(newId())
        content.push({ type: 'footnoteReference', note: notes.at(-1)! })
      }
      return paragraphBlock(within[at]!, content)
    })
    put('prose', heading, [
      ...blocks,
      ...notes.map((note, at) =>
        footnote(note, within[paragraphs.length + at]!, [
          { type: 'text', value: `As the log of relay ${at + 1} says.` },
        ]),
      ),
    ])
  }
  const listed = (kind: Kind): void => {
    const count = Math.round((entries * SHARES[kind]) / 20)
    const sentence = parts[0]!.paragraphs[0]!.split(' ').slice(0, 16).join(' ')
    const blocks = ordersBetween(null, null, count).map((order, at) =>
      entry(kind, order, at, sentence, made),
    )
    if (kind === 'finding') made.findings.push(...blocks.map((block) => block.id))
    if (kind === 'action') made.actions.push(...blocks.map((block) => block.id))
    if (count > 0) put(SECTION[kind], kind, blocks)
  }
  // Half of the prose before the entries: what is typed in stands in the middle.
  const half = Math.ceil(parts.length / 2)
  for (const part of parts.slice(0, half)) prose(part)
  for (const kind of kinds) listed(kind)
  for (const part of parts.slice(half)) prose(part)
  await app.ask('postmortem.save', { id, base: revision, changes })
  return id
}
