import type { Phrasing } from '../../../../model/document/text.ts'
import type { Kinds } from './kind.ts'

const fact = (name: string): Phrasing => ({ type: 'fact', fact: name, form: 'long' })
const text = (value: string): Phrasing => ({ type: 'text', value })

/** In what a translator carries over and does not translate. */
export const CODES: Kinds = {
  'a fact that is gone': {
    make: (target, source) => ({ source: [fact('f'), text(` ${source}`)], target }),
    rules: ['code-missing'],
  },
  'a fact too many': {
    make: (target, source) => ({ source, target: [fact('f'), text(` ${target}`)] }),
    rules: ['code-extra'],
  },
  'facts that changed places': {
    make: (target, source) => ({
      source: [fact('f'), text(` ${source} `), fact('g')],
      target: [fact('g'), text(` ${target} `), fact('f')],
    }),
    rules: ['code-order'],
  },
  'a fact that touches a word': {
    make: (target, source, { marks }) =>
      marks.wide || !/^[\p{L}\p{N}]/u.test(target)
        ? undefined
        : { source: [fact('f'), text(` ${source}`)], target: [fact('f'), text(target)] },
    rules: ['code-space'],
  },
  'a line too many': {
    make: (target, source) =>
      source.includes('\n') || target.includes('\n')
        ? undefined
        : { source, target: [text(target), { type: 'break' }, text(target)] },
    rules: ['break-differs'],
  },
}
