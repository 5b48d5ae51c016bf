// What the starter says, in the language of the system. It speaks before anything is built or installed, so it reads
// the interface strings from the disk. Plain JavaScript that an old Node can read.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const locales = join(fileURLToPath(import.meta.url), '../../locales')
/** The language that the app is written in; every other may fall back on it. */
const SOURCE = 'en'

/**
 * @param {string} tag
 * @returns {Record<string, string> | undefined}
 */
function read(tag) {
  try {
    return JSON.parse(readFileSync(join(locales, tag, 'interface/start.json'), 'utf8'))
  } catch {
    return undefined
  }
}

/** The system's language as a BCP 47 tag: POSIX says it in the environment, other systems to `Intl`. */
function systemLocale() {
  const { LANGUAGE, LC_ALL, LC_MESSAGES, LANG } = process.env
  const first = LANGUAGE?.split(':')[0] || LC_ALL || LC_MESSAGES || LANG || ''
  const posix = first.replace(/[.@].*$/, '').replaceAll('_', '-')
  return posix && posix !== 'C' && posix !== 'POSIX'
    ? posix
    : process.platform === 'win32' || process.platform === 'darwin'
      ? Intl.DateTimeFormat().resolvedOptions().locale
      : SOURCE
}

/** @returns {Record<string, string>} */
function words() {
  const wanted = systemLocale().toLowerCase()
  const tags = readdirSync(locales)
  const exact = tags.find((tag) => tag.toLowerCase() === wanted)
  const language = tags.find((tag) => tag.toLowerCase() === wanted.split('-')[0])
  return Object.assign({}, ...[SOURCE, language, exact].map((tag) => tag && read(tag)))
}

/** @type {Record<string, string> | undefined} */
let loaded

/**
 * A sentence of `locales/<tag>/interface/start.json`.
 * @param {string} key
 * @param {Record<string, string | number>} [params] for its `{{slots}}`
 */
export function sentence(key, params = {}) {
  loaded ??= words()
  return Object.entries(params).reduce(
    (text, [name, value]) => text.replaceAll(`{{${name}}}`, String(value)),
    loaded[key] ?? key,
  )
}

/**
 * Says it on stderr: stdout belongs to what is started.
 * @param {string} key
 * @param {Record<string, string | number>} [params]
 */
export function say(key, params) {
  process.stderr.write(`${sentence(key, params)}\n`)
}
