import { Refusal } from '../../../model/errors/result.ts'

/** The encoding of an XML file by its first bytes (XML 1.0, appendix F); UTF-8 where it names none that is known. */
function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (first === 0x3c && second === 0) return 'utf-16le'
  if (first === 0 && second === 0x3c) return 'utf-16be'
  const declared = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  return /^\s*<\?xml[^>]*encoding=["']([\w.:-]+)["']/.exec(declared)?.[1] ?? 'utf-8'
}

type Decoder = InstanceType<typeof TextDecoder>

function decoderOf(file: string, bytes: Uint8Array): Decoder {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true })
  } catch {
    throw new Refusal('FILE_NOT_TEXT', { file })
  }
}

/** The text of an XML file as its bytes come. Throws FILE_NOT_TEXT. */
export async function* decoded(
  file: string,
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<string> {
  let decoder: Decoder | undefined
  const next = (chunk: Uint8Array | undefined): string => {
    try {
      return chunk === undefined
        ? (decoder?.decode() ?? '')
        : decoder!.decode(chunk, { stream: true })
    } catch (cause) {
      throw new Refusal('FILE_NOT_TEXT', { file }, cause)
    }
  }
  for await (const chunk of bytes) {
    decoder ??= decoderOf(file, chunk)
    yield next(chunk)
  }
  yield next(undefined)
}
