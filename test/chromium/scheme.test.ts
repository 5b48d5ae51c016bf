import { beforeAll, describe, expect, test } from 'vitest'
import { inward, outward, outwardHeader, registerScheme } from '../../electron/chromium/scheme.ts'

beforeAll(() => registerScheme('app'))

describe('an address of the program', () => {
  test.each([
    ['app://afterword/', 'https://afterword.app.localhost/'],
    ['app://print/1?a=b#c', 'https://print.app.localhost/1?a=b#c'],
    ['app://afterword', 'https://afterword.app.localhost'],
  ])('%s is %s to the browser, and back', (ours, theirs) => {
    expect(outward(ours)).toBe(theirs)
    expect(inward(theirs)).toBe(ours)
  })

  test.each([
    'https://example.com/',
    'https://afterword.app.localhost.example.com/',
    'https://afterword.other.localhost/',
    'http://afterword.app.localhost/',
    'https://afterword.app.localhost:81/',
    'https://user@example.com/x.app.localhost/',
  ])('%s is not one', (url) => {
    expect(inward(url)).toBe(url)
  })

  test('is translated in a policy', () => {
    expect(outwardHeader("frame-src app://afterword 'self'; img-src https: data:")).toBe(
      "frame-src https://afterword.app.localhost 'self'; img-src https: data:",
    )
  })
})
