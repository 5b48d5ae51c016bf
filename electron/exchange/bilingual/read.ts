import { fail, type Result } from '../../../model/errors/result.ts'
import type { SourceFile } from '../decode.ts'
import { normalRuns } from '../docx/notation.ts'
import { readDocx } from '../docx/read.ts'
import type { Drive } from '../steps.ts'
import { readingXliff } from '../xliff/read.ts'
import type { Returned } from './bilingual.ts'
import type { Normal } from './verdict.ts'

type Reader = (file: SourceFile, drive: Drive) => Promise<Result<Returned[]>>

const inSteps: Reader = (file, drive) => drive(readingXliff(file))
const asItIs: Normal = (content) => content

/** Readers of what comes back from translators, by the extension of the file; `normal` is what a format keeps of a text. */
const FORMATS: Readonly<Record<string, { readonly read: Reader; readonly normal: Normal }>> = {
  xlf: { read: inSteps, normal: asItIs },
  docx: { read: (file) => readDocx(file), normal: normalRuns },
  xliff: { read: inSteps, normal: asItIs },
}
export const RETURNED_EXTENSIONS = Object.keys(FORMATS)

const extensionOf = (name: string): string => /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''

export const isReturned = (name: string): boolean => Object.hasOwn(FORMATS, extensionOf(name))

/** The postmortems that a file has texts of, and what its format keeps of a text. FORMAT_UNKNOWN, or what its reader says. */
export async function readReturned(
  file: SourceFile,
  drive: Drive,
): Promise<Result<{ readonly files: readonly Returned[]; readonly normal: Normal }>> {
  const format = isReturned(file.name) ? FORMATS[extensionOf(file.name)] : undefined
  if (format === undefined) return fail('FORMAT_UNKNOWN', { file: file.name })
  const files = await format.read(file, drive)
  return files.ok ? { ok: true, value: { files: files.value, normal: format.normal } } : files
}
