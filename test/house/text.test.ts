import { expect, test } from 'vitest'
import { parseSync, Visitor, type ESTree } from 'vite'
import { CODE, FILES, parse } from './sources.ts'

/** Attributes whose value a person reads or hears. */
const SPOKEN = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'description',
  'errorMessage',
  'heading',
  'label',
  'placeholder',
  'textValue',
  'title',
  'tooltip',
])
/** Keys of menus and dialogs in Electron's API. */
const SHOWN = new Set(['buttonLabel', 'buttons', 'detail', 'label', 'message', 'title'])
const hasLetters = (text: string) => /\p{L}/u.test(text)

/** The string literals that an expression can evaluate to; calls (`t('key')`) are not looked into. */
function literals(node: ESTree.Node | null): string[] {
  switch (node?.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [node.value] : []
    case 'TemplateLiteral':
      return node.quasis.map(({ value }) => value.raw)
    case 'ConditionalExpression':
      return [...literals(node.consequent), ...literals(node.alternate)]
    case 'LogicalExpression':
      return [...literals(node.left), ...literals(node.right)]
    case 'ArrayExpression':
      return node.elements.flatMap(literals)
    case 'JSXExpressionContainer':
      return literals(node.expression)
    default:
      return []
  }
}

/** What a program shows that does not come from `locales/`; its file says which functions and keys show something. */
function textsIn(program: ESTree.Program, file: string): string[] {
  const texts: string[] = []
  const collect = (found: readonly string[]) => texts.push(...found.filter(hasLetters))
  const inShell = file.startsWith('electron/shell/')
  const isHost = inShell || file.startsWith('electron/cli/')
  new Visitor({
    JSXText: ({ value }) => collect([value]),
    JSXElement: ({ children }) =>
      collect(
        children.flatMap((child) =>
          child.type === 'JSXExpressionContainer' ? literals(child) : [],
        ),
      ),
    JSXAttribute: ({ name, value }) => {
      if (name.type === 'JSXIdentifier' && SPOKEN.has(name.name)) collect(literals(value))
    },
    Property: ({ key, value }) => {
      if (inShell && key.type === 'Identifier' && SHOWN.has(key.name)) collect(literals(value))
    },
    CallExpression: ({ callee, arguments: given }) => {
      if (!isHost || callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier')
        return
      const isConsole = callee.object.type === 'Identifier' && callee.object.name === 'console'
      if (isConsole || callee.property.name === 'write' || callee.property.name === 'showErrorBox')
        collect(given.flatMap(literals).filter((text) => /\p{L}{2}/u.test(text)))
    },
  }).visit(program)
  return texts.map((text) => text.trim())
}

test('what a person reads comes from locales/', () => {
  const files = CODE.filter((file) => /^(renderer|electron)\//.test(file))
  expect(files.filter((file) => file.endsWith('.tsx')).length).toBeGreaterThan(10)
  const shown = files.flatMap((file) =>
    textsIn(parse(file).program, file).map((text) => `${file}: ${text}`),
  )
  expect(shown).toEqual([])
})

/** Where a program decides by a literal: it compares with it, switches on it, asks for it or has a key of it. */
function decidersIn(program: ESTree.Program): string[] {
  const found: string[] = []
  const note = (node: ESTree.Node | null | undefined) => {
    if (node?.type === 'Literal' && typeof node.value === 'string') found.push(node.value)
  }
  new Visitor({
    BinaryExpression: ({ left, right }) => [left, right].forEach(note),
    SwitchCase: ({ test: value }) => note(value),
    MemberExpression: ({ property }) => note(property),
    Property: ({ key }) => {
      if (key.type === 'Identifier') found.push(key.name)
      note(key)
    },
    CallExpression: ({ callee, arguments: given }) => {
      const asks = /^(endsWith|get|has|includes|indexOf|startsWith)$/
      if (callee.type === 'MemberExpression' && callee.property.type === 'Identifier')
        if (asks.test(callee.property.name)) given.forEach(note)
    },
  }).visit(program)
  return found
}

test('no language is named where the program decides', () => {
  const tags = new Set(
    FILES.flatMap((file) => /^locales\/([^/]+)\/[^/]+\.json$/.exec(file)?.[1] ?? []),
  )
  expect(tags.size).toBeGreaterThan(4)
  const named = CODE.flatMap((file) =>
    decidersIn(parse(file).program)
      .filter((value) => tags.has(value))
      .map((value) => `${file}: '${value}'`),
  )
  expect(named).toEqual([])
})

test('the checks see what they look for', () => {
  const source = `
    const a = <p aria-label="Close">Two words {done ? 'Saved' : t('saving')}</p>
    const b = locale === 'ja' || table['nl'] || ['ar'].includes('de')`
  const { program } = parseSync('example.tsx', source)
  expect(textsIn(program, 'renderer/example.tsx')).toEqual(['Saved', 'Close', 'Two words'])
  expect(decidersIn(program).toSorted()).toEqual(['de', 'ja', 'nl'])
})
