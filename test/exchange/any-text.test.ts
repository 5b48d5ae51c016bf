import fc from 'fast-check'
import { expect, test } from 'vitest'
import { knownCodes, tokensOf } from '../../electron/exchange/bilingual/code.ts'
import { contentOf } from '../../electron/exchange/bilingual/content.ts'
import { mergeReturned } from '../../electron/exchange/bilingual/merge.ts'
import { outgoing } from '../../electron/exchange/bilingual/outgoing.ts'
import { normalRuns } from '../../electron/exchange/docx/notation.ts'
import { parseXml } from '../../electron/exchange/xml/parse.ts'
import { readXliff } from '../../electron/exchange/xliff/read.ts'
import { validate } from '../../electron/exchange/xliff/validate.ts'
import { writeXliff } from '../../electron/exchange/xliff/write.ts'
import { wordsFor } from '../../electron/app/words.ts'
import { isBlank, type Content, type Phrasing } from '../../model/document/text.ts'
import { contentHash } from '../../model/units/hash.ts'
import { mapUnits } from '../../model/units/unit.ts'
import { valueOf } from '../fixtures/library.ts'
import { fullDocument } from './xliff/full.ts'

const RUNS = { seed: 20_260_501, numRuns: 300 }
/** Characters that a format might trip over: its own signs, controls, halves of pairs, brackets of ours, white space. */
const value = fc.string({
  unit: fc.constantFrom(
    ...[
      'a',
      'b',
      ' ',
      '\n',
      '\t',
      '\r',
      '<',
      '>',
      '&',
      '"',
      "'",
      ']]>',
      '⟦',
      '⟧',
      '1',
      '/',
      '{',
      '}',
    ],
    ...['\u0001', '\uD800', '\uFFFE', '\u{1F511}', '漢', 'ع', '\u200F', '\u00A0', '\u2028', 'é'],
  ),
  maxLength: 12,
})
const id = fc.constantFrom('f1', 'f2', 'note')
const leaf: fc.Arbitrary<Phrasing> = fc.oneof(
  value.map((text): Phrasing => ({ type: 'text', value: text })),
  value.map((text): Phrasing => ({ type: 'inlineCode', value: text })),
  fc.constant<Phrasing>({ type: 'break' }),
  id.map((fact): Phrasing => ({ type: 'fact', fact, form: 'long' })),
  id.map((note): Phrasing => ({ type: 'footnoteReference', note })),
)
const inline: fc.Arbitrary<readonly Phrasing[]> = fc.letrec<{
  some: readonly Phrasing[]
  one: Phrasing
}>((tie) => ({
  some: fc.array(tie('one'), { maxLength: 4 }),
  one: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.record({
      type: fc.constantFrom('strong' as const, 'emphasis' as const, 'delete' as const),
      children: tie('some'),
    }),
    fc.record({
      type: fc.constant('link' as const),
      url: fc.constantFrom('https://example.org/?a=1&b="2"', 'mailto:a@example.org'),
      title: fc.option(value, { nil: undefined }),
      children: tie('some'),
    }),
  ),
})).some
const text: fc.Arbitrary<Content> = fc
  .tuple(inline, inline, fc.constantFrom('internal' as const, 'customer' as const))
  .map(([before, inside, audience]) => [...before, { type: 'passage', audience, children: inside }])

const document = fullDocument()
const UNIT = document.title.id
const NOW = '2026-05-01T08:00:00.000Z'
/** Everybody with a text in it may see it, whatever the fixture says. */
const withTitle = (source: Content) =>
  mapUnits(document, (unit, content) => (unit === UNIT ? source : content))

test('any text and any translation of it go out as valid XLIFF, come back as they were, and go out again the same', () => {
  fc.assert(
    fc.property(text, text, (source, target) => {
      fc.pre(!isBlank(source) && !isBlank(target))
      const here = withTitle(source)
      const translation = {
        unit: UNIT,
        locale: 'ja',
        content: target,
        state: 'reviewed',
        origin: 'human',
        sourceHash: contentHash(source),
        changedAt: NOW,
      } as const
      const out = outgoing(here, [translation], 'ja', 'internal', wordsFor)
      const one = { ...out, units: out.units.filter((unit) => unit.id === UNIT) }
      const written = writeXliff(one)
      expect(validate(valueOf(parseXml(written, 'x.xlf')))).toEqual([])
      const bytes = new TextEncoder().encode(written)
      const [back] = valueOf(readXliff({ name: 'x.xlf', bytes }))
      const { changes, report } = mergeReturned(here, [], back!, NOW)
      expect(report).toMatchObject({ taken: 1, drifted: [], codes: [], kept: [] })
      const put = changes.find((change) => change.type === 'translation.put')
      expect(contentHash(put!.translation.content)).toBe(contentHash(target))
      const again = outgoing(here, [put!.translation], 'ja', 'internal', wordsFor)
      expect(writeXliff({ ...again, units: again.units.filter((unit) => unit.id === UNIT) })).toBe(
        written,
      )
    }),
    RUNS,
  )
})

test('what a table keeps of any text is all of its words and codes, and is kept for good', () => {
  const flat = (content: Content): string =>
    tokensOf([], content)
      .target.map((token) =>
        token.kind === 'text'
          ? token.text
          : /strong|emphasis|delete/.test(token.code.shell!)
            ? ''
            : token.code.shell,
      )
      .join('')
  fc.assert(
    fc.property(text, text, (source, target) => {
      const kept = normalRuns(target, source)
      expect(flat(kept)).toBe(flat(target).replaceAll('\n', '{"type":"break"}'))
      expect(contentHash(normalRuns(kept, source))).toBe(contentHash(kept))
    }),
    RUNS,
  )
})

test('numbers of codes lead back to the codes', () => {
  fc.assert(
    fc.property(text, text, (source, target) => {
      const tokens = tokensOf(source, target)
      const known = knownCodes(source, target)
      const bare = tokens.target.map((token) =>
        token.kind === 'text' ? token : { ...token, code: { id: token.code.id, shell: undefined } },
      )
      const back = contentOf(bare, known)
      expect(back && contentHash(back)).toBe(contentHash(target))
    }),
    RUNS,
  )
})
