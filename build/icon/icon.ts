/** `npm run icon`: draws icon.svg at every size and writes the containers that each system wants, beside it. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { ensureBrowser } from '../browser.ts'
import { icns, ico } from './container.ts'

const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024] as const
const beside = (name: string) => join(import.meta.dirname, name)

async function draw(svg: string): Promise<Map<number, Buffer>> {
  const executablePath = await ensureBrowser()
  if (executablePath === undefined)
    throw new Error('Icons are drawn by Chromium, Chrome or Edge; install one')
  const browser = await chromium.launch({
    executablePath,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  try {
    const images = new Map<number, Buffer>()
    for (const size of SIZES) {
      const page = await browser.newPage({ viewport: { width: size, height: size } })
      await page.setContent(`<style>*{margin:0}svg{display:block;inline-size:100vw}</style>${svg}`)
      images.set(size, await page.screenshot({ omitBackground: true }))
      await page.close()
    }
    return images
  } finally {
    await browser.close()
  }
}

const images = await draw(readFileSync(beside('icon.svg'), 'utf8'))
const png = (size: number) => images.get(size)!
for (const size of [16, 32, 48, 64, 128, 256, 512])
  writeFileSync(beside(`${size}x${size}.png`), png(size))
writeFileSync(
  beside('icon.ico'),
  ico([16, 24, 32, 48, 64, 128, 256].map((size) => ({ size, png: png(size) }))),
)
writeFileSync(beside('icon.icns'), icns(png))
