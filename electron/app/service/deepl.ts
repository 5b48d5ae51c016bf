import * as v from 'valibot'
import { fail, ok, type Result } from '../../../model/errors/result.ts'
import { hostOf } from '../../../model/service/address.ts'
import { ask } from '../../network/ask.ts'
import { endpoint } from './endpoint.ts'
import type { Asking, Engine } from './engine.ts'
import { languageIn } from './languages.ts'

const Languages = v.array(v.looseObject({ language: v.string() }))
const Translated = v.looseObject({
  translations: v.pipe(v.array(v.looseObject({ text: v.string() })), v.length(1)),
})

const headersOf = (key: string | undefined): Record<string, string> => ({
  'content-type': 'application/json',
  accept: 'application/json',
  ...(key === undefined ? {} : { authorization: `DeepL-Auth-Key ${key}` }),
})

async function languages(
  { settings, key, signal, known }: Asking,
  type: 'source' | 'target',
): Promise<Result<readonly string[]>> {
  const url = `${endpoint(settings.url, 'v2/languages')}?type=${type}`
  const there = known.get(url)
  if (there !== undefined) return ok(there)
  const answer = await ask({ url, method: 'GET', headers: headersOf(key), signal })
  if (!answer.ok) return answer
  const parsed = v.safeParse(Languages, answer.value)
  if (!parsed.success)
    return fail('SERVICE_ANSWER', { host: hostOf(settings.url), why: 'languages' })
  const codes = parsed.output.map(({ language }) => language)
  known.set(url, codes)
  return ok(codes)
}

/** DeepL's API (https://developers.deepl.com/docs): `POST /v2/translate` with tags of XML, which it keeps. */
export const deepl: Engine = async (wish, asking) => {
  const { settings, key, signal } = asking
  const host = hostOf(settings.url)
  const sources = await languages(asking, 'source')
  if (!sources.ok) return sources
  const targets = await languages(asking, 'target')
  if (!targets.ok) return targets
  const source = languageIn(sources.value, wish.sourceLocale)
  const target = languageIn(targets.value, wish.locale)
  if (source === undefined || target === undefined)
    return fail('SERVICE_LANGUAGE', { host, locale: target ? wish.sourceLocale : wish.locale })
  const answer = await ask({
    url: endpoint(settings.url, 'v2/translate'),
    method: 'POST',
    headers: headersOf(key),
    body: JSON.stringify({
      text: [wish.text],
      source_lang: source,
      target_lang: target,
      tag_handling: 'xml',
      preserve_formatting: true,
    }),
    signal,
  })
  if (!answer.ok) return answer
  const parsed = v.safeParse(Translated, answer.value)
  return parsed.success
    ? ok(parsed.output.translations[0]!.text)
    : fail('SERVICE_ANSWER', { host, why: 'translations' })
}
