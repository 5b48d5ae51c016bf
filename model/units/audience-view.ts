import { maySee, type Audience } from '../document/audience.ts'
import type { Block } from '../document/block.ts'
import { contentForAudience, passagesIn } from '../document/passage.ts'
import { noteNumbers } from '../document/note.ts'
import type { Postmortem } from '../document/postmortem.ts'
import { containersOf, type Flow, type ListItem } from '../document/prose.ts'
import { says } from '../document/says.ts'
import type { Translations } from '../document/state.ts'
import { isBlank, type Content, type UnitText } from '../document/text.ts'
import type { Translation } from '../document/translation.ts'
import { allUnits, mapBlock } from './unit.ts'

const saysNothing = (node: Flow | ListItem): boolean =>
  ![...containersOf(node)].some(({ children }) => !isBlank(children)) && !holdsCode(node)

const holdsCode = (node: Flow | ListItem): boolean =>
  node.type === 'code' ||
  node.type === 'thematicBreak' ||
  (node.type !== 'paragraph' &&
    node.type !== 'heading' &&
    node.type !== 'table' &&
    node.children.some(holdsCode))

/** A node without the items and lines that a cut left empty: a bullet beside nothing says that something was there. */
function pruned(node: Flow, before: Flow): Flow {
  if (node.type === 'blockquote' && before.type === 'blockquote') {
    const { attribution, ...quote } = node
    const children = kept(node.children, before.children)
    const named = attribution !== undefined && !isBlank(attribution.children)
    return { ...quote, children, ...(named ? { attribution } : {}) }
  }
  if (node.type === 'callout' && before.type === 'callout')
    return { ...node, children: kept(node.children, before.children) }
  if (node.type === 'list' && before.type === 'list') {
    const children = node.children.flatMap((item, at): ListItem[] => {
      const whole = before.children[at]!
      if (saysNothing(item) && !saysNothing(whole)) return []
      return [{ ...item, children: kept(item.children, whole.children) }]
    })
    return { ...node, children }
  }
  return node
}

const kept = (nodes: readonly Flow[], before: readonly Flow[]): Flow[] =>
  nodes.flatMap((node, at) =>
    saysNothing(node) && !saysNothing(before[at]!) ? [] : [pruned(node, before[at]!)],
  )

/** A block without the passages that the audience may not see; null where nothing is left to say. */
function cutBlock(block: Block, audience: Audience): Block | null {
  let cut = false
  const next = mapBlock(block, (_, content) => {
    const rest = contentForAudience(content, audience)
    cut ||= rest !== content
    return rest
  })
  if (!cut) return block
  if (!says(next)) return null
  return next.kind === 'prose' && block.kind === 'prose'
    ? { ...next, node: pruned(next.node, block.node) }
    : next
}

/** Remarks that are not for publication go for everybody but those inside. */
function withoutRemarks(block: Block): Block {
  if (block.kind === 'finding')
    return { ...block, evidence: '', replaces: '', supersedes: undefined }
  if (block.kind === 'action') return { ...block, owner: '', ticket: '' }
  return block
}

/**
 * The document as one audience may see it. Sections, blocks, passages and facts that are meant for a narrower circle are
 * gone, and so is every remark that is not for publication, before anything is rendered. A reference to a fact that went
 * stays in the text and reads as "not disclosed"; the check `fact-withheld` reports it.
 */
export function documentForAudience(document: Postmortem, audience: Audience): Postmortem {
  const internal = audience === 'internal'
  const text = (one: UnitText): UnitText => ({
    ...one,
    content: contentForAudience(one.content, audience),
  })
  const cut = document.sections
    .filter((section) => maySee(audience, section.audience))
    .map((section) => ({
      ...section,
      heading: text(section.heading),
      blocks: section.blocks
        .filter((block) => maySee(audience, block.audience))
        .flatMap((block) => cutBlock(block, audience) ?? [])
        .map((block) => (internal ? block : withoutRemarks(block))),
    }))
  // A note goes with the last of its references.
  const notes = noteNumbers({ ...document, sections: cut })
  const sections = cut.map((section) => ({
    ...section,
    blocks: section.blocks.filter(({ kind, id }) => kind !== 'footnote' || notes.has(id)),
  }))
  const shown = new Set(sections.flatMap(({ blocks }) => blocks.map(({ id }) => id)))
  const used = new Set(
    sections.flatMap(({ blocks }) =>
      blocks.map((block) => (block.kind === 'action' ? block.workstream : null)),
    ),
  )
  return {
    ...document,
    title: text(document.title),
    // What helps the authors is for no reader, not even an internal one.
    metadata: { ...document.metadata, template: undefined, answers: undefined },
    // A link to what this audience does not see would tell them that it is there.
    sections: sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) =>
        block.kind === 'lesson' && block.links !== undefined
          ? { ...block, links: block.links.filter((id) => shown.has(id)) }
          : block,
      ),
    })),
    workstreams: document.workstreams
      .filter(({ id }) => used.has(id))
      .map((workstream) => ({ ...workstream, name: text(workstream.name) })),
    facts: document.facts
      .filter((fact) => maySee(audience, fact.audience))
      .map((fact) => (internal ? fact : { ...fact, name: '', evidence: '' })),
  }
}

/** Does a translation mark what its source marks? As many passages for each circle, in whatever order. */
export const samePassages = (source: Content, translation: Content): boolean =>
  String(passagesIn(source).toSorted()) === String(passagesIn(translation).toSorted())

/**
 * The translations as one audience may see them. One whose passages are not those of its source is not there for those
 * who may not see all of them: what must stay inside may stand in it unmarked, and nobody can tell which words it is.
 *
 * @param document the whole document, before it is cut
 */
export function translationsForAudience(
  document: Postmortem,
  translations: Translations,
  audience: Audience,
): Translations {
  if (audience === 'internal') return translations
  const sources = new Map(Array.from(allUnits(document), ({ id, content }) => [id, content]))
  const cut = (translation: Translation): Translation[] => {
    const source = sources.get(translation.unit) ?? []
    const hidden = [...passagesIn(source), ...passagesIn(translation.content)].some(
      (one) => !maySee(audience, one),
    )
    if (!hidden) return [translation]
    if (!samePassages(source, translation.content)) return []
    return [{ ...translation, content: contentForAudience(translation.content, audience) }]
  }
  return new Map(
    Array.from(translations, ([locale, texts]) => [
      locale,
      new Map([...texts.values()].flatMap(cut).map((one) => [one.unit, one])),
    ]),
  )
}
