import { Refusal } from '../../../model/errors/result.ts'
import { encodingOf } from '../xml/decode.ts'

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
