import type { Block } from '../../model/document/block.ts'
import type { Postmortem } from '../../model/document/postmortem.ts'
import type { Flow } from '../../model/document/prose.ts'
import { isBlank, type Content } from '../../model/document/text.ts'
import { factsById, readContent } from '../../model/facts/read.ts'
import { allUnits } from '../../model/units/unit.ts'
import { wordsFor } from '../app/words.ts'
import type { Words } from './words.ts'

/** A text is shown as far as a terminal's line goes. */
const LONGEST = 100

/** A postmortem in lines: its title and languages, its sections with their kind, and each block with how it begins. */
export function outline(document: Postmortem, { t }: Words): string[] {
  const facts = factsById(document.facts)
  const words = wordsFor(document.sourceLocale)
  const read = (content: Content): string => {
    const text = readContent(content, facts, document.sourceLocale, words).replaceAll(/\s+/g, ' ')
    return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text
  }
  const shown = [...allUnits(document)].filter(
    ({ content, place }) => !isBlank(content) && place.field !== 'workstream',
  )
  const units = Map.groupBy(shown, ({ place }) => place.block)
  const streams = new Map(document.workstreams.map((one) => [one.id, read(one.name.content)]))

  function prose(node: Flow, depth: number): string[] {
    const pad = '  '.repeat(depth)
    if (node.type === 'paragraph') return [pad + read(node.children)]
    if (node.type === 'heading') return [`${pad}${'#'.repeat(node.depth)} ${read(node.children)}`]
    if (node.type === 'blockquote' || node.type === 'callout') {
      const lines = node.children.flatMap((child) => prose(child, depth + 1))
      if (node.type === 'callout') lines.unshift(`${pad}[!${node.tone.toUpperCase()}]`)
      else if (node.attribution) lines.push(`${pad}— ${read(node.attribution.children)}`)
      return lines.map((line) => `> ${line}`)
    }
    if (node.type === 'list')
      return node.children.flatMap((item, at) => {
        const sign = node.ordered ? `${String((node.start ?? 1) + at)}.` : '-'
        const [first = '', ...rest] = item.children.flatMap((child) => prose(child, depth + 1))
        return [`${pad}${sign} ${first.trimStart()}`, ...rest]
      })
    if (node.type === 'code') return node.value.split('\n').map((line) => pad + line)
    if (node.type === 'table')
      return node.children.map(
        (row) => pad + row.children.map((cell) => read(cell.children)).join(' | '),
      )
    return [`${pad}---`]
  }

  function block(one: Block): string[] {
    if (one.kind === 'prose') return prose(one.node, 1)
    const texts = (units.get(one.id) ?? []).map(({ content }) => read(content))
    const stream = one.kind === 'action' && one.workstream ? streams.get(one.workstream) : undefined
    const kind = t(`kinds.${one.kind}`)
    return [`  [${kind}${stream ? ` · ${stream}` : ''}] ${texts.join(' | ')}`]
  }

  return [
    read(document.title.content),
    [document.id, document.sourceLocale, ...document.locales].join('\t'),
    ...document.sections.flatMap((section) => [
      '',
      `${read(section.heading.content)} (${t(`sections.${section.kind}`)})`.trimStart(),
      ...section.blocks.flatMap(block),
    ]),
  ]
}
