import { changed, count, QUOTES, type Kinds } from './kind.ts'

const DENSE = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]`
const borderPattern = new RegExp(
  `(?<=${DENSE})(?=[\\p{Script=Latin}\\d])|(?<=[\\p{Script=Latin}\\d])(?=${DENSE})`,
  'gu',
)
const withoutStop = (text: string): string | undefined =>
  /[\p{L}\p{N}][.。]$/u.test(text) ? text.slice(0, -1) : undefined

/** In marks and in the spaces beside them. */
export const MARKS: Kinds = {
  'a space before a mark': {
    make: (target, source, { typography }) =>
      typography === null || / [,.;:!?…،؛؟]/u.test(source)
        ? undefined
        : changed(target, /(?<=\p{L})[,،](?= )|(?<=\p{L})\.$/u, (mark) => ` ${mark}`),
    rules: ['mark-space'],
  },
  'no space behind a comma': {
    make: (target, source, { typography, marks }) =>
      typography === null || marks.wide || /\p{L}[,;!?،؛؟]\p{L}/u.test(source)
        ? undefined
        : (changed(target, /(?<=\p{L}[,،]) (?=\p{L})/u, () => '') ?? {
            source: `${source} (A, B)`,
            target: `${target} (A${marks.comma}B)`,
          }),
    rules: ['mark-space'],
  },
  'a mark of another width': {
    make: (target, _, { marks }) =>
      marks.wide
        ? changed(target, new RegExp(`(?<=${DENSE})[。，](?!\\d)`, 'u'), (mark) =>
            mark === '。' ? '.' : ',',
          )
        : changed(target, /(?<=\p{L})[.,](?= |$)/u, (mark) => (mark === '.' ? '。' : '，')),
    rules: ['mark-width'],
  },
  'a question that does not begin with its mark': {
    make(target, source, { marks }) {
      if (marks.inverted === undefined || target.includes(marks.inverted.question)) return undefined
      const [here, there] = [withoutStop(source), withoutStop(target)]
      return here === undefined || there === undefined
        ? undefined
        : { source: `${here}?`, target: `${there}${marks.question}` }
    },
    rules: ['mark-inverted'],
  },
  'quotation marks of another language': {
    make(target, _, { typography }) {
      if (typography === null || count(target, QUOTES) !== 2 || /\d["”]/u.test(target))
        return undefined
      const own = [...typography.quotes.outer, ...typography.quotes.inner].join('')
      const others = [...'„«「'].filter((mark) => !own.includes(mark))
      return others.length === 0 ? undefined : changed(target, QUOTES, () => others[0]!)
    },
    rules: ['quote-style'],
  },
  'three dots for an ellipsis': {
    make(target, source, { typography }) {
      if (typography === null || typography.ellipsis === '...') return undefined
      const [here, there] = [withoutStop(source), withoutStop(target)]
      return here === undefined || there === undefined
        ? undefined
        : { source: `${here}…`, target: `${there}...` }
    },
    rules: ['ellipsis-style'],
  },
  'the apostrophe of a typewriter': {
    make: (target, _, { typography }) =>
      typography === null || typography.apostrophe === "'"
        ? undefined
        : (changed(target, /(?<=\p{L})’(?=\p{L})/u, () => "'") ??
          changed(target, /(?<=\p{L}) (?=\p{Lu}\p{L})/u, () => "'")),
    rules: ['apostrophe-style'],
  },
  'a hyphen for a dash': {
    make: (target, _, { typography }) =>
      typography === null ? undefined : changed(target, /(?<=\p{L}),? (?=\p{L})/u, () => ' - '),
    rules: ['dash-style'],
  },
  'a mark that begins a line': {
    make: (target, source, { marks }) =>
      /^[\p{L}\p{N}]/u.test(source) ? `${marks.comma}${marks.wide ? '' : ' '}${target}` : undefined,
    rules: ['line-start'],
  },
  'a space between scripts that have none': {
    make(target) {
      if (
        new RegExp(`${DENSE} [\\p{Script=Latin}\\d]|[\\p{Script=Latin}\\d] ${DENSE}`, 'u').test(
          target,
        )
      )
        return undefined
      return count(target, borderPattern) < 2
        ? undefined
        : changed(target, borderPattern, () => ' ')
    },
    rules: ['space-border'],
  },
}
