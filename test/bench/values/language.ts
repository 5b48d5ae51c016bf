import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import * as v from 'valibot'
import {
  LATIN_MARKS,
  MarksSchema,
  type TextLanguage,
} from '../../../model/checks/translation/language.ts'
import { RegisterSchema, registerOf } from '../../../model/checks/translation/register-words.ts'
import { matchLocale } from '../../../model/document/match.ts'
import { TypographySchema } from '../../../model/typography/typography.ts'
import { ValuesSchema } from '../../../model/values/language.ts'
import { valueReader } from '../../../model/values/reader.ts'

const LOCALES = new URL('../../../locales/', import.meta.url)
const DataSchema = v.object({
  values: v.optional(ValuesSchema),
  typography: TypographySchema,
  marks: v.optional(MarksSchema),
  doubles: v.optional(v.array(v.string())),
  register: v.optional(RegisterSchema),
})

/** What the checks know about a locale, from the files themselves: the app's loader is part of its bundle. */
export function languageOf(locale: string): TextLanguage {
  const tags = readdirSync(LOCALES, { recursive: true, encoding: 'utf8' })
    .filter((path) => basename(path) === 'language.json')
    .map(dirname)
  const tag = matchLocale(locale, tags)
  if (tag === undefined)
    return {
      locale,
      reader: valueReader(locale, null),
      typography: null,
      marks: LATIN_MARKS,
      doubles: new Set(),
      register: null,
    }
  const json = readFileSync(new URL(`${tag}/language.json`, LOCALES), 'utf8')
  const { values, typography, marks, doubles, register } = v.parse(DataSchema, JSON.parse(json))
  return {
    locale,
    reader: valueReader(locale, values ?? null),
    typography,
    marks: marks ?? LATIN_MARKS,
    doubles: new Set(doubles),
    register: register === undefined ? null : registerOf(register),
  }
}
