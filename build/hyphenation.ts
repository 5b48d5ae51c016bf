/**
 * Writes the patterns by which words are divided to `dist/hyphenation/`, for the languages whose data names some: as data,
 * so that the program runs no code of theirs, with the licence of the package.
 */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { packagedPatterns } from '../electron/publish/hyphenation/patterns.ts'
import { ROOT } from './root.ts'

const target = join(ROOT, 'dist/hyphenation')
rmSync(target, { recursive: true, force: true })
mkdirSync(target, { recursive: true })

const files = readdirSync(join(ROOT, 'locales'))
  .map((locale) => join(ROOT, 'locales', locale, 'language.json'))
  .filter((file) => existsSync(file))
const names = new Set(
  files.flatMap((file) => {
    const data = JSON.parse(readFileSync(file, 'utf8')) as { hyphenation?: { patterns: string } }
    return data.hyphenation === undefined ? [] : [data.hyphenation.patterns]
  }),
)
for (const name of names)
  writeFileSync(join(target, `${name}.json`), JSON.stringify(packagedPatterns(name)))
copyFileSync(join(ROOT, 'node_modules/hyphen/LICENSE'), join(target, 'hyphen.LICENSE.txt'))
process.stderr.write(`built hyphenation: ${names.size} languages\n`)
