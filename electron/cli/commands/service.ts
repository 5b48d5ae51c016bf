import { ENGINE_KINDS, type ServiceState } from '../../../model/contract/service.ts'
import { AUDIENCES } from '../../../model/document/audience.ts'
import { fail, ok, type Result } from '../../../model/errors/result.ts'
import type { Command, Invocation, Outcome } from '../command.ts'
import { choice, valueOf } from '../option.ts'

const ACTIONS = ['show', 'engine', 'proof'] as const

function shown({ engine, proof }: ServiceState, { words: { t } }: Invocation): string[] {
  const none = t('none', { ns: 'service' })
  const line = (name: 'engine' | 'proof', ...parts: string[]) =>
    [t(`${name}.title`, { ns: 'service' }), ...parts].join('\t')
  return [
    engine === null
      ? line('engine', none)
      : line(
          'engine',
          engine.kind,
          engine.url,
          engine.model,
          engine.audience,
          t(`key.${engine.key}`, { ns: 'service' }),
        ),
    proof === null ? line('proof', none) : line('proof', proof.url, proof.audience),
  ]
}

async function set(
  invocation: Invocation,
  action: 'engine' | 'proof',
): Promise<Result<ServiceState>> {
  const { call, options, words } = invocation
  if (options.has('off'))
    return action === 'engine'
      ? call('service.setEngine', { engine: null })
      : call('service.setProof', { proof: null })
  const url = valueOf(invocation, 'url')
  const missing = (what: string) =>
    fail('USAGE', { why: words.t('wrong.missing', { what, command: 'service' }) })
  if (url === undefined) return missing('--url')
  const named = valueOf(invocation, 'audience') ?? 'public'
  const audience = choice(invocation, 'audience', named, AUDIENCES)
  if (!audience.ok) return audience
  if (action === 'proof')
    return call('service.setProof', { proof: { url, audience: audience.value } })
  const given = valueOf(invocation, 'kind')
  if (given === undefined) return missing('--kind')
  const kind = choice(invocation, 'kind', given, ENGINE_KINDS)
  if (!kind.ok) return kind
  const model = valueOf(invocation, 'model') ?? ''
  const engine = { kind: kind.value, url, model, audience: audience.value }
  return call('service.setEngine', { engine })
}

export const serviceCommand: Command = {
  synopsis: [
    'service show',
    'service engine --kind libre|deepl|chat --url URL [--model NAME] [--audience NAME]',
    'service proof --url URL [--audience NAME]',
    'service engine|proof --off',
  ],
  takes: ['show|engine|proof'],
  options: ['kind', 'url', 'model', 'audience', 'off'],
  makesLibrary: true,
  async run(invocation): Promise<Result<Outcome>> {
    const { call, words, args } = invocation
    const action = ACTIONS.find((one) => one === args[0])
    if (action === undefined) {
      const list = new Intl.ListFormat(words.locale, { type: 'disjunction' }).format(ACTIONS)
      return fail('USAGE', { why: words.t('wrong.service', { value: args[0], list }) })
    }
    const state = action === 'show' ? await call('service.get', {}) : await set(invocation, action)
    return state.ok ? ok({ data: state.value, lines: shown(state.value, invocation) }) : state
  },
}
