import * as v from 'valibot'
import { languageData } from '../../locales/language-data.ts'
import { canonicalLocale } from '../../model/document/locale.ts'
import { PostmortemSchema, type Postmortem } from '../../model/document/postmortem.ts'
import { overfullWhole } from '../../model/document/room.ts'
import { fail, ok, type Result } from '../../model/errors/result.ts'
import { decode, type SourceFile } from './decode.ts'
import type { Draft } from './draft.ts'
import { isBeyondMarkdown } from './markdown/burden.ts'
import { readMarkdown } from './markdown/read.ts'
import { recognise, type Pictures } from './recognise.ts'
import { kindOfHeading } from './recognise/kind.ts'
import { readText } from './text/read.ts'

type Reader = (text: string, locale: string) => Draft

const readPlain: Reader = (text, locale) => {
  const language = languageData(locale)
  return readText(text, (line) => kindOfHeading(line, language))
}

/** A text that Markdown's parser cannot bear is read as plain text: with less structure, and with every word. */
const readMarked: Reader = (text, locale) => {
  if (isBeyondMarkdown(text)) return readPlain(text, locale)
  try {
    return readMarkdown(text)
  } catch (error) {
    // the stack's end: marks inside marks by the thousand
    if (error instanceof RangeError) return readPlain(text, locale)
    throw error
  }
}

/** Readers by the extension of the file that they read. */
const READERS: Readonly<Record<string, Reader>> = {
  md: readMarked,
  markdown: readMarked,
  txt: readPlain,
}

/**
 * A file as a new postmortem in a locale, by the extension of its name: Markdown (`.md`, `.markdown`) or plain text
 * (`.txt`). Every word is in it and in its place; what is recognised becomes structure, the rest is prose.
 * `pictures` says which image of the library a picture beside the file is; without one it stays its words.
 * Errors: FORMAT_UNKNOWN, LOCALE_INVALID, FILE_TOO_LARGE, FILE_NOT_TEXT, FILE_EMPTY, and what is full (`overfull`) or
 * DOCUMENT_INVALID where the text is beyond the limits of a document.
 */
export function readDocument(
  file: SourceFile,
  locale: string,
  pictures: Pictures = () => undefined,
): Result<Postmortem> {
  const extension = /\.([^./\\]+)$/.exec(file.name)?.[1]?.toLowerCase() ?? ''
  const reader = Object.hasOwn(READERS, extension) ? READERS[extension] : undefined
  if (reader === undefined) return fail('FORMAT_UNKNOWN', { file: file.name })
  const tag = canonicalLocale(locale)
  if (tag === undefined) return fail('LOCALE_INVALID', { locale })
  const text = decode(file)
  if (!text.ok) return text
  const document = recognise(reader(text.value, tag), tag, pictures)
  const full = overfullWhole(document)
  if (full !== undefined) return { ok: false, error: full }
  const parsed = v.safeParse(PostmortemSchema, document)
  if (parsed.success) return ok(parsed.output)
  const [issue] = parsed.issues
  return fail('DOCUMENT_INVALID', { path: v.getDotPath(issue) ?? '', why: issue.message })
}
