import type { Failure, Result } from '../../../model/errors/result.ts'
import type { EngineKind, EngineSettings } from '../../../model/contract/service.ts'
import type { Change } from '../../../model/document/change.ts'
import { isBlank, plainText, type Content } from '../../../model/document/text.ts'
import { hostOf } from '../../../model/service/address.ts'
import type { Outgoing, OutgoingUnit } from '../../exchange/bilingual/bilingual.ts'
import { tokensOf } from '../../exchange/bilingual/code.ts'
import { taggedText, untaggedText } from '../../exchange/tagged.ts'
import type { Tell } from '../progress.ts'
import { chat } from './chat.ts'
import { deepl } from './deepl.ts'
import type { Asking, Engine, Term } from './engine.ts'
import { libre } from './libre.ts'

const ENGINES: Readonly<Record<EngineKind, Engine>> = { libre, deepl, chat }

/** How many texts are on their way at once. */
const ABREAST = 3

/** The terms of a text that its translation has to use. */
export type TermsFor = (source: Content, sourceLocale: string, locale: string) => readonly Term[]

/** What a translation of an engine is known by. */
export const engineName = ({ kind, model, url }: EngineSettings): string =>
  `${model || kind} (${hostOf(url)})`.slice(0, 200)

/** The units that nobody translated. */
export const openUnits = ({ units }: Outgoing): OutgoingUnit[] =>
  units.filter(({ translation }) => translation === undefined || isBlank(translation.content))

/** What facts, notes and code read in the translation. */
const readingsOf = (source: Content, { read, locale }: Outgoing) =>
  tokensOf(source, []).source.flatMap((token) => {
    if (token.kind !== 'single') return []
    const text = read([JSON.parse(token.code.shell!) as Content[number]], locale).trim()
    return text === '' ? [] : [{ id: token.code.id, text }]
  })

/** What an engine makes of a text. SERVICE_CODES where it did not carry the codes over, and what it answers else. */
export async function translated(
  source: Content,
  outgoing: Outgoing,
  terms: TermsFor,
  asking: Asking,
): Promise<Result<Content>> {
  const { sourceLocale, locale, read } = outgoing
  const text = taggedText(source, (node) => read(node, sourceLocale))
  const wish = {
    text,
    sourceLocale,
    locale,
    terms: terms(source, sourceLocale, locale),
    readings: readingsOf(source, outgoing),
  }
  const answer = await ENGINES[asking.settings.kind](wish, asking)
  if (!answer.ok) return answer
  return untaggedText(source, text, answer.value, { host: hostOf(asking.settings.url) })
}

export interface Filled {
  readonly contents: ReadonlyMap<string, Content>
  readonly refused: readonly { unit: string; text: string; codes: string }[]
  /** Why not all were asked for. */
  readonly stopped: Failure | null
}

/** Texts that say the same are asked for once. */
function grouped(units: readonly OutgoingUnit[]): OutgoingUnit[][] {
  const groups = new Map<string, OutgoingUnit[]>()
  for (const unit of units) {
    const there = groups.get(unit.sourceHash)
    if (there) there.push(unit)
    else groups.set(unit.sourceHash, [unit])
  }
  return [...groups.values()]
}

/**
 * What an engine makes of units, a few at once. What it damages is left out and told. The first other failure, and whoever stops it,
 * end the work; what was done until then stays.
 */
export async function fill(
  units: readonly OutgoingUnit[],
  outgoing: Outgoing,
  terms: TermsFor,
  asking: Asking,
  tell: Tell,
): Promise<Filled> {
  const contents = new Map<string, Content>()
  const refused: { unit: string; text: string; codes: string }[] = []
  let stopped: Failure | null = null
  const queue = grouped(units)
  const end = new AbortController()
  const signal = AbortSignal.any([asking.signal, end.signal])
  let done = 0
  const work = async (): Promise<void> => {
    for (
      let group = queue.shift();
      group !== undefined && stopped === null;
      group = queue.shift()
    ) {
      const [{ source }] = group as [OutgoingUnit]
      const made = await translated(source, outgoing, terms, { ...asking, signal })
      if (made.ok) for (const { id } of group) contents.set(id, made.value)
      else if (made.error.code === 'SERVICE_CODES') {
        const codes = String(made.error.params['codes'])
        for (const { id } of group) refused.push({ unit: id, text: plainText(source), codes })
      } else {
        stopped ??= made.error
        end.abort()
        return
      }
      done += group.length
      tell(done, units.length)
    }
  }
  tell(0, units.length)
  await Promise.all(Array.from({ length: ABREAST }, work))
  return { contents, refused, stopped }
}

/** The changes that put what an engine made in as drafts, for the sources that it was made from. */
export const filling = (
  units: readonly OutgoingUnit[],
  contents: ReadonlyMap<string, Content>,
  { locale }: Outgoing,
  settings: EngineSettings,
  now: string,
): Change[] =>
  units.flatMap(({ id, sourceHash }): Change[] => {
    const content = contents.get(id)
    if (content === undefined) return []
    return [
      {
        type: 'translation.put',
        translation: {
          unit: id,
          locale,
          content,
          state: 'draft',
          origin: 'machine',
          engine: engineName(settings),
          sourceHash,
          changedAt: now,
        },
      },
    ]
  })

/** Of the characters that would leave, how many. */
export const charactersOf = (units: readonly OutgoingUnit[]): number =>
  grouped(units).reduce((sum, [unit]) => sum + [...plainText(unit!.source)].length, 0)
