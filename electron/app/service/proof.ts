import * as v from 'valibot'
import type { ProofSettings, Remark } from '../../../model/contract/service.ts'
import { sliced } from '../../../model/document/splice.ts'
import { plainText, type Content, type Phrasing } from '../../../model/document/text.ts'
import { fail, ok, type Result } from '../../../model/errors/result.ts'
import { hostOf } from '../../../model/service/address.ts'
import { ask } from '../../network/ask.ts'
import { endpoint } from './endpoint.ts'

/** No proofreader needs to show more for one place. */
const MOST_REPLACEMENTS = 8

const Checked = v.looseObject({
  matches: v.array(
    v.looseObject({
      message: v.string(),
      offset: v.pipe(v.number(), v.integer(), v.minValue(0)),
      length: v.pipe(v.number(), v.integer(), v.minValue(0)),
      replacements: v.optional(v.array(v.looseObject({ value: v.string() })), []),
    }),
  ),
})

type Part = { readonly text: string } | { readonly markup: string; readonly interpretAs: string }

/**
 * A text as LanguageTool takes one with markup: a fact, a break and code are one character of markup each, for which something
 * is read, so that its offsets are those of our texts.
 */
function annotated(content: Content, read: (node: Content) => string): Part[] {
  const parts: Part[] = []
  const add = (node: Phrasing): void => {
    if (node.type === 'text') parts.push({ text: node.value })
    else if (node.type === 'inlineCode')
      parts.push({ markup: '\u{FFFC}'.repeat(node.value.length), interpretAs: node.value })
    else if ('children' in node) node.children.forEach(add)
    else
      parts.push({
        markup: '\u{FFFC}',
        interpretAs:
          node.type === 'break' ? '\n' : node.type === 'footnoteReference' ? '' : read([node]),
      })
  }
  content.forEach(add)
  return parts
}

/** What is looked at: a unit in one language. */
export interface Reading {
  readonly unit: string
  readonly content: Content
}

/**
 * What a LanguageTool server finds in a text (https://languagetool.org/http-api, `POST /v2/check`). What lies in a fact, in code or
 * in nothing is left out: nothing can be mended there. Errors: those of the network.
 */
export async function proofread(
  { unit, content }: Reading,
  locale: string,
  read: (node: Content) => string,
  settings: ProofSettings,
  signal: AbortSignal,
): Promise<Result<Remark[]>> {
  const data = JSON.stringify({ annotation: annotated(content, read) })
  const answer = await ask({
    url: endpoint(settings.url, 'v2/check'),
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'application/json',
    },
    body: new URLSearchParams({ data, language: locale }).toString(),
    signal,
  })
  if (!answer.ok) return answer
  const parsed = v.safeParse(Checked, answer.value)
  if (!parsed.success) return fail('SERVICE_ANSWER', { host: hostOf(settings.url), why: 'matches' })
  return ok(
    parsed.output.matches.flatMap(({ message, offset, length, replacements }) => {
      const part = sliced(content, offset, offset + length)
      const text = plainText(part, () => '\u{FFFC}')
      const whole = part.every((node) => node.type !== 'inlineCode' && node.type !== 'fact')
      if (text.length !== length || length === 0 || !whole) return []
      const values = replacements.map(({ value }) => value).filter((value) => value !== text)
      const found = { unit, start: offset, end: offset + length, text, message }
      return [{ ...found, replacements: [...new Set(values)].slice(0, MOST_REPLACEMENTS) }]
    }),
  )
}
