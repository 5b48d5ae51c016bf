import { Buffer } from 'node:buffer'
import { ok } from '../../../model/errors/result.ts'
import { readFontFile } from '../../publish/fonts/own/read.ts'
import { fontUses } from '../../publish/fonts/own/uses.ts'
import type { HandlersOf } from '../context.ts'
import { looksIn } from '../theme.ts'
import { localesOf, viewOf } from '../view.ts'

export const fontHandlers: HandlersOf<'theme.font' | 'theme.fontBytes' | 'theme.fontUse'> = {
  'theme.font': async ({ name, data }, { library }) => {
    const read = await readFontFile(name, new Uint8Array(Buffer.from(data, 'base64')))
    if (!read.ok) return read
    const { cut } = read.value
    const regular = library.putFont(read.value.regular)
    if (!regular.ok) return regular
    if (read.value.bold === null) return ok({ cut, regular: regular.value, bold: null })
    const bold = library.putFont(read.value.bold)
    return bold.ok ? ok({ cut, regular: regular.value, bold: bold.value }) : bold
  },
  'theme.fontBytes': ({ font }, { library }) => {
    const bytes = library.font(font)
    return bytes.ok ? ok({ data: bytes.value.toString('base64') }) : bytes
  },
  'theme.fontUse': async ({ id, audience, theme }, { library }) => {
    const stored = library.open(id)
    if (!stored.ok) return stored
    const looks = looksIn(theme, library)
    if (!looks.ok) return looks
    const uses = []
    for (const locale of localesOf(stored.value.document)) {
      const view = viewOf(stored.value, locale, audience)
      if (!view.ok) return view
      // Fonts that carry thousands of characters take their time: whoever saves meanwhile is answered.
      await new Promise((next) => setImmediate(next))
      uses.push(...(await fontUses({ ...view.value, ...looks.value })))
    }
    return ok({ uses })
  },
}
