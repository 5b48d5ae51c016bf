import { homedir } from 'node:os'
import { expect, test } from 'vitest'
import { FILES, read, ROOT } from './sources.ts'

const texts = FILES.filter((file) =>
  /\.(ts|tsx|mjs|cjs|json|css|html|md|yml|svg|sh)$|\/run$/.test(file),
)

/** The rules name what they look for. */
const isHouse = (file: string) => file.startsWith('test/house/')

/** Lines of the repository that match, as `file:line`. */
const where = (pattern: RegExp, except: (file: string) => boolean = () => false) =>
  texts
    .filter((file) => !except(file))
    .flatMap((file) =>
      read(file)
        .split('\n')
        .flatMap((line, index) =>
          pattern.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [],
        ),
    )

test('no path of somebody’s machine is left in a file', () => {
  const here = [ROOT, homedir()]
    .filter((path) => path.split('/').length > 2)
    .map((path) => path.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
  expect(
    where(new RegExp(`(?<![\\w.])(${here.join('|')}|/root|/work)(?![\\w-])`), isHouse),
  ).toEqual([])
})

test('no file names a host to download from', () => {
  const hosts = [
    String.raw`registry\.[\w-]+\.\w+`,
    String.raw`[\w.-]*npmjs\.\w+`,
    String.raw`npmmirror\.\w+`,
    String.raw`[\w.]*unpkg\.com`,
    String.raw`[\w.]*jsdelivr\.net`,
    String.raw`[\w.]*googleapis\.com`,
    String.raw`deb\.debian\.org`,
    String.raw`archive\.ubuntu\.com`,
    String.raw`releases/download`,
  ].join('|')
  expect(where(new RegExp(hosts), isHouse)).toEqual([])
})

test('nothing is left for later', () => {
  expect(where(/\b(TODO|FIXME|XXX|HACK)\b/, isHouse)).toEqual([])
})

test('no test is left out or left alone', () => {
  const focused = /\b(test|it|describe)\.(only|skip|todo)\b(?!If)/
  expect(where(focused, (file) => !/\.test\.tsx?$/.test(file))).toEqual([])
})
