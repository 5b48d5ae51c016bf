import puppeteer from 'puppeteer-core'
import { build, type Rolldown } from 'vite'
import { expect, test } from 'vitest'
import { findBrowser } from '../../../electron/chromium/browser.ts'
import { FORMS, plainSpaces } from './readings.ts'

/** `model/facts/read.ts` as one script that leaves `readValue` on the page. */
async function script(): Promise<string> {
  const outputs = (await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      lib: { entry: 'model/facts/read.ts', formats: ['iife'], name: 'facts' },
    },
  })) as Rolldown.RolldownOutput[]
  return outputs[0]!.output[0].code
}

test('the window reads facts as the core does', async () => {
  const executablePath = findBrowser()
  expect(executablePath, 'an installed Chromium, Chrome or Edge').toBeDefined()
  const browser = await puppeteer.launch({
    executablePath: executablePath!,
    pipe: true,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  try {
    const page = await browser.newPage()
    await page.addScriptTag({ content: await script() })
    const texts = (await page.evaluate(
      `(${JSON.stringify(FORMS)}).map(({ value, form, locale }) => facts.readValue(value, form, locale))`,
    )) as string[]
    expect(texts.map(plainSpaces)).toEqual(FORMS.map(({ text }) => text))
  } finally {
    await browser.close()
  }
})
