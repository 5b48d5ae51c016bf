import { isEntry, type Entry } from '../../../model/document/block.ts'
import type { Section } from '../../../model/document/section.ts'
import type { Content } from '../../../model/document/text.ts'
import { readContent } from '../../../model/facts/read.ts'
import { openPostmortem, type Target } from '../../app/route.ts'
import { factsOf, wordsOf } from '../../editor/host.ts'
import { words } from '../../i18n/i18n.ts'
import type { Session } from '../../session/session.ts'
import type { Item } from './item.ts'

/** The first text of an entry: what one would look for it by. */
function firstText(entry: Entry): Content {
  switch (entry.kind) {
    case 'finding':
      return entry.statement.content
    case 'measure':
      return entry.label.content
    case 'question':
      return entry.question.content
    case 'figure':
      return entry.caption.content.length > 0 ? entry.caption.content : entry.alt.content
    default:
      return entry.text.content
  }
}

/** The sections of a postmortem, and what stands in them under a name of its own: headings and entries. */
export function placeItems(session: Session): Item[] {
  const { document } = session.store.getState().state
  const { sourceLocale: lang } = document
  const facts = factsOf(document)
  const factWords = wordsOf(lang)
  const say = (content: Content): string => readContent(content, facts, lang, factWords).trim()
  const go = (target: Partial<Target>) => (): void => {
    const place = { section: null, block: null, field: null, unit: null, ...target }
    openPostmortem(session.id, 'write', { target: place })
  }
  const inside = (section: Section, note: string): Item[] =>
    section.blocks.flatMap((block): Item[] => {
      const heading = block.kind === 'prose' && block.node.type === 'heading' ? block.node : null
      const text = isEntry(block) ? say(firstText(block)) : heading ? say(heading.children) : ''
      if (text === '') return []
      const key = `block ${block.id}`
      return [{ key, group: 'places', text, note, lang, run: go({ block: block.id }) }]
    })
  return document.sections.flatMap((section): Item[] => {
    const kind = words.t(`write:kind.${section.kind}`)
    const own = say(section.heading.content)
    return [
      {
        key: `section ${section.id}`,
        group: 'sections',
        text: own || kind,
        note: own === '' || own === kind ? undefined : kind,
        also: kind,
        lang: own === '' ? undefined : lang,
        run: go({ section: section.id }),
      },
      ...inside(section, own || kind),
    ]
  })
}
