import type { Flow, List, ListItem } from '../../../model/document/prose.ts'
import { paragraph } from '../content.ts'
import type { Content } from '../../../model/document/text.ts'
import type { Marker } from './marker.ts'

/** Deeper items join their parents' level: the document's schema has its limit, and so has a reader's patience. */
const DEEPEST = 6

interface Level {
  readonly indent: number
  readonly ordered: boolean
  next: number
  readonly items: ListItem[]
  item: Flow[]
}

/** Builds the lists that stand at one place of a text out of their items, nested by indent. */
export class ListBuilder {
  readonly #levels: Level[] = []
  readonly #done: List[] = []
  /** The number that would go on with the last ordered list at the margin, where something stood in between. */
  #resume = 0

  get isOpen(): boolean {
    return this.#levels.length > 0
  }

  /** Does a paragraph with this indent belong to the open item? */
  holds(indent: number): boolean {
    return this.#levels.some((level) => indent > level.indent)
  }

  /**
   * Adds an item. `lead`: what stands right before it leads into it. False where its number goes on with nothing:
   * then the line is no item but a text that begins with a number.
   */
  add(indent: number, marker: Marker, content: Content, lead: boolean): boolean {
    const level = this.#levelFor(indent, marker, lead)
    if (level === undefined) return false
    level.item = [paragraph(content)]
    level.items.push({ type: 'listItem', children: level.item })
    level.next = marker.number + 1
    return true
  }

  /** Another paragraph of the innermost item that stands further left than it. */
  append(indent: number, content: Content): void {
    while (this.#levels.length > 1 && indent <= this.#levels.at(-1)!.indent) this.#levels.pop()
    this.#levels.at(-1)!.item.push(paragraph(content))
  }

  /** The finished lists; what comes next begins at the margin again. */
  close(): List[] {
    this.#remember()
    this.#levels.length = 0
    return this.#done.splice(0)
  }

  #levelFor(indent: number, marker: Marker, lead: boolean): Level | undefined {
    const { ordered, number } = marker
    // columns that differ by one are meant to be the same: sloppy alignment, or a wider sign
    const beside = (level: Level) => Math.abs(level.indent - indent) <= 1
    const at = this.#levels.findLastIndex(
      (level) => beside(level) && level.ordered === ordered && (!ordered || level.next === number),
    )
    if (at !== -1) {
      this.#levels.length = at + 1
      return this.#levels[at]
    }
    const besideAt = this.#levels.findLastIndex(beside)
    // bullets as far left as a number that leads into them (`1. Name:`) are that number's group
    if (lead && !ordered && this.#levels[besideAt]?.ordered) {
      this.#levels.length = besideAt + 1
      return this.#push(indent, marker)
    }
    const outerAt = this.#levels.findLastIndex((level) => level.indent < indent - 1)
    const resumes = outerAt === -1 && number === this.#resume
    if (number > 1 && !resumes && !this.#levels[besideAt]?.ordered) return undefined
    if (outerAt === -1) this.#remember()
    this.#levels.length = outerAt + 1
    return this.#push(indent, marker)
  }

  #remember(): void {
    const [outer] = this.#levels
    if (outer?.ordered) this.#resume = outer.next
  }

  #push(indent: number, { ordered, number }: Marker): Level {
    if (this.#levels.length >= DEEPEST) this.#levels.length = DEEPEST - 1
    const items: ListItem[] = []
    const list: List = {
      type: 'list',
      ordered,
      ...(ordered && number !== 1 ? { start: number } : {}),
      children: items,
    }
    const parent = this.#levels.at(-1)
    if (parent) parent.item.push(list)
    else this.#done.push(list)
    const level: Level = { indent, ordered, next: number, items, item: [] }
    this.#levels.push(level)
    return level
  }
}
