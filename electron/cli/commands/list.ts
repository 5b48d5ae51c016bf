import { ok } from '../../../model/errors/result.ts'
import type { Command } from '../command.ts'

export const listCommand: Command = {
  synopsis: ['list'],
  takes: [],
  options: [],
  async run({ call, words }) {
    const listed = await call('library.list', {})
    if (!listed.ok) return listed
    const date = new Intl.DateTimeFormat(words.locale, { dateStyle: 'medium' })
    const lines = listed.value.map(({ id, changedAt, sourceLocale, locales, titleText }) => {
      const tags = [sourceLocale, ...locales.map(({ locale }) => locale)].join(' ')
      return [id, date.format(new Date(changedAt)), tags, titleText].join('\t')
    })
    return ok({ data: listed.value, lines })
  },
}
