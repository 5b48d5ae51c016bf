import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from './app.ts'
import { blocksOf, compose, describeBlock, openDesk } from './desk.ts'
import { click, press, says } from './hand.ts'

let app: TestApp

beforeAll(async () => {
  app = await startApp()
  await app.page.setViewport({ width: 1280, height: 800 })
})
afterAll(() => app.close())

const type = (text: string): Promise<void> => app.page.keyboard.type(text)

describe('writing prose', () => {
  it('saves what is typed, and shows it again after a restart of the page', async () => {
    const desk = await openDesk(app)
    await desk.toText('summary')
    await type('We lost a key.')
    await press(app.page, 'Enter')
    await type('We found it again.')
    const document = await desk.saved()
    expect(blocksOf(document, 'summary').map(describeBlock)).toEqual([
      'We lost a key.',
      'We found it again.',
    ])
    await desk.reload()
    await says(app.page, 'We found it again.')
    expect((await desk.saved()).sections).toEqual(document.sections)
  })

  it('reads Markdown as one types it', async () => {
    const desk = await openDesk(app)
    await desk.toText('summary')
    await type('# Scope')
    await press(app.page, 'Enter')
    await type(
      'A **bold** word, *italic*, `code`, ~~gone~~ and [a page](https://status.example.org).',
    )
    await press(app.page, 'Enter')
    await type('- one')
    await press(app.page, 'Enter', 'Tab')
    await type('two')
    await press(app.page, 'Enter', 'Enter', 'Enter')
    await type('1. first')
    await press(app.page, 'Enter', 'Enter')
    await type('> said')
    const blocks = blocksOf(await desk.saved(), 'summary')
    expect(blocks.map(describeBlock)).toEqual([
      '# Scope',
      'A bold word, italic, code, gone and a page.',
      'list',
      'list',
      'blockquote',
    ])
    const [, text, bullets, numbers, quote] = blocks.map((block) =>
      block.kind === 'prose' ? block.node : undefined,
    )
    expect(text).toMatchObject({
      children: [
        { type: 'text', value: 'A ' },
        { type: 'strong', children: [{ value: 'bold' }] },
        { value: ' word, ' },
        { type: 'emphasis', children: [{ value: 'italic' }] },
        { value: ', ' },
        { type: 'inlineCode', value: 'code' },
        { value: ', ' },
        { type: 'delete', children: [{ value: 'gone' }] },
        { value: ' and ' },
        { type: 'link', url: 'https://status.example.org/', children: [{ value: 'a page' }] },
        { value: '.' },
      ],
    })
    expect(bullets).toMatchObject({
      ordered: false,
      children: [
        {
          children: [
            { type: 'paragraph', children: [{ value: 'one' }] },
            {
              type: 'list',
              children: [{ children: [{ type: 'paragraph', children: [{ value: 'two' }] }] }],
            },
          ],
        },
      ],
    })
    expect(numbers).toMatchObject({
      ordered: true,
      children: [{ children: [{ children: [{ value: 'first' }] }] }],
    })
    expect(quote).toMatchObject({
      children: [{ type: 'paragraph', children: [{ value: 'said' }] }],
    })
  })

  it('gives the typed characters back when a Markdown shortcut is undone', async () => {
    const desk = await openDesk(app)
    await desk.toText('summary')
    await type('# ')
    await press(app.page, 'Control+z')
    expect(blocksOf(await desk.saved(), 'summary').map(describeBlock)).toEqual(['# '])
  })

  it('puts blocks in from the slash menu', async () => {
    const desk = await openDesk(app)
    await desk.toText('summary')
    await type('Before /table')
    await app.page.waitForSelector('[role="listbox"] [role="option"]')
    await press(app.page, 'Enter')
    await type('Tool')
    await press(app.page, 'Tab')
    await type('Seen')
    const [text, table] = blocksOf(await desk.saved(), 'summary')
    expect(describeBlock(text!)).toBe('Before ')
    expect(table).toMatchObject({
      node: {
        type: 'table',
        align: [null, null, null],
        children: [
          { children: [{ children: [{ value: 'Tool' }] }, { children: [{ value: 'Seen' }] }, {}] },
          {},
          {},
        ],
      },
    })
  })

  it('drops what is dangerous from a paste and keeps its structure', async () => {
    const desk = await openDesk(app)
    await desk.toText('summary')
    await app.page.evaluate(() => {
      const data = new DataTransfer()
      data.setData(
        'text/html',
        `<h1>Title</h1><p style="color:red">A <a href="javascript:alert(1)">bad</a> and a
         <a href="https://example.org/x">good</a> link<img src=x onerror="window.hit=1"></p>
         <ul><li>item</li></ul><script>window.hit = 1</script>`,
      )
      document.activeElement!.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      )
    })
    const blocks = blocksOf(await desk.saved(), 'summary')
    expect(blocks.map(describeBlock)).toEqual(['# Title', 'A bad and a good link', 'list'])
    expect(JSON.stringify(blocks)).not.toContain('javascript')
    expect(JSON.stringify(blocks)).toContain('https://example.org/x')
    expect(await app.page.evaluate(() => 'hit' in window)).toBe(false)
  })

  it('marks a block as internal, and what is written after it', async () => {
    const desk = await openDesk(app)
    await desk.toText('summary')
    await type('Counsel has not seen this.')
    await click(app.page, 'Who may see this block: Public', 'button')
    await click(app.page, 'Internal, never published', '[role="menuitem"]')
    await app.page.waitForSelector('[data-run] [data-audience="internal"]')
    await press(app.page, 'End', 'Enter')
    await type('Nor this.')
    const blocks = blocksOf(await desk.saved(), 'summary')
    expect(blocks.map(({ audience }) => audience)).toEqual(['internal', 'internal'])
    expect(blocks.map(describeBlock)).toEqual(['Counsel has not seen this.', 'Nor this.'])
  })
})

describe('an input method', () => {
  it('composes Japanese while the autosave runs, and nothing is doubled', async () => {
    const desk = await openDesk(app, { locale: 'ja' })
    const session = await app.page.createCDPSession()
    await desk.toText('summary')
    for (let round = 0; round < 3; round++) {
      await compose(session, ['k', 'か', 'かg', 'かぎ'], '鍵')
      await compose(session, ['w', 'を', 'をn', 'をな', 'をなく', 'をなくs'], 'をなくした')
      // Longer than the autosave waits at most, in the middle of a word.
      await session.send('Input.imeSetComposition', {
        text: 'かぎ',
        selectionStart: 2,
        selectionEnd: 2,
      })
      await new Promise((resolve) => setTimeout(resolve, 1300))
      await session.send('Input.insertText', { text: '鍵。' })
    }
    const sentence = '鍵をなくした鍵。'
    const document = await desk.saved()
    expect(blocksOf(document, 'summary').map(describeBlock)).toEqual([sentence.repeat(3)])
    await press(app.page, 'Control+z')
    expect(blocksOf(await desk.saved(), 'summary').map(describeBlock)).toEqual([
      sentence.repeat(2) + '鍵をなくした',
    ])
  })
})
