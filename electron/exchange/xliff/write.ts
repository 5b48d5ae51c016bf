import { directionOf } from '../../../model/document/locale.ts'
import { isBlank, type Content } from '../../../model/document/text.ts'
import { contentHash } from '../../../model/units/hash.ts'
import type { Outgoing, OutgoingUnit } from '../bilingual/bilingual.ts'
import { tokensOf, type Token } from '../bilingual/code.ts'
import { escapeText, withoutForbidden, writeAttributes, xmlStretches } from '../xml/write.ts'
import { lookOf, type Look } from './look.ts'
import { CORE, OWN } from './names.ts'
import { writeNotes } from './notes.ts'
import { STATE_OUT } from './state.ts'

/** Characters that XML cannot hold stand as `cp` (2.1, 4.2.3.1). */
const characters = (text: string): string =>
  [...xmlStretches(text)]
    .map(({ text: stretch, forbidden }) =>
      forbidden
        ? `<cp hex="${stretch.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}"/>`
        : escapeText(stretch),
    )
    .join('')

type Read = (content: Content) => string

const shown = ({ disp }: Look) => (disp === undefined ? undefined : withoutForbidden(disp))

function inline(tokens: readonly Token[], read: Read): string {
  return tokens
    .map((token) => {
      if (token.kind === 'text') return characters(token.text)
      if (token.kind === 'close') return '</pc>'
      const { id, shell = '' } = token.code
      const look = lookOf(shell, read)
      const { type, subType } = look
      const data = look.data ? `d${id}` : undefined
      return token.kind === 'open'
        ? `<pc${writeAttributes({ id, type, subType, dataRefStart: data, dispStart: shown(look) })}>`
        : `<ph${writeAttributes({ id, type, subType, dataRef: data, disp: shown(look) })}/>`
    })
    .join('')
}

/** The shells that `type` and `subType` do not say, each once. */
function originalData(tokens: readonly Token[], indent: string): string[] {
  const data = new Map<string, string>()
  for (const token of tokens)
    if (token.kind !== 'text' && lookOf(token.code.shell!, () => '').data)
      data.set(`d${token.code.id}`, token.code.shell!)
  if (data.size === 0) return []
  return [
    `${indent}<originalData>`,
    ...Array.from(data, ([id, shell]) => `${indent}  <data id="${id}">${characters(shell)}</data>`),
    `${indent}</originalData>`,
  ]
}

function unit(
  { id, name, source, sourceHash, translation, comments }: OutgoingUnit,
  { read, sourceLocale, locale }: Outgoing,
  indent: string,
): string[] {
  const target = translation && !isBlank(translation.content) ? translation : undefined
  const tokens = tokensOf(source, target?.content ?? [])
  const stale = target !== undefined && target.sourceHash !== sourceHash
  const attributes = {
    id,
    name,
    // Once more: there are tools that write what is around the units anew, and carry the units over as they are.
    'xmlns:afterword': OWN,
    'afterword:source': sourceHash,
    'afterword:target': target && contentHash(target.content),
    'afterword:state': target?.state,
    'afterword:stale': stale ? target.sourceHash : undefined,
  }
  const state = {
    state: target === undefined || stale ? 'initial' : STATE_OUT[target.state],
    // A tool has no word for a text that was right once: it is to be looked at, and what it was is not forgotten.
    subState: stale
      ? `afterword:stale-${target.state}`
      : target?.state === 'draft'
        ? 'afterword:draft'
        : undefined,
  }
  const side = (tag: string, content: readonly Token[], tag2: string) =>
    `${indent}    <${tag}>${inline(content, (node) => read(node, tag2))}</${tag}>`
  return [
    `${indent}<unit${writeAttributes(attributes)}>`,
    ...writeNotes(comments, `${indent}  `),
    ...originalData([...tokens.source, ...tokens.target], `${indent}  `),
    `${indent}  <segment${writeAttributes(state)}>`,
    side('source', tokens.source, sourceLocale),
    ...(target === undefined ? [] : [side('target', tokens.target, locale)]),
    `${indent}  </segment>`,
    `${indent}</unit>`,
  ]
}

/**
 * XLIFF 2.1 (OASIS standard, 13 February 2018): a unit a unit, a group a section, and every code with its number. The same
 * postmortem gives the same bytes: there is no date of its own and no name of a program in it. It comes a unit at a time.
 */
export function* xliffPieces(outgoing: Outgoing): Generator<string> {
  const { postmortem, sourceLocale, locale, audience, units, groups } = outgoing
  const root = { xmlns: CORE, version: '2.1', srcLang: sourceLocale, trgLang: locale }
  const file = {
    id: postmortem,
    original: postmortem,
    srcDir: directionOf(sourceLocale),
    trgDir: directionOf(locale),
    'xml:space': 'preserve',
    'xmlns:afterword': OWN,
    'afterword:audience': audience,
  }
  yield [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xliff${writeAttributes(root)}>`,
    `  <file${writeAttributes(file)}>`,
    '',
  ].join('\n')
  for (const [group, members] of Map.groupBy(units, (one) => one.group)) {
    const indent = group === null ? '    ' : '      '
    if (group !== null)
      yield `    <group${writeAttributes({ id: group, name: groups.get(group) })}>\n`
    for (const one of members) yield `${unit(one, outgoing, indent).join('\n')}\n`
    if (group !== null) yield '    </group>\n'
  }
  yield '  </file>\n</xliff>\n'
}

/** The same in one piece. */
export const writeXliff = (outgoing: Outgoing): string => [...xliffPieces(outgoing)].join('')
