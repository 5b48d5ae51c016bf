import { join, resolve } from 'node:path'
import { AUDIENCES } from '../../../model/document/audience.ts'
import { ok, type Result } from '../../../model/errors/result.ts'
import { blocked, leaked } from '../blocked.ts'
import type { Command } from '../command.ts'
import { choice, idOf, localeOf, valueOf } from '../option.ts'

const FORMATS = ['html', 'pdf'] as const

/** The value of each, or the first failure. */
function all<T>(results: readonly Result<T>[]): Result<T[]> {
  const values: T[] = []
  for (const result of results) {
    if (!result.ok) return result
    values.push(result.value)
  }
  return ok(values)
}

export const publishCommand: Command = {
  synopsis: ['publish ID --out DIR [--locale TAG]… [--format html|pdf]… [--audience NAME]'],
  takes: ['ID'],
  options: ['out', 'locale', 'format', 'audience'],
  needs: ['out'],
  async run(invocation) {
    const { options, args, call, job } = invocation
    const id = idOf(args[0]!)
    if (!id.ok) return id
    const locales = all((options.get('locale') ?? []).map(localeOf))
    if (!locales.ok) return locales
    const named = options.get('format') ?? []
    const formats = all(named.map((one) => choice(invocation, 'format', one, FORMATS)))
    if (!formats.ok) return formats
    const circle = valueOf(invocation, 'audience') ?? 'public'
    const audience = choice(invocation, 'audience', circle, AUDIENCES)
    if (!audience.ok) return audience
    const published = await call('publish.run', {
      id: id.value,
      audience: audience.value,
      ...(locales.value.length > 0 ? { locales: locales.value } : {}),
      ...(formats.value.length > 0 ? { formats: formats.value } : {}),
      path: resolve(valueOf(invocation, 'out') ?? ''),
      job,
    })
    if (published.ok) {
      const { path, files } = published.value
      return ok({
        data: published.value,
        lines: files.map(({ file }) => join(path ?? '', file)),
      })
    }
    if (published.error.code === 'LEAK_FOUND') return leaked(published.error)
    if (published.error.code !== 'PUBLISH_BLOCKED') return published
    const what = { id: id.value, audience: audience.value, locales: locales.value }
    return blocked(invocation, what, published.error)
  },
}
