import { h } from 'hastscript'
import type { Element } from 'hast'
import { isEntry, type Lesson } from '../../../model/document/block.ts'
import { textsOf } from '../../../model/document/says.ts'
import { findBlock } from '../../../model/document/state.ts'
import { anchorOf } from '../anchor.ts'
import { nameOf } from '../description.ts'
import type { Rendering } from '../rendering.ts'
import { foreignProperties, unitElement } from '../unit.ts'

/** A link to an entry of the page, in the words that the entry begins with. */
function link(page: Rendering, id: string): Element[] {
  const target = findBlock(page.document, id)
  if (target === undefined || !isEntry(target)) return []
  const [text] = textsOf(target)
  const name = text === undefined ? '' : nameOf(page, text.content)
  if (text === undefined || name === '') return []
  return [h('a', { href: `#${anchorOf(target)}`, ...foreignProperties(page, text.id) }, name)]
}

/** What a lesson comes from and leads to, as far as it is on this page. */
function links(page: Rendering, { links: ids = [] }: Lesson): Element[] {
  const found = ids.flatMap((id) => link(page, id))
  if (found.length === 0) return []
  const { related, colon } = page.words.labels
  const list = new Intl.ListFormat(page.locale, { type: 'unit', style: 'long' })
  const parts = list.formatToParts(found.map((_, index) => String(index)))
  return [
    h('p.see', [
      related + colon,
      ...parts.map(({ type, value }) => (type === 'element' ? found[Number(value)]! : value)),
    ]),
  ]
}

/** What was learned, as a list. */
export const lessons = (page: Rendering, entries: readonly Lesson[]): Element[] => [
  h(
    'ul.lessons',
    entries.map((entry) => h('li', [...unitElement(page, 'p', entry.text), ...links(page, entry)])),
  ),
]
