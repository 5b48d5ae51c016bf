import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CLIPBOARD, clipboardPage } from '../fixtures/clipboard.ts'
import { dangersIn, dangersStored } from '../fixtures/safety.ts'
import { vectors } from '../fixtures/vectors.ts'
import { page as publishedPage } from '../publish/pages.ts'
import { startApp, type TestApp } from './app.ts'
import { paste, proseOf, take } from './clipboard.ts'
import { blocksOf, openDesk, say, settle } from './desk.ts'
import { click, press, says } from './hand.ts'

let app: TestApp

beforeAll(async () => {
  app = await startApp()
  await app.page.setViewport({ width: 1280, height: 800 })
})
afterAll(() => app.close())

const type = (text: string): Promise<void> => app.page.keyboard.type(text)

describe('pasting from another program', () => {
  it.for(Object.entries(CLIPBOARD))(
    'keeps the words and structure of %s, and one undo takes it back',
    async ([name, lines]) => {
      const desk = await openDesk(app)
      await desk.toText('summary')
      await type('Before.')
      await press(app.page, 'Enter')
      await paste(app.page, { 'text/html': clipboardPage(name), 'text/plain': 'as plain text' })
      expect(proseOf(await desk.saved(), 'summary')).toEqual(['Before.', ...lines])
      await press(app.page, 'Control+z')
      expect(proseOf(await desk.saved(), 'summary')).toEqual(['Before.', ''])
      await press(app.page, 'Control+y')
      expect(proseOf(await desk.saved(), 'summary')).toEqual(['Before.', ...lines])
    },
  )

  it('goes on in the paragraph it is pasted into, and starts no step with what was typed before', async () => {
    const desk = await openDesk(app)
    await desk.toText('summary')
    await type('We saw ')
    await paste(app.page, { 'text/html': '<p>a <b>key</b></p>', 'text/plain': 'a key' })
    await type(' there')
    expect(proseOf(await desk.saved(), 'summary')).toEqual(['We saw a <strong>key there</strong>'])
    await press(app.page, 'Control+z', 'Control+z')
    expect(proseOf(await desk.saved(), 'summary')).toEqual(['We saw '])
  })

  it('puts blocks into the middle of a text', async () => {
    const desk = await openDesk(app)
    await desk.toText('summary')
    await type('frontback')
    await press(app.page, 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft')
    await settle(app.page)
    await paste(app.page, { 'text/html': '<p>one</p><h2>two</h2><ul><li>three</li></ul>' })
    expect(proseOf(await desk.saved(), 'summary')).toEqual(['frontone', '# two', '- three', 'back'])
  })

  it('gives the text of a cell its lines, and fits a table into a table', async () => {
    const desk = await openDesk(app)
    await desk.toText('summary')
    await type('/table')
    await app.page.waitForSelector('[role="listbox"] [role="option"]')
    await press(app.page, 'Enter')
    await settle(app.page)
    await paste(app.page, { 'text/html': '<p>a</p><ul><li>b</li></ul>' })
    await press(app.page, 'Tab')
    await settle(app.page)
    await paste(app.page, {
      'text/html': '<table><tr><td>1<td>2<td>3</tr><tr><td>4<td>5<td>6</tr></table>',
    })
    expect(proseOf(await desk.saved(), 'summary')).toEqual([
      '| a⏎• b | 1 | 2 | 3',
      '|  | 4 | 5 | 6',
      '|  |  |  | ',
      '',
    ])
  })

  it('puts items into a list', async () => {
    const desk = await openDesk(app)
    await desk.toText('summary')
    await type('- mine')
    await press(app.page, 'Enter')
    await settle(app.page)
    await paste(app.page, {
      'text/html': '<ul><li>one<ul><li>deep</li></ul></li><li>two</li></ul>',
    })
    expect(proseOf(await desk.saved(), 'summary')).toEqual(['- mine', '- one', '  - deep', '- two'])
  })

  it('is characters in code, and text in a quote', async () => {
    const desk = await openDesk(app)
    await desk.toText('summary')
    await type('```')
    await settle(app.page)
    await paste(app.page, { 'text/html': '<p>if <b>x</b></p><ul><li>y</li></ul>' })
    await press(app.page, 'Control+End', 'Enter', 'Enter', 'Enter')
    await type('> ')
    await settle(app.page)
    await paste(app.page, {
      'text/html': '<p>said</p><table><tr><td>a<td>b</table><blockquote>inner</blockquote>',
    })
    expect(proseOf(await desk.saved(), 'summary')).toEqual([
      'code',
      'if x',
      '• y',
      '> said',
      '> a · b',
      '> inner',
    ])
  })

  it('is one text in an entry, with its links and marks', async () => {
    const desk = await openDesk(app)
    await click(app.page, 'Add finding')
    await app.page.waitForSelector('[data-kind="finding"] [data-unit]')
    await app.page.focus('[data-kind="finding"] [data-unit]')
    await settle(app.page)
    await paste(app.page, {
      'text/html':
        '<h2>One</h2><p>two <a href="https://example.org/">three</a></p><table><tr><td>4<td>5</table>',
    })
    const [finding] = blocksOf(await desk.saved(), 'findings').slice(-1)
    expect(finding?.kind === 'finding' && say(finding.statement.content)).toBe(
      'One\ntwo three\n4 · 5',
    )
    expect(JSON.stringify(finding)).toContain('"url":"https://example.org/"')
  })
})

describe('pasting text', () => {
  it('makes a paragraph of each line, or of each group of lines', async () => {
    const desk = await openDesk(app)
    await desk.toText('summary')
    await paste(app.page, { 'text/plain': 'one\r\ntwo\u200B\nthree' })
    await press(app.page, 'Enter')
    await settle(app.page)
    await paste(app.page, { 'text/plain': 'four\nfive\n\nsix\n' })
    expect(proseOf(await desk.saved(), 'summary')).toEqual([
      'one',
      'two',
      'three',
      'four⏎five',
      'six',
    ])
  })

  it('leaves structure behind when it is pasted as plain text, in the marks that stand there', async () => {
    const desk = await openDesk(app)
    await desk.toText('summary')
    await press(app.page, 'Control+b')
    await type('strong ')
    await app.page.evaluate(() =>
      document.activeElement!.dispatchEvent(
        new KeyboardEvent('keydown', {
          key: 'V',
          code: 'KeyV',
          ctrlKey: true,
          shiftKey: true,
          bubbles: true,
        }),
      ),
    )
    await paste(app.page, { 'text/html': '<h1>word</h1>', 'text/plain': 'word' })
    expect(proseOf(await desk.saved(), 'summary')).toEqual(['<strong>strong word</strong>'])
  })

  it('makes a link of selected words when it is an address', async () => {
    const desk = await openDesk(app)
    await desk.toText('summary')
    await type('see page')
    for (let at = 0; at < 4; at++) await press(app.page, 'Shift+ArrowLeft')
    await settle(app.page)
    await paste(app.page, { 'text/plain': ' https://example.org/a ' })
    expect(proseOf(await desk.saved(), 'summary')).toEqual(['see [page](https://example.org/a)'])
  })
})

describe('our own clipboard', () => {
  it('gives a copy new ids, and what was cut its own', async () => {
    const desk = await openDesk(app)
    await desk.toText('summary')
    await type('One')
    await press(app.page, 'Enter')
    await type('# Two')
    const before = blocksOf(await desk.saved(), 'summary')
    await press(app.page, 'Control+a')
    await settle(app.page)
    const copied = await take(app.page, 'copy')
    await press(app.page, 'Control+End')
    await settle(app.page)
    await press(app.page, 'Enter')
    await settle(app.page)
    await paste(app.page, copied)
    const twice = await desk.saved()
    expect(proseOf(twice, 'summary')).toEqual(['One', '# Two', 'One', '# Two'])
    const ids = blocksOf(twice, 'summary').map(({ id }) => id)
    expect(new Set(ids).size).toBe(4)
    expect(ids.slice(0, 2)).toEqual(before.map(({ id }) => id))

    await press(app.page, 'Control+a')
    await settle(app.page)
    const cut = await take(app.page, 'cut')
    await settle(app.page)
    await press(app.page, 'Enter')
    await settle(app.page)
    await paste(app.page, cut)
    const moved = await desk.saved()
    expect(proseOf(moved, 'summary').slice(1)).toEqual(['One', '# Two', 'One', '# Two'])
    expect(
      blocksOf(moved, 'summary')
        .slice(1)
        .map(({ id }) => id),
    ).toEqual(ids)
  })

  it('keeps who may see a paragraph that is copied whole, and its facts by what they read elsewhere', async () => {
    const desk = await openDesk(app)
    const data = {
      'application/x-lexical-editor': JSON.stringify({
        namespace: 'afterword',
        postmortem: 'another',
        readings: { f9: { long: 'at most 12', short: '12' } },
        nodes: [
          {
            type: 'paragraph',
            version: 1,
            direction: null,
            format: '',
            indent: 0,
            $: { id: 'x1', audience: 'internal' },
            children: [
              {
                type: 'text',
                version: 1,
                text: 'Only us: ',
                detail: 0,
                format: 0,
                mode: 'normal',
                style: '',
              },
              { type: 'fact', version: 1, fact: 'f9', form: 'long', format: 0 },
            ],
          },
        ],
      }),
    }
    await desk.toText('summary')
    await paste(app.page, data)
    const [block] = blocksOf(await desk.saved(), 'summary')
    expect(block).toMatchObject({
      audience: 'internal',
      node: { type: 'paragraph', children: [{ type: 'text', value: 'Only us: at most 12' }] },
    })
    expect(block?.id).not.toBe('x1')
  })

  it('keeps words of an internal block internal where they are pasted into a public one', async () => {
    const desk = await openDesk(app)
    await desk.toText('summary')
    await type('Counsel has not seen this.')
    await click(app.page, 'Who may see this block: Public', 'button')
    await click(app.page, 'Internal, never published', '[role="menuitem"]')
    await app.page.waitForSelector('[data-run] [data-audience="internal"]')
    for (let at = 0; at < 5; at++) await press(app.page, 'Shift+ArrowLeft')
    await settle(app.page)
    const words = await take(app.page, 'copy')
    await desk.toText('outlook')
    await type('Said: ')
    await paste(app.page, words)
    const document = await desk.saved()
    expect(proseOf(document, 'outlook')).toEqual(['Said: (internal: this.)'])
    await desk.toText('outlook')
    await press(app.page, 'Enter')
  })

  it('refuses what only claims to be ours', async () => {
    const desk = await openDesk(app)
    await desk.toText('summary')
    for (const nodes of [
      [{ type: 'script', text: 'x' }],
      [{ type: 'paragraph' }],
      'x',
      [{ type: 'opaque', version: 1, flow: { type: 'html', value: '<script>' } }],
    ])
      await paste(app.page, {
        'application/x-lexical-editor': JSON.stringify({ namespace: 'afterword', nodes }),
        'text/plain': 'plain ',
      })
    const stored = JSON.stringify(blocksOf(await desk.saved(), 'summary'))
    expect(stored).not.toContain('script')
    expect(stored).toContain('plain')
  })
})

describe('a large paste', () => {
  it('of five thousand paragraphs comes in, is saved, and goes with one undo', async () => {
    const desk = await openDesk(app)
    await desk.toText('summary')
    await type('first')
    await press(app.page, 'Enter', 'Enter')
    await type('last')
    await press(app.page, 'ArrowUp')
    await settle(app.page)
    const html = Array.from({ length: 5000 }, (_, at) => `<p>Line <b>${String(at)}</b></p>`).join(
      '',
    )
    await paste(app.page, { 'text/html': html })
    const lines = proseOf(await desk.saved(), 'summary')
    expect(lines).toHaveLength(5002)
    expect([lines[0], lines[1], lines[5000], lines[5001]]).toEqual([
      'first',
      'Line <strong>0</strong>',
      'Line <strong>4999</strong>',
      'last',
    ])
    await press(app.page, 'Control+z')
    expect(proseOf(await desk.saved(), 'summary')).toEqual(['first', '', 'last'])
  })

  it('beyond what a document can hold changes nothing and says so', async () => {
    const desk = await openDesk(app)
    await desk.toText('summary')
    await type('mine')
    const wide = `<table><tr>${'<td>x'.repeat(300)}</tr><tr><td>y</tr></table>`
    await paste(app.page, { 'text/html': wide })
    await says(app.page, 'Not pasted')
    expect(proseOf(await desk.saved(), 'summary')).toEqual(['mine'])
  })
})

describe('hostile pages', () => {
  it('run nothing, and leave no address and no hidden word in what is stored and published', async () => {
    const desk = await openDesk(app)
    await desk.toText('summary')
    const pages = vectors()
    // Fifty to a paste, each in an element of its own, so that none swallows the next.
    for (let at = 0; at < pages.length; at += 50) {
      const html = pages
        .slice(at, at + 50)
        .map((vector) => `<section>${vector}</section></section>`)
        .join('\n')
      await paste(app.page, { 'text/html': html })
    }
    for (const vector of pages.filter((_, at) => at % 10 === 0))
      await paste(app.page, { 'text/html': vector })
    const document = await desk.saved()
    expect(proseOf(document, 'summary').length).toBeGreaterThan(100)
    expect(dangersStored(JSON.stringify(document.sections))).toEqual([])
    expect(dangersIn(await publishedPage(document, 'en'))).toEqual([])
    expect(await app.page.evaluate(() => 'hit' in window)).toBe(false)
    expect(await app.page.$$('iframe:not([sandbox]), [data-run] script, [data-run] img')).toEqual(
      [],
    )
  })
})
