import { expect, test } from 'vitest'
import { read } from './sources.ts'

interface Package {
  readonly resolved?: string
  readonly integrity?: string
  readonly link?: boolean
  readonly optionalDependencies?: Readonly<Record<string, string>>
}
const { packages } = JSON.parse(read('package-lock.json')) as {
  packages: Readonly<Record<string, Package>>
}
const entries = Object.entries(packages).filter(([path]) => path !== '')

test('the lock file names no host and has the integrity of every package', () => {
  expect(entries.length).toBeGreaterThan(100)
  const wrong = entries.filter(
    ([, { resolved, integrity, link }]) => resolved !== undefined || (!link && !integrity),
  )
  expect(wrong.map(([path]) => path)).toEqual([])
})

test('the lock file has the packages of every platform', () => {
  const names = new Set(entries.map(([path]) => path.split('node_modules/').at(-1)))
  const missing = entries.flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !names.has(name))
      .map((name) => `${path}: ${name}`),
  )
  expect(missing).toEqual([])
})

test('every dependency is pinned to one version', () => {
  const manifest = JSON.parse(read('package.json')) as Readonly<
    Record<
      'dependencies' | 'devDependencies' | 'optionalDependencies',
      Readonly<Record<string, string>>
    >
  >
  const all = Object.entries({
    ...manifest.dependencies,
    ...manifest.devDependencies,
    ...manifest.optionalDependencies,
  })
  expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
})
