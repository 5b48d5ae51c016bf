import type { ValueName } from './value.ts'

/**
 * What an element of the core may hold. `children`: the letters of its children in order, `x` being an element of a
 * module or an extension. `foreign`: attributes of other namespaces, all of them or those of modules alone.
 */
export interface ElementRule {
  readonly letter: string
  readonly attributes: Readonly<Record<string, ValueName>>
  readonly required?: readonly string[]
  readonly children: RegExp
  readonly text?: true
  readonly foreign?: 'any' | 'module'
  readonly xml?: readonly ('lang' | 'space')[]
}

const inherited = {
  canResegment: 'yesNo',
  translate: 'yesNo',
  srcDir: 'direction',
  trgDir: 'direction',
} as const
const edited = { canCopy: 'yesNo', canDelete: 'yesNo', canReorder: 'firstNo' } as const
const typed = { type: 'codeType', subType: 'subType' } as const
const single = { copyOf: 'id', dataRef: 'id', disp: 'any', equiv: 'any', subFlows: 'ids' } as const
const mark = {
  id: 'id',
  translate: 'yesNo',
  type: 'annotation',
  ref: 'any',
  value: 'any',
} as const
const content = { children: /^[cpPSEmab]*$/, text: true } as const
const both = ['lang', 'space'] as const

/** The elements of XLIFF 2.0, 2.1 and 2.2 (2.1, section 4.2). 2.2 adds metadata before the first file. */
export const ELEMENTS: Readonly<Record<string, ElementRule>> = {
  xliff: {
    letter: 'X',
    attributes: { version: 'any', srcLang: 'language', trgLang: 'language' },
    required: ['version', 'srcLang'],
    children: /^F+$/,
    foreign: 'any',
    xml: both,
  },
  file: {
    letter: 'F',
    attributes: { id: 'id', original: 'any', ...inherited },
    required: ['id'],
    children: /^K?x*N?[UG]+$/,
    foreign: 'any',
    xml: both,
  },
  skeleton: { letter: 'K', attributes: { href: 'any' }, children: /^x*$/, text: true },
  group: {
    letter: 'G',
    attributes: { id: 'id', name: 'any', type: 'own', ...inherited },
    required: ['id'],
    children: /^x*N?[UG]*$/,
    foreign: 'any',
    xml: both,
  },
  unit: {
    letter: 'U',
    attributes: { id: 'id', name: 'any', type: 'own', ...inherited },
    required: ['id'],
    children: /^x*N?D?[sI]*s[sI]*$/,
    foreign: 'any',
    xml: both,
  },
  segment: {
    letter: 's',
    attributes: { id: 'id', canResegment: 'yesNo', state: 'state', subState: 'own' },
    children: /^ot?$/,
    foreign: 'module',
  },
  ignorable: { letter: 'I', attributes: { id: 'id' }, children: /^ot?$/ },
  notes: { letter: 'N', attributes: {}, children: /^n+$/ },
  note: {
    letter: 'n',
    attributes: {
      id: 'id',
      appliesTo: 'noteType',
      category: 'any',
      priority: 'priority',
      ref: 'any',
    },
    children: /^$/,
    text: true,
    foreign: 'any',
    xml: both,
  },
  originalData: { letter: 'D', attributes: {}, children: /^d+$/ },
  data: {
    letter: 'd',
    attributes: { id: 'id', dir: 'direction' },
    required: ['id'],
    children: /^c*$/,
    text: true,
    xml: ['space'],
  },
  source: { letter: 'o', attributes: {}, ...content, xml: both },
  target: { letter: 't', attributes: { order: 'positive' }, ...content, xml: both },
  cp: { letter: 'c', attributes: { hex: 'hex' }, required: ['hex'], children: /^$/ },
  ph: {
    letter: 'p',
    attributes: { id: 'id', ...edited, ...typed, ...single },
    required: ['id'],
    children: /^$/,
    foreign: 'module',
  },
  pc: {
    letter: 'P',
    attributes: {
      id: 'id',
      canOverlap: 'yesNo',
      copyOf: 'id',
      dataRefEnd: 'id',
      dataRefStart: 'id',
      dir: 'direction',
      dispEnd: 'any',
      dispStart: 'any',
      equivEnd: 'any',
      equivStart: 'any',
      subFlowsEnd: 'ids',
      subFlowsStart: 'ids',
      ...edited,
      ...typed,
    },
    required: ['id'],
    ...content,
    foreign: 'module',
  },
  sc: {
    letter: 'S',
    attributes: {
      id: 'id',
      canOverlap: 'yesNo',
      dir: 'direction',
      isolated: 'yesNo',
      ...edited,
      ...typed,
      ...single,
    },
    required: ['id'],
    children: /^$/,
    foreign: 'module',
  },
  ec: {
    letter: 'E',
    attributes: {
      id: 'id',
      startRef: 'id',
      canOverlap: 'yesNo',
      dir: 'direction',
      isolated: 'yesNo',
      ...edited,
      ...typed,
      ...single,
    },
    children: /^$/,
    foreign: 'module',
  },
  mrk: { letter: 'm', attributes: mark, required: ['id'], ...content, foreign: 'any' },
  sm: { letter: 'a', attributes: mark, required: ['id'], children: /^$/, foreign: 'any' },
  em: { letter: 'b', attributes: { startRef: 'id' }, required: ['startRef'], children: /^$/ },
}

export const XLIFF_2_2_CHILDREN = /^x*N?F+$/
