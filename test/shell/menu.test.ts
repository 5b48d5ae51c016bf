import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, test } from 'vitest'
import { interfaceLocales } from '../../locales/interface-words.ts'
import { MENU_COMMANDS, type MenuCommand } from '../../model/commands/commands.ts'
import { menuTemplate } from '../../electron/shell/menu-template.ts'
import { createWords } from '../../electron/shell/words.ts'

const flat = (items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])])

function menu(locale: string, mac: boolean) {
  const commands: MenuCommand[] = []
  const items = flat(
    menuTemplate({
      words: createWords(locale, []),
      mac,
      command: (command) => commands.push(command),
      about: () => {},
    }),
  )
  return { items, commands }
}

describe.each([
  ['on a Mac', true],
  ['elsewhere', false],
])('the menu %s', (_, mac) => {
  test.each(interfaceLocales())('has a label in %s on everything that is shown', (locale) => {
    const shown = menu(locale, mac).items.filter(({ type }) => type !== 'separator')
    // A key that has no word stands there as it is: small letters, with dots between.
    const wordless = shown.filter(({ label = '' }) => !/^\P{ASCII}|^[A-Z][^.]*$/u.test(label))
    expect(wordless).toEqual([])
  })

  test('is another in each language', () => {
    const labels = interfaceLocales().map((locale) =>
      menu(locale, mac)
        .items.map(({ label }) => label)
        .join('|'),
    )
    expect(new Set(labels).size).toBe(labels.length)
  })

  test('offers every command once', () => {
    const { items, commands } = menu('en', mac)
    for (const { click } of items) (click as (() => void) | undefined)?.()
    expect(commands.toSorted()).toEqual([...MENU_COMMANDS].toSorted())
  })

  test('gives no key to two things', () => {
    const keys = menu('en', mac).items.flatMap(({ accelerator }) => accelerator ?? [])
    expect(new Set(keys).size).toBe(keys.length)
  })
})

describe('the language of the shell', () => {
  test.each([
    [null, ['nl-BE', 'en'], 'nl'],
    [null, ['fr', 'ja-JP'], 'ja'],
    [null, ['fr'], 'en'],
    [null, [], 'en'],
    [null, ['not a tag!', 'ar-EG'], 'ar'],
    ['ja', ['nl'], 'ja'],
  ])('chosen %s, system %j: %s', (chosen, system, locale) => {
    expect(createWords(chosen, system).locale).toBe(locale)
  })

  test('an error is a sentence with its values', () => {
    const sentence = createWords('nl', []).sentence({
      code: 'LIBRARY_IN_USE',
      params: { file: '/home/a & b/library.afterword' },
    })
    expect(sentence).toContain('/home/a & b/library.afterword')
    expect(sentence).not.toContain('{{')
  })
})
