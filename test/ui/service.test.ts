import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Fact } from '../../model/document/fact.ts'
import type { Content } from '../../model/document/text.ts'
import { startServer, type Reply, type TestServer } from '../fixtures/server.ts'
import { startApp, type TestApp } from './app.ts'
import { click, press, says } from './hand.ts'
import { goOn, testStates, type State } from './states.ts'
import { addLanguage, openTranslate } from './translating.ts'

let app: TestApp
let server: TestServer
let id: string

const FACT: Fact = {
  id: 'tenants',
  name: 'Tenants',
  value: { kind: 'number', value: '366', unit: null, currency: null },
  bound: 'exactly',
  status: 'confirmed',
  audience: 'public',
  evidence: '',
  replaces: null,
}
const CODED: Content = [
  { type: 'text', value: 'It held ' },
  { type: 'fact', fact: 'tenants', form: 'long' },
  { type: 'text', value: ' names.' },
]

/** Writes larger, and loses the codes of a text where it is told to. */
const engine =
  (damaging = ''): Reply =>
  ({ path, body }) => {
    if (path === '/languages') return [{ code: 'en' }, { code: 'nl' }]
    if (path === '/v2/check') {
      const form = new URLSearchParams(body)
      const { annotation } = JSON.parse(form.get('data')!) as { annotation: { text?: string }[] }
      const text = annotation.map((part) => part.text ?? '\u{FFFC}').join('')
      const offset = text.indexOf('stood')
      const found = { message: 'Say who did it.', offset, length: 5 }
      return {
        matches: offset === -1 ? [] : [{ ...found, replacements: [{ value: 'was left' }] }],
      }
    }
    const { q } = JSON.parse(body) as { q: string }
    const larger = q.replaceAll(/<[^>]*>|[^<]+/g, (part) =>
      part.startsWith('<') ? part : part.toUpperCase(),
    )
    const damaged = damaging !== '' && q.includes(damaging)
    return { translatedText: damaged ? larger.replaceAll(/<[^>]*>/g, '') : larger }
  }

beforeAll(async () => {
  server = await startServer(engine())
  app = await startApp()
  await app.page.setViewport({ width: 1280, height: 800 })
  id = await openTranslate(app, ['The gate stood open.', 'Nobody read it.'], 'A gate')
  await addLanguage(app.page, 'nl')
  const { document, revision } = await stored()
  const section = document.sections[0]!
  await app.ask('postmortem.save', {
    id,
    base: revision,
    changes: [
      { type: 'fact.put', fact: FACT },
      {
        type: 'block.put',
        section: section.id,
        block: {
          id: 'coded',
          order: 'z5',
          kind: 'prose',
          audience: 'public',
          node: { type: 'paragraph', data: { id: 'coded' }, children: CODED },
        },
      },
      {
        type: 'block.put',
        section: section.id,
        block: {
          id: 'inside',
          order: 'z6',
          kind: 'prose',
          audience: 'internal',
          node: {
            type: 'paragraph',
            data: { id: 'inside' },
            children: [{ type: 'text', value: 'An intern did it.' }],
          },
        },
      },
    ],
  })
  await rows(6)
})
afterAll(async () => {
  await app.close()
  await server.close()
})

async function stored() {
  await app.page.waitForSelector('[data-save="saved"]')
  return app.ask('postmortem.open', { id })
}
const rows = (count: number, state = ''): Promise<unknown> =>
  app.page.waitForFunction(
    (wanted, of) => document.querySelectorAll(`[data-unit-row]${of}`).length === wanted,
    { timeout: 60_000 },
    count,
    state === '' ? '' : `[data-state="${state}"]`,
  )
const into = (text: string): Promise<void> =>
  app.page.evaluate((wanted) => {
    const row = [...document.querySelectorAll('[data-unit-row]')].find((one) =>
      one.textContent.includes(wanted),
    )!
    row.querySelector<HTMLElement>('[role="textbox"]')!.focus()
  }, text)

/** Carries a command out by its name, as from the palette. */
async function command(name: string): Promise<void> {
  await press(app.page, 'Control+Shift+P')
  await app.page.waitForSelector('[role="dialog"] input')
  await app.page.keyboard.type(name)
  await app.page.waitForFunction(
    (wanted) => document.querySelector('[role="option"]')?.textContent.includes(wanted),
    {},
    name,
  )
  await press(app.page, 'Enter')
}

/** Writes into a field of the dialog by its label. */
async function fill(label: string, text: string, at = 0): Promise<void> {
  await app.page.evaluate(
    (wanted, which) => {
      const labels = [...document.querySelectorAll<HTMLLabelElement>('[role="dialog"] label')]
      labels.filter((one) => one.textContent === wanted)[which]!.control!.focus()
    },
    label,
    at,
  )
  await press(app.page, 'Control+A')
  await app.page.keyboard.type(text)
}

async function setUp(): Promise<void> {
  await command('Services of your own')
  await app.page.waitForSelector('[data-services]')
  await app.page.focus('[data-services] [aria-haspopup="listbox"]')
  await press(app.page, 'Enter')
  await app.page.waitForSelector('[role="listbox"]')
  await app.page.keyboard.type('Libre')
  await press(app.page, 'Enter')
  await app.page.waitForFunction(() => document.querySelector('[role="listbox"]') === null)
  await fill('Address', 'http://example.org', 0)
  await says(app.page, 'is no address that texts may go to')
  await fill('Address', server.url, 0)
  await fill('Key', 'k3y')
  await fill('Address', server.url, 1)
}

