import { expect, test } from 'vitest'
import { paragraphBlock } from '../../model/document/blank.ts'
import { withDivisions } from '../../electron/publish/hyphenation/divide.ts'
import { bodyOf, documentOf, page } from './pages.ts'

/** The pieces of a paragraph that may not break on paper. */
async function bound(text: string): Promise<string[]> {
  const document = documentOf('en', 'Title', ['prose', '', [paragraphBlock('a0', text)]])
  const html = bodyOf(await page(document, 'en', { medium: 'print' }))
  const paragraph = html.slice(html.indexOf('<p>') + 3, html.indexOf('</p>'))
  expect(paragraph.replace(/<[^>]+>|\u00AD/g, '')).toBe(text)
  return [...paragraph.matchAll(/<span class="bound">([^<]*)<\/span>/g)].map(([, word]) => word!)
}

test('on paper a word with a hyphen stays on one line', async () => {
  expect(await bound('a long-term plan, e-mail-like')).toEqual(['long-term', 'e-mail-like'])
  expect(await bound('in- en uitgaand verkeer')).toEqual(['in- en'])
  expect(await bound('one - two')).toEqual(['- two'])
  expect(await bound('CVE‐2026‐1')).toEqual(['CVE‐2026‐1'])
})

test('an address may break at its slashes, and a text without spaces anywhere', async () => {
  expect(await bound('https://example.org/a-b/c-d')).toEqual(['a-b', 'c-d'])
  expect(await bound('更新はrelease-agentが行います')).toEqual(['release-agent'])
  expect(await bound(`x${'-y'.repeat(40)}`)).toEqual([])
})

test('on a screen nothing is bound: there the hyphen is a good place to break', async () => {
  const document = documentOf('en', 'T', ['prose', '', [paragraphBlock('a0', 'long-term')]])
  expect(bodyOf(await page(document, 'en'))).toContain('<p>long-term</p>')
})

const divided = (text: string, locale: string): string =>
  withDivisions(text, locale).replaceAll('\u00AD', '|')

test('long words may be divided where their language does it, never near an end', () => {
  expect(divided('the investigation of authentication', 'en')).toBe(
    'the inves|ti|ga|tion of authen|ti|ca|tion',
  )
  expect(divided('de ondersteuningsmedewerkers', 'nl')).toBe('de onder|steu|nings|me|de|wer|kers')
  expect(divided('die Sicherheitsvorkehrungen', 'de')).toBe('die Sicher|heits|vor|keh|rungen')
  expect(divided('インターネットの利用', 'ja')).toBe('インターネットの利用')
})

test('names, addresses, identifiers and short words stay whole', () => {
  const whole =
    'Corrimond short support.example/authentication supportConsole security@authentication.example AUTHENTICATION'
  expect(divided(whole, 'en')).toBe(whole)
})

test('on paper running text is divided; headings, code and what is on a screen are not', async () => {
  const document = documentOf('en', 'Authentication', [
    'prose',
    'Authentication',
    [paragraphBlock('a0', 'authentication')],
  ])
  const paper = bodyOf(await page(document, 'en', { medium: 'print' }))
  expect(paper).toContain('<p>authen\u00ADti\u00ADca\u00ADtion</p>')
  expect(paper.match(/\u00AD/g)).toHaveLength(3)
  expect(bodyOf(await page(document, 'en'))).not.toContain('\u00AD')
})
