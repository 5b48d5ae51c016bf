import { basename, extname, resolve } from 'node:path'
import { FORMATS, PICTURES } from '../../../model/contract/calls.ts'
import { EXCHANGE_FORMATS } from '../../../model/contract/exchange.ts'
import type { Audience } from '../../../model/document/audience.ts'
import { fail, ok, type Result } from '../../../model/errors/result.ts'
import { blocked, leaked } from '../blocked.ts'
import type { Command, Invocation, Outcome } from '../command.ts'
import {
  audienceOption,
  choice,
  fragmentChoice,
  idOf,
  localeOption,
  pdfChoice,
  valueOf,
} from '../option.ts'

interface Export {
  readonly id: string
  readonly locale: string | undefined
  readonly audience: Audience
  readonly path: string
}

/** One language with its ids, to come back by `import`. */
async function forTranslators(
  { call, words, say, options, job }: Invocation,
  format: (typeof EXCHANGE_FORMATS)[number],
  { id, locale, audience, path }: Export,
): Promise<Result<Outcome>> {
  if (locale === undefined)
    return fail('USAGE', {
      why: words.t('wrong.missing', { what: '--locale', command: 'export' }),
    })
  const exported = await call('export.exchange', {
    ...{ id, locale, audience, format, path, job },
    comments: options.has('comments'),
  })
  if (!exported.ok) return exported.error.code === 'LEAK_FOUND' ? leaked(exported.error) : exported
  const { units, left } = exported.value
  const sentence = left > 0 ? 'left' : 'exported'
  say(words.t(sentence, { ns: 'exchange', language: locale, units, left }))
  return ok({ data: exported.value, lines: [exported.value.path ?? ''] })
}

export const exportCommand: Command = {
  synopsis: [
    'export ID --to FILE.html|FILE.pdf|FILE.md [--locale TAG] [--audience NAME] [--paper a4|letter] [--archive]',
    'export ID --to FILE.docx --document [--locale TAG] [--audience NAME] [--paper a4|letter]',
    'export ID --to FILE.html --fragment [--level N] [--locale TAG] [--audience NAME]',
    'export ID --to FILE.png [--picture NAME] [--locale TAG] [--audience NAME]',
    'export ID --to FILE.xlf|FILE.docx --locale TAG [--audience NAME] [--comments]',
  ],
  takes: ['ID'],
  options: [
    'to',
    'locale',
    'audience',
    'picture',
    'comments',
    'paper',
    'archive',
    'fragment',
    'level',
    'document',
  ],
  needs: ['to'],
  async run(invocation) {
    const id = idOf(invocation.args[0]!)
    if (!id.ok) return id
    const file = valueOf(invocation, 'to') ?? ''
    const extension = extname(file).toLowerCase()
    const exchange = EXCHANGE_FORMATS.find(
      (one) => extension === `.${one}` && !invocation.options.has('document'),
    )
    const format = FORMATS.find((one) => extension === `.${one}` && one !== exchange)
    if (invocation.options.has('document') && format !== 'docx')
      return fail('USAGE', {
        why: invocation.words.t('wrong.choice', {
          ...{ option: '--to', value: basename(file), list: 'FILE.docx' },
        }),
      })
    const isPicture = extension === '.png'
    if (format === undefined && exchange === undefined && !isPicture)
      return fail('FORMAT_UNKNOWN', { file })
    const picture = choice(
      invocation,
      'picture',
      valueOf(invocation, 'picture') ?? 'card',
      PICTURES,
    )
    if (!picture.ok) return picture
    const pdf = pdfChoice(invocation)
    if (!pdf.ok) return pdf
    const fragment = fragmentChoice(invocation, format === 'html')
    if (!fragment.ok) return fragment
    const locale = localeOption(invocation, 'locale')
    if (!locale.ok) return locale
    const audience = audienceOption(invocation)
    if (!audience.ok) return audience
    if (exchange !== undefined)
      return forTranslators(invocation, exchange, {
        id: id.value,
        locale: locale.value,
        audience: audience.value,
        path: resolve(file),
      })
    const what = {
      id: id.value,
      ...(locale.value === undefined ? {} : { locale: locale.value }),
      audience: audience.value,
      path: resolve(file),
      job: invocation.job,
    }
    const exported =
      format === undefined
        ? await invocation.call('export.picture', { ...what, picture: picture.value })
        : await invocation.call('export.file', {
            ...what,
            format,
            pdf: pdf.value,
            fragment: fragment.value,
          })
    if (exported.ok) return ok({ data: exported.value, lines: [exported.value.path ?? ''] })
    if (exported.error.code === 'LEAK_FOUND') return leaked(exported.error)
    if (exported.error.code !== 'PUBLISH_BLOCKED') return exported
    const release = {
      id: id.value,
      audience: audience.value,
      locales: locale.value === undefined ? [] : [locale.value],
    }
    return blocked(invocation, release, exported.error)
  },
}
