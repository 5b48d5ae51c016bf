import { AUDIENCES } from '../../../model/document/audience.ts'
import { ok } from '../../../model/errors/result.ts'
import type { Command } from '../command.ts'
import { choice, idOf, localeOption, valueOf } from '../option.ts'
import { problemLine, tellProblem } from '../problems.ts'

export const checkCommand: Command = {
  synopsis: ['check ID [--locale TAG] [--audience NAME]'],
  takes: ['ID'],
  options: ['locale', 'audience'],
  async run(invocation) {
    const { call, args, words } = invocation
    const id = idOf(args[0]!)
    if (!id.ok) return id
    const locale = localeOption(invocation, 'locale')
    if (!locale.ok) return locale
    const named = valueOf(invocation, 'audience')
    const audience =
      named === undefined ? ok(undefined) : choice(invocation, 'audience', named, AUDIENCES)
    if (!audience.ok) return audience
    const checked = await call('check.run', {
      id: id.value,
      ...(locale.value === undefined ? {} : { locale: locale.value }),
      ...(audience.value === undefined ? {} : { audience: audience.value }),
    })
    if (!checked.ok) return checked
    const problems = checked.value.problems.map((problem) => tellProblem(problem, words))
    const lines = problems.map((problem) => problemLine(problem, words))
    const found = problems.some(({ severity }) => severity === 'error')
    return ok({
      data: { problems, ignored: checked.value.ignored },
      lines: lines.length > 0 ? lines : [words.t('check.nothing')],
      found,
    })
  },
}
