import { Refusal } from '../errors/result.ts'

/** A file that is not what its first bytes say, or that is not whole. `readImage` adds its name. */
export const damagedImage = (): Refusal => new Refusal('IMAGE_DAMAGED')

/** More than one frame: it would move, and a page for print and for every reader must not. */
export const movingImage = (): Refusal => new Refusal('IMAGE_ANIMATED')

/** The bytes of an image, read in order of their addresses and never beyond the end. */
export class Bytes {
  readonly all: Uint8Array
  readonly #view: DataView

  constructor(all: Uint8Array) {
    this.all = all
    this.#view = new DataView(all.buffer, all.byteOffset, all.byteLength)
  }

  get length(): number {
    return this.all.length
  }

  /** Throws IMAGE_DAMAGED where that is beyond the end. */
  slice(start: number, end: number): Uint8Array {
    if (end > this.all.length || start > end) throw damagedImage()
    return this.all.subarray(start, end)
  }

  #at<T>(at: number, size: number, read: () => T): T {
    if (at < 0 || at + size > this.all.length) throw damagedImage()
    return read()
  }

  u8(at: number): number {
    return this.#at(at, 1, () => this.all[at]!)
  }
  u16(at: number, little = false): number {
    return this.#at(at, 2, () => this.#view.getUint16(at, little))
  }
  u24(at: number): number {
    return this.u16(at, true) | (this.u8(at + 2) << 16)
  }
  u32(at: number, little = false): number {
    return this.#at(at, 4, () => this.#view.getUint32(at, little))
  }

  /** Characters of one byte each. */
  text(start: number, length: number): string {
    return String.fromCharCode(...this.slice(start, start + length))
  }
}

/** Characters of one byte each as bytes. */
export const latin = (text: string): Uint8Array =>
  Uint8Array.from(text, (letter) => letter.charCodeAt(0))

export const begins = (bytes: Uint8Array, text: string): boolean =>
  bytes.length >= text.length && latin(text).every((byte, at) => bytes[at] === byte)

export const u32 = (value: number, little = false): Uint8Array => {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, value, little)
  return bytes
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
