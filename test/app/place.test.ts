import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { libraryPlace } from '../../electron/app/place.ts'

test('the library is where the desktop app keeps it, on each system', () => {
  expect(libraryPlace({}, 'linux', '/home/a')).toBe(
    join('/home/a/.config/afterword/library.afterword'),
  )
  expect(libraryPlace({ XDG_CONFIG_HOME: '/x' }, 'linux', '/home/a')).toBe(
    join('/x/afterword/library.afterword'),
  )
  expect(libraryPlace({}, 'darwin', '/Users/a')).toBe(
    join('/Users/a/Library/Application Support/afterword/library.afterword'),
  )
  expect(libraryPlace({ APPDATA: '/roaming' }, 'win32', '/home/a')).toBe(
    join('/roaming/afterword/library.afterword'),
  )
})

test('the environment names another folder, or the file itself', () => {
  expect(libraryPlace({ AFTERWORD_USER_DATA: 'data' })).toBe(
    join(resolve('data'), 'library.afterword'),
  )
  const both = { AFTERWORD_USER_DATA: 'data', AFTERWORD_LIBRARY: 'own.afterword' }
  expect(libraryPlace(both)).toBe(resolve('own.afterword'))
})
