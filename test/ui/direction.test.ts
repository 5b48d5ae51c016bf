import { expect, it } from 'vitest'
import { startApp } from './app.ts'
import { says } from './hand.ts'

it('text keeps the direction of its language in an interface that runs the other way', async () => {
  const app = await startApp({ language: 'ar' })
  try {
    await says(app.page, 'The January 2022')
    const directions = (): Promise<string[]> =>
      app.page.$$eval('[data-run], [data-unit][role="textbox"]', (all) => [
        ...new Set(
          all.map((one) => `${getComputedStyle(one).direction} ${(one as HTMLElement).dir}`),
        ),
      ])
    expect(await app.page.$eval('html', (html) => getComputedStyle(html).direction)).toBe('rtl')
    expect(await directions()).toEqual(['ltr ltr'])
    await app.page.focus('[data-unit][role="textbox"]')
    await app.page.keyboard.type('A')
    expect(await directions()).toEqual(['ltr ltr'])
    await app.page.focus('[data-run]')
    await app.page.keyboard.type('B')
    expect(await directions()).toEqual(['ltr ltr'])
  } finally {
    await app.close()
  }
})
