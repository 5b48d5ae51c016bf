import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { subset } from '../electron/publish/fonts/harfbuzz.ts'
import { woff2 } from '../electron/publish/fonts/woff2.ts'
import { ROOT } from './root.ts'

const FONT = join(ROOT, 'node_modules/lucide-static')
const ICONS = join(ROOT, 'renderer/icons/icons.ts')

/** The places in the font of the icons that the window uses. */
export const iconPoints = (): number[] =>
  [...readFileSync(ICONS, 'utf8').matchAll(/0x([\da-f]+)\)/g)].map(([, hex]) => Number(`0x${hex}`))

/** Cuts the font of the icons to those in use: of two thousand a hundred. Its licence goes along. */
export const iconFont: Plugin = {
  name: 'icon-font',
  async generateBundle(_, bundle) {
    const whole = Object.values(bundle).find(
      (file) =>
        file.type === 'asset' &&
        file.originalFileNames.some((from) => from.endsWith('lucide.woff2')),
    )
    if (whole?.type !== 'asset') throw new Error('The window has no icon font')
    const font = readFileSync(join(FONT, 'font/lucide.ttf'))
    whole.source = await woff2(await subset(font, iconPoints()))
    const source = readFileSync(join(FONT, 'LICENSE'))
    this.emitFile({ type: 'asset', fileName: 'assets/lucide.LICENSE.txt', source })
  },
}
