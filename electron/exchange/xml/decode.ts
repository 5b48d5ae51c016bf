import { fail, ok, type Result } from '../../../model/errors/result.ts'
import { LARGEST_FILE, type SourceFile } from '../decode.ts'

const MEGABYTE = 1024 * 1024

/** The encoding of an XML file by its first bytes (XML 1.0, appendix F); UTF-8 where it names none that is known. */
export function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (first === 0x3c && second === 0) return 'utf-16le'
  if (first === 0 && second === 0x3c) return 'utf-16be'
  const declared = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  return /^\s*<\?xml[^>]*encoding=["']([\w.:-]+)["']/.exec(declared)?.[1] ?? 'utf-8'
}

/**
 * The text of an XML file with every character as it stands: what looks odd in a text may be right in a code. Errors:
 * FILE_TOO_LARGE, FILE_NOT_TEXT, FILE_EMPTY.
 */
export function decodeXml({ name, bytes }: SourceFile): Result<string> {
  if (bytes.byteLength > LARGEST_FILE)
    return fail('FILE_TOO_LARGE', { file: name, limit: LARGEST_FILE / MEGABYTE })
  try {
    const text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes)
    return text.trim() === '' ? fail('FILE_EMPTY', { file: name }) : ok(text)
  } catch {
    return fail('FILE_NOT_TEXT', { file: name })
  }
}
