import { ok } from '../../../model/errors/result.ts'
import type { Command } from '../command.ts'
import { idOf, localeOption } from '../option.ts'

export const pseudoCommand: Command = {
  synopsis: ['pseudo ID --locale TAG [--remove]'],
  takes: ['ID'],
  options: ['locale', 'remove'],
  needs: ['locale'],
  async run(invocation) {
    const { call, args, options, words } = invocation
    const id = idOf(args[0]!)
    if (!id.ok) return id
    const locale = localeOption(invocation, 'locale')
    if (!locale.ok) return locale
    const remove = options.has('remove')
    const asked = { id: id.value, locale: locale.value!, remove, save: true }
    const made = await call('translation.pseudo', asked)
    if (!made.ok) return made
    const count = made.value.changes.length
    const units = made.value.changes.flatMap((change) =>
      change.type === 'translation.put'
        ? [change.translation.unit]
        : change.type === 'translation.remove'
          ? [change.unit]
          : [],
    )
    const sentence = remove ? 'pseudo.emptied' : 'pseudo.filled'
    return ok({ data: { units }, lines: [words.t(sentence, { ns: 'service', count })] })
  },
}
