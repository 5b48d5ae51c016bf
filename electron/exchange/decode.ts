import { fail, ok, type Result } from '../../model/errors/result.ts'

const MEGABYTE = 1024 * 1024
/** The largest file that is read. A postmortem of 100,000 words has less than one megabyte of text. */
export const LARGEST_FILE = 20 * MEGABYTE

export interface SourceFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The encoding that the first bytes name (Unicode 17, table 23-7); UTF-8 where they name none. */
function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return 'utf-8'
}

/**
 * The text of a file: UTF-8, or UTF-16 where a byte order mark says so, with line ends as `\n` and in no other way
 * changed. Errors: FILE_TOO_LARGE, FILE_NOT_TEXT (bytes that are no text in that encoding, or NUL), FILE_EMPTY.
 */
export function decode({ name, bytes }: SourceFile): Result<string> {
  if (bytes.byteLength > LARGEST_FILE)
    return fail('FILE_TOO_LARGE', { file: name, limit: LARGEST_FILE / MEGABYTE })
  let text: string
  try {
    text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes)
  } catch {
    return fail('FILE_NOT_TEXT', { file: name })
  }
  if (text.includes('\0')) return fail('FILE_NOT_TEXT', { file: name })
  const lines = text.replace(/\r\n?|[\u2028\u2029\v\f\x85]/g, '\n')
  // Other control characters have no meaning in a text, and no place in HTML and XML.
  const clean = lines.replace(/[\x01-\x08\x0E-\x1F\x7F-\x9F]/g, '')
  return clean.trim() === '' ? fail('FILE_EMPTY', { file: name }) : ok(clean)
}