describe('services of the person’s own', () => {
  it('are set up in a dialog, and the key says how long it is kept', async () => {
    await setUp()
    await says(app.page, 'This system has no secret store that Afterword can use')
    await click(app.page, 'Save', '[role="dialog"] button')
    await app.page.waitForFunction(() => document.querySelector('[role="dialog"]') === null)
    expect(await app.ask('service.get', {})).toMatchObject({
      engine: { kind: 'libre', url: server.url, audience: 'public', key: 'session' },
      proof: { url: server.url },
      lasting: false,
    })
    expect(server.asked).toEqual([])
  })

  it('say what goes where before the first text does, and nothing goes where that is refused', async () => {
    await into('It held')
    await press(app.page, 'Control+Alt+Shift+T')
    await app.page.waitForSelector('[data-consent]')
    await says(app.page, `goes to ${server.host} to be translated`)
    await press(app.page, 'Escape')
    await app.page.waitForFunction(() => document.querySelector('[role="dialog"]') === null)
    expect(server.asked).toEqual([])
  })

  it('suggest a translation by a key, and put it in by the same', async () => {
    await into('It held')
    await press(app.page, 'Control+Alt+Shift+T')
    await app.page.waitForSelector('[data-consent]')
    await click(app.page, 'Send', '[role="dialog"] button')
    await app.page.waitForSelector('[data-suggestion] [data-source-text]')
    await into('It held')
    await press(app.page, 'Control+Alt+Shift+T')
    await rows(1, 'draft')
    const [one] = (await stored()).translations
    expect(one).toMatchObject({
      unit: 'coded',
      state: 'draft',
      origin: 'machine',
      engine: `libre (${server.host})`,
      content: [{ type: 'text', value: 'IT HELD ' }, CODED[1], { type: 'text', value: ' NAMES.' }],
    })
    await app.page.waitForFunction(() => document.querySelector('[data-suggestion]') === null)
  })

  it('translate what is open in one step, without what is for those inside', async () => {
    await command('Translate what is open by the engine')
    await app.page.waitForSelector('[data-translate-open="plan"]')
    await says(app.page, '1 text stays here')
    await click(app.page, 'Send', '[role="dialog"] button')
    await app.page.waitForSelector('[data-translate-open="done"]')
    await click(app.page, 'Close', '[role="dialog"] footer button')
    await rows(5, 'draft')
    expect(server.asked.map(({ body }) => body).join('')).not.toContain('intern')
    await press(app.page, 'Control+Z')
    await rows(1, 'draft')
  })

  it('leave out what lost its codes, and say why', async () => {
    await press(app.page, 'Control+Z')
    await rows(0, 'draft')
    server.reply = engine('It held')
    await command('Translate what is open by the engine')
    await app.page.waitForSelector('[data-translate-open="plan"]')
    await click(app.page, 'Send', '[role="dialog"] button')
    await says(app.page, '1 answer lost codes of its source')
    await click(app.page, 'Close', '[role="dialog"] footer button')
    await into('It held')
    await press(app.page, 'Control+Alt+Shift+T')
    await app.page.waitForSelector('[data-suggestion] [role="alert"]')
    await says(app.page, 'are lost, doubled or crossed in it: ⟦1⟧')
    server.reply = engine()
  })

  it('proofread the source, and write what is proposed in one step', async () => {
    await command('Proofread the source')
    await app.page.waitForSelector('[data-consent]')
    await click(app.page, 'Send', '[role="dialog"] button')
    await app.page.waitForSelector('[data-proofread="done"] li')
    await click(app.page, 'Write “was left”', '[role="dialog"] button')
    await says(app.page, '0 remarks of the proofreader')
    await click(app.page, 'Close', '[role="dialog"] footer button')
    await says(app.page, 'The gate was left open.')
    expect(JSON.stringify((await stored()).document)).toContain('The gate was left open.')
    await press(app.page, 'Control+Z')
    await says(app.page, 'The gate stood open.')
  })
})

const byCommand = (name: string) => (): Promise<void> => command(name)
const STATES: readonly State[] = [
  {
    name: 'the services',
    there: '[data-services]',
    reach: byCommand('Services of your own'),
    part: '[role="dialog"]',
  },
  {
    name: 'what would be sent',
    there: '[data-translate-open="plan"], [data-translate-open="done"]',
    reach: byCommand('Translate what is open by the engine'),
    part: '[role="dialog"]',
  },
  {
    name: 'what the proofreader found',
    there: '[data-proofread="done"] li',
    reach: byCommand('Proofread the source'),
    part: '[role="dialog"]',
  },
  {
    name: 'a suggestion of the engine',
    there: '[data-suggestion] [data-source-text]',
    reach: async (page) => {
      await into('It held')
      await press(page, 'Control+Alt+Shift+T')
    },
    part: '[data-suggestion]',
    leave: goOn,
  },
]

describe('each of its states', () => {
  testStates(() => app, STATES)
  it('throws nothing', () => expect(app.problems).toEqual([]))
})
