import { ok } from '../../../model/errors/result.ts'
import type { Command } from '../command.ts'
import { idOf, localeOption } from '../option.ts'
import { redline } from '../redline.ts'

export const reviewCommand: Command = {
  synopsis: ['review ID --locale TAG'],
  takes: ['ID'],
  options: ['locale'],
  needs: ['locale'],
  async run(invocation) {
    const { call, args, words } = invocation
    const id = idOf(args[0]!)
    if (!id.ok) return id
    const locale = localeOption(invocation, 'locale')
    if (!locale.ok) return locale
    const told = await call('translation.review', { id: id.value, locale: locale.value! })
    if (!told.ok) return told
    const { changes } = told.value
    const lines = changes.flatMap(({ source, pieces }) => [source, `  ${redline(pieces)}`])
    return ok({ data: told.value, lines: lines.length > 0 ? lines : [words.t('review.nothing')] })
  },
}
