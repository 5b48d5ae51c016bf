import { TEMPLATE_NAMES } from '../../../model/document/template.ts'
import { ok } from '../../../model/errors/result.ts'
import type { Command } from '../command.ts'
import { choice, localeOption, valueOf } from '../option.ts'

export const newCommand: Command = {
  synopsis: ['new --title TEXT [--locale TAG] [--template NAME]'],
  takes: [],
  options: ['title', 'locale', 'template'],
  needs: ['title'],
  makesLibrary: true,
  async run(invocation) {
    const locale = localeOption(invocation, 'locale')
    if (!locale.ok) return locale
    const named = valueOf(invocation, 'template')
    const own = await invocation.call('template.list', {})
    if (!own.ok) return own
    const template = choice(invocation, 'template', named ?? 'blank', [
      ...TEMPLATE_NAMES,
      ...own.value.map(({ name }) => name),
    ])
    if (!template.ok) return template
    const created = await invocation.call('postmortem.create', {
      title: valueOf(invocation, 'title') ?? '',
      locale: locale.value ?? invocation.system,
      template: own.value.find(({ name }) => name === template.value)?.id ?? template.value,
    })
    return created.ok ? ok({ data: created.value, lines: [created.value.id] }) : created
  },
}
