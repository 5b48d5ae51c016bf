import { expect, test } from 'vitest'
import { CODE, FILES, parse, read } from './sources.ts'

const written = FILES.filter((file) => /\.(ts|tsx|mjs|css)$/.test(file))

test('no file has more than 400 lines', () => {
  const long = written.filter((file) => read(file).split('\n').length > 401)
  expect(long).toEqual([])
})

test('a file is named by what it holds', () => {
  const vague = written.filter((file) =>
    /(^|\/)(utils?|helpers?|common|misc|shared|index|types|constants)(\.|\/)/.test(file),
  )
  // An entry that a tool looks for by that name is named by the tool.
  expect(vague).toEqual([])
})

test('there is no barrel', () => {
  // The stand-in has the names of the package that it stands in for in one module, as the package does.
  const barrels = CODE.filter((file) => file !== 'electron/chromium/electron.ts').filter((file) => {
    const { body } = parse(file).program
    return (
      body.length > 0 &&
      body.every(
        (node) =>
          node.type === 'ExportAllDeclaration' ||
          (node.type === 'ExportNamedDeclaration' && node.source !== null),
      )
    )
  })
  expect(barrels).toEqual([])
})

test('exports have names', () => {
  const nameless = CODE.filter((file) =>
    parse(file).program.body.some((node) => node.type === 'ExportDefaultDeclaration'),
  )
  expect(nameless).toEqual([])
})
