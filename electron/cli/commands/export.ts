import { extname, resolve } from 'node:path'
import { FORMATS } from '../../../model/contract/calls.ts'
import { AUDIENCES } from '../../../model/document/audience.ts'
import { fail, ok } from '../../../model/errors/result.ts'
import { blocked } from '../blocked.ts'
import type { Command } from '../command.ts'
import { choice, idOf, localeOption, valueOf } from '../option.ts'

export const exportCommand: Command = {
  synopsis: ['export ID --to FILE.html|FILE.pdf|FILE.md [--locale TAG] [--audience NAME]'],
  takes: ['ID'],
  options: ['to', 'locale', 'audience'],
  needs: ['to'],
  async run(invocation) {
    const id = idOf(invocation.args[0]!)
    if (!id.ok) return id
    const file = valueOf(invocation, 'to') ?? ''
    const format = FORMATS.find((one) => extname(file).toLowerCase() === `.${one}`)
    if (format === undefined) return fail('FORMAT_UNKNOWN', { file })
    const locale = localeOption(invocation, 'locale')
    if (!locale.ok) return locale
    const named = valueOf(invocation, 'audience') ?? 'public'
    const audience = choice(invocation, 'audience', named, AUDIENCES)
    if (!audience.ok) return audience
    const exported = await invocation.call('export.file', {
      id: id.value,
      ...(locale.value === undefined ? {} : { locale: locale.value }),
      audience: audience.value,
      format,
      path: resolve(file),
      job: invocation.job,
    })
    if (exported.ok) return ok({ data: exported.value, lines: [exported.value.path ?? ''] })
    if (exported.error.code !== 'PUBLISH_BLOCKED') return exported
    const what = {
      id: id.value,
      audience: audience.value,
      locales: locale.value === undefined ? [] : [locale.value],
    }
    return blocked(invocation, what, exported.error)
  },
}
