import { fail, ok, type Result } from '../../../model/errors/result.ts'
import type { Returned } from '../bilingual/bilingual.ts'
import type { SourceFile } from '../decode.ts'
import { decodeXml } from '../xml/decode.ts'
import { finish, within, type Steps } from '../steps.ts'
import { parsingXml } from '../xml/parse.ts'
import { XLIFF_1_2 } from './names.ts'
import { readXliff12 } from './read-1-2.ts'
import { readXliff2 } from './read-2.ts'
import { xliff12Rules } from './rules/xliff-1-2.ts'
import { validating } from './validate.ts'

/**
 * A file of XLIFF 1.2, 2.0, 2.1 or 2.2. Errors: those of `decodeXml`; XML_INVALID; XLIFF_INVALID with the rule that it
 * breaks first, the line and the element.
 */
export function* readingXliff(file: SourceFile): Steps<Result<Returned[]>> {
  const text = decodeXml(file)
  if (!text.ok) return text
  const xml = yield* within(parsingXml(text.value, file.name), 0, 0.5)
  if (!xml.ok) return xml
  const old = xml.value.namespace === XLIFF_1_2
  const broken = old ? [...xliff12Rules(xml.value)] : yield* within(validating(xml.value), 0.5, 1)
  const [first, ...more] = broken
  if (first !== undefined) {
    const { rule, line, what } = first
    return fail('XLIFF_INVALID', { file: file.name, line, rule, what, more: more.length })
  }
  return ok(old ? readXliff12(xml.value) : readXliff2(xml.value))
}

/** The same without a stop. */
export const readXliff = (file: SourceFile): Result<Returned[]> => finish(readingXliff(file))
