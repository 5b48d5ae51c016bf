import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'

/** Where tests leave pictures of what they reach, for a person to look at. Without it they leave none. */
const FOLDER = process.env['AFTERWORD_PICTURES']

/** Takes a picture of the window as it stands. */
export async function picture(page: Page, name: string): Promise<void> {
  if (FOLDER === undefined || FOLDER === '') return
  mkdirSync(FOLDER, { recursive: true })
  const file = name.replaceAll(/[^\p{L}\p{N}]+/gu, '-')
  await page.screenshot({ path: join(FOLDER, `${file}.png`) })
}
