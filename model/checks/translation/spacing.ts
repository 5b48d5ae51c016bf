import { NOTE, OBJECT, type Finding, type Pair } from './pair.ts'

const SPACE = '[ \\t\u00A0\u2000-\u200A\u202F\u3000]'
const EDGE = new RegExp(`^${SPACE}+|${SPACE}+$`, 'gu')
const DOUBLE = new RegExp(`(?<=\\S)${SPACE}{2,}(?=\\S)`, 'gu')

const found = (
  rule: 'space-edge' | 'space-double' | 'mark-space',
  match: RegExpExecArray,
  text: string,
  params: Finding['params'] = {},
): Finding => {
  const [start, end] = [match.index, match.index + match[0].length]
  return { rule, start, end, params, edits: [{ start, end, text }] }
}

/** What stands around a place on either side, in characters. */
const AROUND = 24
const OBJECTS = new RegExp(`[${OBJECT}${NOTE}]+`, 'gu')

/** A place whose spaces can be seen (U+2423), because a sentence about it shows several as one and none at its edge. */
function spacesAt(text: string, { start, end }: Finding): string {
  const [before, after] = [[...text.slice(0, start)], [...text.slice(end)]]
  const left = before.length > AROUND ? ['…', ...before.slice(-AROUND)] : before
  const right = after.length > AROUND ? [...after.slice(0, AROUND), '…'] : after
  return [...left, '\u2423'.repeat(end - start), ...right].join('').replaceAll(OBJECTS, '…')
}

const seen =
  (text: string) =>
  (finding: Finding): Finding => ({
    ...finding,
    params: { ...finding.params, text: spacesAt(text, finding) },
  })

function edges({ there }: Pair): Finding[] {
  return Array.from(there.matchAll(EDGE), (match) => found('space-edge', match, '')).map(
    seen(there),
  )
}

function doubled({ here, there }: Pair): Finding[] {
  if (here.search(DOUBLE) !== -1) return []
  return Array.from(there.matchAll(DOUBLE), (match) =>
    found('space-double', match, match[0][0]!),
  ).map(seen(there))
}

/** Spaces before marks, and none behind them, by the practice of the language. */
function besideMarks({ here, there, to }: Pair): Finding[] {
  const { marks, typography } = to
  if (typography === null) return []
  const wanted = typography.spaces
  const spaced = wanted.map(({ before }) => before).join('')
  const before = [...',.;:!?…،؛؟。，、；：？！'].filter((mark) => !spaced.includes(mark)).join('')
  const never = new RegExp(`(?<=[\\p{L}\\p{N}])${SPACE}+(?=[${before}](?:\\s|$))`, 'gu')
  const params = (match: RegExpExecArray): Finding['params'] => ({
    target: there[match.index + match[0].length] ?? '',
  })
  const extra = here.search(never) === -1 ? Array.from(there.matchAll(never)) : []
  const lacking = wanted.flatMap(({ before: signs, space }) =>
    Array.from(
      there.matchAll(new RegExp(`(?<=[\\p{L}\\p{N})])(?=[${signs}](?:\\s|$))`, 'gu')),
      (match): Finding =>
        found('mark-space', match, space, { context: 'lacking', ...params(match) }),
    ),
  )
  const behind = /(?<=\p{L}[,;!?،؛؟])(?=\p{L})/gu
  const tight =
    marks.wide || here.search(behind) !== -1
      ? []
      : Array.from(there.matchAll(behind), (match): Finding =>
          found('mark-space', match, ' ', {
            context: 'behind',
            target: there[match.index - 1] ?? '',
          }),
        )
  return [
    ...extra.map((match) => found('mark-space', match, '', params(match))),
    ...lacking,
    ...tight,
  ]
}

/** White space at the edges, twice, and beside marks. */
export const spacing = (pair: Pair): Finding[] => [
  ...edges(pair),
  ...doubled(pair),
  ...besideMarks(pair),
]
