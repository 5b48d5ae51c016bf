/** The program leaned on something of Electron's that the stand-in does not have. */
export class Missing extends Error {
  constructor(what: string) {
    super(`The stand-in for Electron has no ${what}`)
    this.name = 'Missing'
  }
}

/** What the language itself looks for on any object: a promise, JSON, a printout. */
const LANGUAGE = new Set([
  'then',
  'toJSON',
  'constructor',
  'asymmetricMatch',
  '$$typeof',
  'nodeType',
])

/**
 * Electron's API has hundreds of members, the stand-in a few dozen. A missing one must not read as `undefined`, or
 * `electron.x?.()` would pass here and act there: it throws, when read and when set.
 */
export function strict<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(object, key, receiver) {
      if (typeof key === 'symbol' || key in object) return Reflect.get(object, key, receiver)
      if (LANGUAGE.has(key)) return undefined
      throw new Missing(`${name}.${key}`)
    },
    set(object, key, value, receiver) {
      if (typeof key === 'string' && !(key in object)) throw new Missing(`${name}.${key}`)
      return Reflect.set(object, key, value, receiver)
    },
  })
}

/** Refuses options that the stand-in would pass over in silence. */
export function known(name: string, options: object | undefined, names: readonly string[]): void {
  for (const key of Object.keys(options ?? {}))
    if (!names.includes(key)) throw new Missing(`option ${key} of ${name}`)
}
