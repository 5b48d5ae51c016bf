import * as v from 'valibot'
import { fail, ok, type Result } from '../../../model/errors/result.ts'
import { hostOf } from '../../../model/service/address.ts'
import { ask } from '../../network/ask.ts'
import { endpoint } from './endpoint.ts'
import type { Asking, Engine } from './engine.ts'
import { languageIn } from './languages.ts'

const JSON_HEADERS = { 'content-type': 'application/json', accept: 'application/json' }
const Languages = v.array(v.looseObject({ code: v.string() }))
const Translated = v.looseObject({ translatedText: v.string() })

async function languages({ settings, signal, known }: Asking): Promise<Result<readonly string[]>> {
  const url = endpoint(settings.url, 'languages')
  const there = known.get(url)
  if (there !== undefined) return ok(there)
  const answer = await ask({ url, method: 'GET', headers: { accept: 'application/json' }, signal })
  if (!answer.ok) return answer
  const parsed = v.safeParse(Languages, answer.value)
  if (!parsed.success)
    return fail('SERVICE_ANSWER', { host: hostOf(settings.url), why: 'languages' })
  const codes = parsed.output.map(({ code }) => code)
  known.set(url, codes)
  return ok(codes)
}

/** LibreTranslate's API (https://docs.libretranslate.com): `POST /translate`, texts as HTML so that tags come back. */
export const libre: Engine = async (wish, asking) => {
  const { settings, key, signal } = asking
  const host = hostOf(settings.url)
  const codes = await languages(asking)
  if (!codes.ok) return codes
  const source = languageIn(codes.value, wish.sourceLocale)
  const target = languageIn(codes.value, wish.locale)
  if (source === undefined || target === undefined)
    return fail('SERVICE_LANGUAGE', { host, locale: target ? wish.sourceLocale : wish.locale })
  const answer = await ask({
    url: endpoint(settings.url, 'translate'),
    method: 'POST',
    headers: JSON_HEADERS,
    body: JSON.stringify({
      q: wish.text,
      source,
      target,
      format: 'html',
      ...(key === undefined ? {} : { api_key: key }),
    }),
    signal,
  })
  if (!answer.ok) return answer
  const parsed = v.safeParse(Translated, answer.value)
  return parsed.success
    ? ok(parsed.output.translatedText)
    : fail('SERVICE_ANSWER', { host, why: 'translatedText' })
}
