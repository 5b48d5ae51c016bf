/** The core of XLIFF 2.0 and 2.1, which share a namespace (XLIFF 2.1, 4.1), and that of 2.2. */
export const CORES = {
  'urn:oasis:names:tc:xliff:document:2.0': ['2.0', '2.1'],
  // A valid file of the conformance suite of 2.2 still says 2.1.
  'urn:oasis:names:tc:xliff:document:2.2': ['2.2', '2.1'],
} as const
export const CORE = 'urn:oasis:names:tc:xliff:document:2.0'
export const XLIFF_1_2 = 'urn:oasis:names:tc:xliff:document:1.2'

/** What we say besides in a file of ours: hashes, and for whom it was written. */
export const OWN = 'urn:afterword:exchange:1'

const MODULE = 'urn:oasis:names:tc:xliff:'
/** The modules of XLIFF 2 by the prefix that the specification uses for them. */
export const MODULES = {
  ctr: `${MODULE}changetracking:2.`,
  fs: `${MODULE}fs:2.0`,
  gls: `${MODULE}glossary:2.0`,
  itsm: `${MODULE}itsm:2.1`,
  mda: `${MODULE}metadata:2.0`,
  mtc: `${MODULE}matches:2.0`,
  pgs: `${MODULE}pgs:1.0`,
  res: `${MODULE}resourcedata:2.0`,
  slr: `${MODULE}sizerestriction:2.0`,
  val: `${MODULE}validation:2.0`,
} as const
export type ModuleName = keyof typeof MODULES

export const isCore = (namespace: string): boolean => Object.hasOwn(CORES, namespace)

/** The module that a namespace is, if it is one. Change tracking has had two: 2.0 and 2.1. */
export const moduleOf = (namespace: string): ModuleName | undefined =>
  (Object.keys(MODULES) as ModuleName[]).find((name) =>
    name === 'ctr' ? namespace.startsWith(MODULES.ctr) : namespace === MODULES[name],
  )
