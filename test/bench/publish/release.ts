import { join } from 'node:path'
import type { Core, Ports } from '../../../electron/app/ports.ts'
import type { Change } from '../../../model/document/change.ts'
import type { Result } from '../../../model/errors/result.ts'
import { testPorts } from '../../fixtures/ports.ts'

const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

export interface Release {
  /** The sample, or a copy of it that was never published. */
  publish(which: 'sample' | 'copy'): Promise<void>
  close(): Promise<void>
}

/** The sample in a library, in as many locales: what the further ones say is Dutch, with the words of each language around it. */
export async function releaseOf(
  openCore: typeof import('../../../electron/app/core.ts').openCore,
  printer: Ports['printer'],
  folder: string,
  locales: readonly string[],
): Promise<Release> {
  const core: Core = valueOf(
    await openCore({
      file: join(folder, 'library.afterword'),
      ports: testPorts({ printer }),
      seedSample: true,
    }),
  )
  const { id } = valueOf(await core.call('sample.restore', {}, 'cli'))
  const { document, translations, revision } = valueOf(
    await core.call('postmortem.open', { id }, 'cli'),
  )
  const further = locales.filter(
    (locale) => locale !== document.sourceLocale && !document.locales.includes(locale),
  )
  const dutch = translations.filter(({ locale }) => locale === 'nl')
  const changes: Change[] = [
    { type: 'locales.put', locales: [...document.locales, ...further] },
    ...further.flatMap((locale) =>
      dutch.map((one): Change => ({
        type: 'translation.put',
        translation: { ...one, locale },
      })),
    ),
  ]
  valueOf(await core.call('postmortem.save', { id, base: revision, changes }, 'cli'))
  const copy = valueOf(await core.call('postmortem.duplicate', { id }, 'cli'))
  return {
    async publish(which) {
      const { id: one } = which === 'sample' ? { id } : copy
      const asked = { id: one, job: one, audience: 'public', path: join(folder, which) } as const
      const { files } = valueOf(await core.call('publish.run', asked, 'cli'))
      if (files.length !== 2 * locales.length) throw new Error(`${files.length} files`)
    },
    close: () => core.close(),
  }
}
