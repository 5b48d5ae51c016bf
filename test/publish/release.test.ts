import * as v from 'valibot'
import { expect, test } from 'vitest'
import {
  manifest,
  manifestText,
  ManifestSchema,
  releaseName,
  withSlug,
} from '../../electron/publish/release.ts'
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

test('a manifest names every file once, in one order whoever made it', () => {
  const document = blankPostmortem('en', 'A night without mail')
  const file = (name: string) => ({
    file: name,
    locale: 'en',
    format: 'html' as const,
    bytes: 3,
    sha256: 'ab'.repeat(32),
  })
  const release = {
    document,
    revision: 4,
    audience: 'public' as const,
    generator: 'Afterword 0.1.0',
  }
  const one = manifest({ ...release, files: [file('b.html'), file('a.html')] })
  const other = manifest({ ...release, files: [file('a.html'), file('b.html')] })
  expect(manifestText(one)).toBe(manifestText(other))
  expect(v.parse(ManifestSchema, JSON.parse(manifestText(one)))).toEqual(one)
  expect(one.files.map((entry) => entry.file)).toEqual(['a.html', 'b.html'])
})
