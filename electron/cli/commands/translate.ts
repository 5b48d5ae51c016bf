import { fail, ok, type Result } from '../../../model/errors/result.ts'
import { hostOf } from '../../../model/service/address.ts'
import type { Command, Invocation } from '../command.ts'
import { idOf, localeOption, valueOf } from '../option.ts'

/** Says what would leave for where, and whether that was agreed to by naming the host. */
async function agreedOn(
  { call, words, say }: Invocation,
  asked: { id: string; locale: string },
  named: string | undefined,
): Promise<Result<string>> {
  const state = await call('service.get', {})
  if (!state.ok) return state
  const { engine } = state.value
  if (engine === null) return fail('SERVICE_UNSET')
  const counted = await call('engine.count', asked)
  if (!counted.ok) return counted
  const host = hostOf(engine.url)
  const readers = words.t(`readers.${engine.audience}`, { ns: 'service' })
  say(words.t('ask.engine', { ns: 'service', host, readers, ...counted.value }))
  if (counted.value.withheld > 0)
    say(words.t('ask.withheld', { ns: 'service', count: counted.value.withheld }))
  return named === host ? ok(host) : fail('SERVICE_UNASKED', { host, audience: engine.audience })
}

export const translateCommand: Command = {
  synopsis: ['translate ID --locale TAG --send-to HOST'],
  takes: ['ID'],
  options: ['locale', 'send-to'],
  needs: ['locale'],
  async run(invocation) {
    const { call, args, words, say, job } = invocation
    const id = idOf(args[0]!)
    if (!id.ok) return id
    const locale = localeOption(invocation, 'locale')
    if (!locale.ok) return locale
    const asked = { id: id.value, locale: locale.value! }
    const agreed = await agreedOn(invocation, asked, valueOf(invocation, 'send-to'))
    if (!agreed.ok) return agreed
    const made = await call('engine.translate', { ...asked, agreed: agreed.value, save: true, job })
    if (!made.ok) return made
    const { changes, refused, stopped } = made.value
    for (const { text, codes } of refused) say(`${codes}\t${text}`)
    const count = changes.length
    const data = {
      units: changes.flatMap((one) =>
        one.type === 'translation.put' ? [one.translation.unit] : [],
      ),
      refused,
      stopped,
    }
    const lines = [words.t('translated', { ns: 'service', count })]
    // What was done stays, and a script has to know that it is not all.
    return stopped === null
      ? ok({ data, lines })
      : ok({ data, lines, blocked: { lines: [], failure: stopped } })
  },
}
