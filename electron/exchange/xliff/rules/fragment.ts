import { isNmtoken } from './value.ts'

/** A reference into the same document: `#f=f1/u=1/n=n1` (XLIFF 2.1, section 3). */
export interface Fragment {
  readonly file?: string
  readonly group?: string
  readonly unit?: string
  /** What it leads to: the prefix of its kind, empty for a segment or inline element of the source, and its id. */
  readonly leaf?: readonly [prefix: string, id: string]
}

const CONTAINERS = ['f', 'g', 'u'] as const
/** Notes, data, and inline elements of the target; then the modules; then the extension that is registered at OASIS. */
const LEAVES = new Set([
  'n',
  'd',
  't',
  'ctr',
  'fs',
  'gls',
  'its',
  'mda',
  'mtc',
  'res',
  'slr',
  'val',
])
LEAVES.add('tbx')

/** The parts of a fragment identifier, or undefined where it is not one. Takes it with its `#`. */
export function parseFragment(text: string): Fragment | undefined {
  const steps = text.replace(/^#\/?/, '').split('/')
  const found: { f?: string; g?: string; u?: string } = {}
  let leaf: readonly [string, string] | undefined
  let level = -1
  for (const step of steps) {
    const [, prefix = '', id = ''] = /^(?:([^=]*)=)?(.*)$/.exec(step)!
    if (leaf !== undefined || !isNmtoken(id) || (step.includes('=') && prefix === ''))
      return undefined
    const container = CONTAINERS.indexOf(prefix as 'f')
    if (container === -1) {
      if (prefix !== '' && !LEAVES.has(prefix)) return undefined
      leaf = [prefix, id]
    } else {
      if (container <= level) return undefined
      level = container
      found[CONTAINERS[container]!] = id
    }
  }
  return {
    ...(found.f === undefined ? {} : { file: found.f }),
    ...(found.g === undefined ? {} : { group: found.g }),
    ...(found.u === undefined ? {} : { unit: found.u }),
    ...(leaf === undefined ? {} : { leaf }),
  }
}
