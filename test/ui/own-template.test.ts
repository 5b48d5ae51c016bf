import { afterAll, beforeAll, expect, it } from 'vitest'
import { startApp, type TestApp } from './app.ts'
import { violations } from './axe.ts'
import { openDesk } from './desk.ts'
import { click, focused, named, press, says, tabTo } from './hand.ts'
import { faults } from './layout.ts'

let app: TestApp

beforeAll(async () => {
  app = await startApp()
  await app.page.setViewport({ width: 1280, height: 800 })
})
afterAll(() => app.close())

const names = async (): Promise<string[]> =>
  (await app.ask('template.list', {})).map(({ name }) => name)

const noDialog = (): Promise<unknown> =>
  app.page.waitForFunction(() => document.querySelector('[role="dialog"]') === null)

async function newDialog(): Promise<void> {
  await click(app.page, 'New postmortem')
  await app.page.waitForSelector('[role="dialog"] [type="radio"]')
}

/** The last radio button of the New dialog, by keyboard: the arrow goes round from the first to the last. */
async function chooseLast(): Promise<void> {
  await app.page.waitForFunction(() => document.querySelectorAll('[type="radio"]').length > 7)
  await press(app.page, 'Tab', 'Tab')
  await app.page.waitForFunction(() => document.activeElement?.matches('[type="radio"]'))
  await press(app.page, 'ArrowUp')
}

it('a postmortem of the library becomes a template, and a template a postmortem, by keyboard alone', async () => {
  await click(app.page, 'All postmortems')
  await app.page.waitForSelector('[role="row"][data-key]')
  await app.page.focus('[role="grid"] [role="row"][data-key]')
  for (let at = 0; at < 8 && !(await focused(app.page)).startsWith('More for'); at++)
    await press(app.page, 'ArrowRight')
  await press(app.page, 'Enter')
  await app.page.waitForSelector('[role="menu"]')
  await press(app.page, 'ArrowDown', 'ArrowDown', 'Enter')
  await named(app.page, '[role="dialog"] h2', 'Save as template')
  await press(app.page, 'Control+a')
  await app.page.keyboard.type('Our way')
  expect(await violations(app.page)).toEqual([])
  expect(await faults(app.page)).toEqual([])
  await tabTo(app.page, 'Save')
  await press(app.page, 'Enter')
  await says(app.page, 'Template “Our way” saved')
  expect(await names()).toEqual(['Our way'])
  await noDialog()

  await newDialog()
  await app.page.keyboard.type('The next one')
  await chooseLast()
  await says(app.page, 'sections of your own, in English')
  expect(await violations(app.page)).toEqual([])
  expect(await faults(app.page)).toEqual([])
  await tabTo(app.page, 'Create')
  await press(app.page, 'Enter')
  await app.page.waitForFunction(() => document.querySelector('h1')?.textContent === 'The next one')
  const all = await app.ask('library.list', {})
  const sections = async (id: string) =>
    (await app.ask('postmortem.open', { id })).document.sections
  const made = await sections(all.find(({ titleText }) => titleText === 'The next one')!.id)
  const from = await sections(all.find(({ sample }) => sample)!.id)
  expect(made.map(({ kind, heading }) => [kind, heading.content])).toEqual(
    from.map(({ kind, heading }) => [kind, heading.content]),
  )
  expect(made.flatMap(({ blocks }) => blocks)).toEqual([])
})

it('a name that is taken is refused in the dialog, with the reason', async () => {
  const desk = await openDesk(app)
  await desk.toText('summary')
  await app.page.keyboard.type('Call the desk first.')
  await click(app.page, 'Details', '[role="tab"]')
  await click(app.page, 'Save as template…')
  await named(app.page, '[role="dialog"] h2', 'Save as template')
  await press(app.page, 'Control+a')
  await app.page.keyboard.type('our WAY')
  await press(app.page, 'Enter')
  await says(app.page, 'There is already a template “our WAY”')
  expect(await violations(app.page)).toEqual([])
  await press(app.page, 'Control+a')
  await app.page.keyboard.type('With words')
  await press(app.page, 'Tab', 'Space', 'Enter')
  await noDialog()
  // What was typed a moment before is in it.
  const { texts } = (await app.ask('template.list', {})).at(-1)!
  expect(texts).toBe(true)
  expect(await names()).toEqual(['Our way', 'With words'])
})

it('a template gets another name, is deleted and taken back from the New dialog', async () => {
  await click(app.page, 'All postmortems')
  await newDialog()
  await chooseLast()
  await says(app.page, 'with texts to start from')
  await click(app.page, 'Rename…')
  await named(app.page, '[role="dialog"] h2', 'Rename the template')
  await press(app.page, 'Control+a')
  await app.page.keyboard.type('With sentences')
  await press(app.page, 'Enter')
  await named(app.page, 'label', 'With sentences')
  await click(app.page, 'Delete the template')
  await says(app.page, '“With sentences” deleted')
  await app.page.waitForFunction(() => document.querySelectorAll('[type="radio"]').length === 8)
  expect(await names()).toEqual(['Our way'])
  await click(app.page, 'Undo')
  await named(app.page, 'label', 'With sentences')
  expect(await names()).toEqual(['Our way', 'With sentences'])
})

it.each(['nl', 'ja', 'ar'])('the dialogs in %s read without fault', async (interfaceLocale) => {
  const now = await app.ask('settings.get', {})
  await app.ask('settings.set', { ...now, interfaceLocale, last: null })
  const again = app.interactive()
  await app.page.evaluate(() => location.reload())
  await again
  const primary = await app.page.waitForSelector('main button:has([data-icon="plus"])')
  await primary!.click()
  await app.page.waitForSelector('[role="dialog"] input')
  await chooseLast()
  await app.page.waitForFunction(() =>
    [...document.querySelectorAll('[role="dialog"] button')].some((button) =>
      button.querySelector('[data-icon="pencil"]'),
    ),
  )
  // It is in English, so that is what one writes in, whatever the interface speaks.
  const english = new Intl.DisplayNames([interfaceLocale], { type: 'language' }).of('en')!
  await app.page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll<HTMLInputElement>('[role="combobox"]')].some(
        ({ value }) => value === wanted,
      ),
    {},
    english,
  )
  expect(await violations(app.page)).toEqual([])
  expect(await faults(app.page)).toEqual([])
})
