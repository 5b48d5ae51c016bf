import { fail, ok } from '../../../model/errors/result.ts'
import { hostOf } from '../../../model/service/address.ts'
import type { Command } from '../command.ts'
import { idOf, localeOption, valueOf } from '../option.ts'

export const proofCommand: Command = {
  synopsis: ['proof ID --locale TAG --send-to HOST'],
  takes: ['ID'],
  options: ['locale', 'send-to'],
  needs: ['locale'],
  async run(invocation) {
    const { call, args, words, say, job } = invocation
    const id = idOf(args[0]!)
    if (!id.ok) return id
    const locale = localeOption(invocation, 'locale')
    if (!locale.ok) return locale
    const state = await call('service.get', {})
    if (!state.ok) return state
    const { proof } = state.value
    if (proof === null) return fail('SERVICE_UNSET')
    const host = hostOf(proof.url)
    const readers = words.t(`readers.${proof.audience}`, { ns: 'service' })
    say(words.t('ask.proof', { ns: 'service', host, readers }))
    const agreed = valueOf(invocation, 'send-to')
    if (agreed !== host) return fail('SERVICE_UNASKED', { host, audience: proof.audience })
    const asked = { id: id.value, locale: locale.value!, agreed: host, job }
    const checked = await call('proof.check', asked)
    if (!checked.ok) return checked
    const { remarks, withheld, stopped } = checked.value
    if (withheld > 0) say(words.t('ask.withheld', { ns: 'service', count: withheld }))
    const lines = remarks.map(({ unit, text, message, replacements }) =>
      [unit, text, message, replacements.join(' | ')].join('\t'),
    )
    const outcome = {
      data: checked.value,
      lines: lines.length > 0 ? lines : [words.t('found', { ns: 'service', count: 0 })],
      found: remarks.length > 0,
    }
    return ok(stopped === null ? outcome : { ...outcome, blocked: { lines: [], failure: stopped } })
  },
}
