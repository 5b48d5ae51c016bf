import fc from 'fast-check'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { contentForAudience, passagesIn, withPassage } from '../../model/document/passage.ts'
import { lengthOf } from '../../model/document/splice.ts'
import { ContentSchema, plainText, type Content, type Phrasing } from '../../model/document/text.ts'
import { contentHash } from '../../model/units/hash.ts'
import { content } from '../renderer/editor/flows.ts'

const text = (value: string): Phrasing => ({ type: 'text', value })
const internal = (...children: Phrasing[]): Phrasing => ({
  type: 'passage',
  audience: 'internal',
  children,
})

/** A sentence in which what stands in braces is internal. */
const sentence = (line: string): Content =>
  line
    .split(/(\{[^}]*\})/u)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith('{') ? internal(text(part.slice(1, -1))) : text(part)))

const publicly = (line: string): string =>
  plainText(contentForAudience(sentence(line), 'public'), () => '#')

test.each([
  ['We saw {Eve on the jump host, } a stranger.', 'We saw a stranger.'],
  ['It stopped {at Bob’s desk}.', 'It stopped.'],
  ['{Bob says: }It stopped.', 'It stopped.'],
  ['It stopped. {Ask legal first.}', 'It stopped.'],
  ['It stopped. {Ask legal first.} It went on.', 'It stopped. It went on.'],
  ['First, {second,} third.', 'First, third.'],
  ['First, {second}, third.', 'First, third.'],
  ['It stopped {a}{b} at {c} noon.', 'It stopped at noon.'],
  ['Some customers ({Acme and Initech}) saw it.', 'Some customers saw it.'],
  ['Some ({large} ) customers.', 'Some customers.'],
  ['Vu par {Ève}\u00A0: rien.', 'Vu par\u00A0: rien.'],
  ['サービスは{田中のミスで}停止した。', 'サービスは停止した。'],
  ['停止した。{要確認。}再開した。', '停止した。再開した。'],
  ['توقف الخادم {عند مكتب بدر}، ثم عاد.', 'توقف الخادم، ثم عاد.'],
  ['Nothing is marked.', 'Nothing is marked.'],
  ['{All of it.}', ''],
])('the public reads "%s" as "%s"', (line, read) => {
  expect(publicly(line)).toBe(read)
})

test('a passage is for those inside its circle and everybody narrower', () => {
  const line: Content = [
    text('a '),
    { type: 'passage', audience: 'regulator', children: [text('b ')] },
    text('c'),
  ]
  const read = (['public', 'customer', 'regulator', 'internal'] as const).map((reader) =>
    plainText(contentForAudience(line, reader)),
  )
  expect(read).toEqual(['a c', 'a c', 'a b c', 'a b c'])
})

test('marks that a passage parted are whole again, so that no tag tells that something was cut', () => {
  const line: Content = [
    { type: 'strong', children: [text('It ')] },
    internal({ type: 'strong', children: [text('really ')] }),
    { type: 'strong', children: [text('stopped')] },
  ]
  expect(contentForAudience(line, 'public')).toEqual([
    { type: 'strong', children: [text('It stopped')] },
  ])
})

test('a text without passages is the same object for everybody, so that nothing is worked out again', () => {
  const line: Content = [text('It stopped.')]
  expect(contentForAudience(line, 'public')).toBe(line)
})

test('passages stand at the top of a text alone', () => {
  const good = [text('a'), internal(text('b'))]
  expect(v.is(ContentSchema, good)).toBe(true)
  expect(v.is(ContentSchema, [internal(internal(text('b')))])).toBe(false)
  expect(v.is(ContentSchema, [{ type: 'strong', children: [internal(text('b'))] }])).toBe(false)
  expect(v.is(ContentSchema, [{ ...internal(text('b')), audience: 'public' }])).toBe(false)
})

test('marking words changes no word, whatever they are made of, and can be taken back', () => {
  fc.assert(
    fc.property(content, fc.nat(40), fc.nat(40), (line, start, length) => {
      const plain: Content = line.flatMap((node) =>
        node.type === 'passage' ? node.children : [node],
      )
      const marked = withPassage(plain, start, start + length, 'internal')
      expect(v.is(ContentSchema, marked)).toBe(true)
      expect(plainText(marked, (fact) => fact)).toBe(plainText(plain, (fact) => fact))
      const size = plain.reduce((sum, node) => sum + lengthOf(node), 0)
      const back = withPassage(marked, 0, size, 'public')
      expect(passagesIn(back)).toEqual([])
      expect(plainText(back, (fact) => fact)).toBe(plainText(plain, (fact) => fact))
    }),
    { numRuns: 500 },
  )
})

test('what the public reads never depends on what a passage says', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.boolean(), content), { maxLength: 6 }),
      fc.array(content, { minLength: 6, maxLength: 6 }),
      (parts, others) => {
        const bare = (line: Content): Content => line.filter((node) => node.type !== 'passage')
        const filled = (inside: (at: number) => Content): Content =>
          parts.flatMap(([hidden, line], at) =>
            hidden ? [internal(...bare(inside(at)))] : bare(line),
          )
        const one = contentForAudience(
          filled((at) => parts[at]![1]),
          'public',
        )
        const other = contentForAudience(
          filled((at) => others[at]!),
          'public',
        )
        expect(one).toEqual(other)
      },
    ),
    { numRuns: 500 },
  )
})

test('a changed passage makes another text of it, for translators too', () => {
  const hashes = ['{Bob}', '{Eve}', 'Bob'].map((who) => contentHash(sentence(`Seen by ${who}.`)))
  expect(new Set(hashes).size).toBe(3)
})
