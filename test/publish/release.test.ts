import { expect, test } from 'vitest'
import { releaseName, withSlug } from '../../electron/publish/release.ts'
import { blankPostmortem } from '../../model/document/blank.ts'

const named = (title: string) => releaseName(blankPostmortem('en', title), 'pt-BR', 'html')

test('a file is named by the slug of its postmortem', () => {
  const document = blankPostmortem('en', 'Anything')
  const metadata = { ...document.metadata, slug: 'mail-2026' }
  expect(releaseName({ ...document, metadata }, 'ja', 'pdf')).toBe('mail-2026.ja.pdf')
})

test('without a slug it is named by its title, in letters that every system takes', () => {
  expect(named('What happened on 3 March?')).toBe('what-happened-on-3-march.pt-BR.html')
  expect(named('Änderung: Ⅳ naïve façade')).toBe('anderung-iv-naive-facade.pt-BR.html')
  expect(named('../../etc/passwd\0<x>')).toBe('etc-passwd-x.pt-BR.html')
  expect(named('障害報告')).toBe('postmortem.pt-BR.html')
  expect(named('')).toBe('postmortem.pt-BR.html')
  expect(named('word '.repeat(60)).length).toBeLessThan(100)
  expect(named('x'.repeat(300)).length).toBeLessThan(100)
})

test('every language of a release has the name that the source gave it', () => {
  const source = withSlug(blankPostmortem('en', 'A night without mail'), 'public')
  const translated = { ...source, title: { ...source.title, content: [] } }
  expect(releaseName(translated, 'ja', 'html')).toBe('a-night-without-mail.ja.html')
})
