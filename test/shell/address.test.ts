import { describe, expect, test } from 'vitest'
import {
  isExternal,
  isMainPage,
  isOurs,
  isPreview,
  isPrintPage,
} from '../../electron/shell/address.ts'

describe('our origin', () => {
  test.each(['app://afterword/', 'app://afterword/assets/x.js', 'app://afterword/preview/a/nl'])(
    '%s is it',
    (url) => expect(isOurs(url)).toBe(true),
  )
  test.each([
    'app://afterword.example/',
    'app://afterwords/',
    'app://afterword@elsewhere/',
    'app://user@afterword/',
    'app://afterword:1/',
    'app://print/1',
    'https://afterword/',
    'file:///afterword/',
    'about:blank',
    '',
    'app:afterword',
  ])('%s is not', (url) => expect(isOurs(url)).toBe(false))
})

test('the main page is one address', () => {
  expect(isMainPage('app://afterword/')).toBe(true)
  expect(isMainPage('app://afterword/?x#y')).toBe(true)
  expect(isMainPage('app://afterword/preview/a/nl')).toBe(false)
  expect(isMainPage('app://afterword/index.html')).toBe(false)
})

test('previews and printed pages are told apart', () => {
  expect(isPreview('app://afterword/preview/a/nl?audience=public')).toBe(true)
  expect(isPreview('app://afterword/previews')).toBe(false)
  expect(isPrintPage('app://print/1')).toBe(true)
  expect(isPrintPage('app://printer/1')).toBe(false)
})

test.each([
  ['https://example.com/', true],
  ['http://example.com/', true],
  ['mailto:a@example.com', true],
  ['file:///etc/passwd', false],
  ['javascript:alert(1)', false],
  ['smb://host/share', false],
  ['ms-msdt:/id', false],
  ['not an address', false],
])('%s may be handed to the system: %s', (url, allowed) => {
  expect(isExternal(url)).toBe(allowed)
})
