import * as v from 'valibot'
import { AudienceSchema } from '../../../model/document/audience.ts'
import { canonicalLocale } from '../../../model/document/locale.ts'
import { fail, ok, type Result } from '../../../model/errors/result.ts'
import type { Returned, ReturnedUnit } from '../bilingual/bilingual.ts'
import type { SourceFile } from '../decode.ts'
import { within, type XmlElement } from '../xml/element.ts'
import { parseXml } from '../xml/parse.ts'
import { fileInArchive } from './archive.ts'
import { runsOfCell, textOfCell, WORD, wordChildren } from './cell.ts'
import { tokensOfRuns } from './notation.ts'
import { MARK, NO_TARGET } from './tag.ts'

const PART = 'word/document.xml'

/** The row as a unit, or undefined where its first cell names none: the heading, or a row of somebody's own. */
function unitOf(row: XmlElement, line: number): ReturnedUnit | undefined {
  const [tag, source, target] = wordChildren(row, 'tc')
  if (tag === undefined || source === undefined || target === undefined) return undefined
  const match = /^(\S+) ([0-9a-f]{16}) ([0-9a-f]{16}|-)$/.exec(textOfCell(tag))
  if (match === null) return undefined
  const [, id, sourceHash, hash] = match as unknown as [string, string, string, string]
  return {
    id,
    line,
    sourceHash,
    targetHash: hash === NO_TARGET ? '' : hash,
    stateThen: undefined,
    staleHash: undefined,
    notes: [],
    source: tokensOfRuns(runsOfCell(source)),
    target: tokensOfRuns(runsOfCell(target)),
    state: undefined,
  }
}

/** The line that says whose table it is: `afterword:1 ID SOURCE TARGET AUDIENCE`. */
function ownerOf(root: XmlElement): string[] | undefined {
  for (const one of within(root)) {
    if (one.local !== 'p' || !WORD.has(one.namespace)) continue
    const words = textOfCell({ ...one, children: [one] }).split(' ')
    if (words[0] === MARK && words.length >= 5) return words
  }
  return undefined
}

/**
 * The table that `writeDocx` made, with what was written into it. Deleted and hidden text is not read, links lead nowhere,
 * and nothing else of the file is opened. Errors: DOCX_INVALID with what is wrong, XML_INVALID.
 */
export async function readDocx({ name, bytes }: SourceFile): Promise<Result<Returned[]>> {
  let part: Uint8Array | undefined
  try {
    part = await fileInArchive(bytes, PART)
  } catch (error) {
    return fail('DOCX_INVALID', { file: name, why: (error as Error).message.slice(0, 200) })
  }
  if (part === undefined) return fail('DOCX_INVALID', { file: name, why: PART })
  const xml = parseXml(new TextDecoder().decode(part), name)
  if (!xml.ok) return xml
  const owner = ownerOf(xml.value)
  if (owner === undefined) return fail('DOCX_INVALID', { file: name, why: MARK })
  const [, postmortem, sourceLocale, locale, audience] = owner as [
    string,
    string,
    string,
    string,
    string,
  ]
  const rows = [...within(xml.value)].filter((one) => one.local === 'tr' && WORD.has(one.namespace))
  const units = rows.flatMap((row, index) => unitOf(row, index + 1) ?? [])
  if (units.length === 0) return fail('DOCX_INVALID', { file: name, why: '<w:tbl>' })
  const known = v.safeParse(AudienceSchema, audience)
  return ok([
    {
      postmortem,
      sourceLocale: canonicalLocale(sourceLocale) ?? '',
      locale: canonicalLocale(locale) ?? '',
      audience: known.success ? known.output : undefined,
      units,
    },
  ])
}
