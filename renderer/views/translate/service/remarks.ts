import type { Remark } from '../../../../model/contract/service.ts'
import { replacing } from '../../../../model/search/changes.ts'
import { allUnits } from '../../../../model/units/unit.ts'
import type { Session } from '../../../session/session.ts'
import type { Content } from '../../../../model/document/text.ts'

/** A fact is one character in the offsets of a remark. */
const readFact = (): string => '\u{FFFC}'

/** How many notes stand before an offset: the offsets of a text to read know none of them. */
function notesBefore(content: Content, offset: number): number {
  let [at, count] = [0, 0]
  const walk = (nodes: Content): void => {
    for (const node of nodes) {
      if (at >= offset) return
      if ('children' in node) walk(node.children)
      else if ('value' in node) at += node.value.length
      else {
        at++
        if (node.type === 'footnoteReference') count++
      }
    }
  }
  walk(content)
  return count
}

/** Writes what a proofreader proposes in the place of what it found, as one step. False: the text is another by now, or shut. */
export function putReplacement(
  session: Session,
  locale: string,
  { unit, start, end, text }: Remark,
  replacement: string,
): boolean {
  session.settle()
  const { state } = session.store.getState()
  const source = [...allUnits(state.document)].find(({ id }) => id === unit)
  const content =
    locale === state.document.sourceLocale
      ? source?.content
      : state.translations.get(locale)?.get(unit)?.content
  if (source === undefined || content === undefined) return false
  const notes = notesBefore(content, start)
  const hit = {
    ...{ locale, unit, place: source.place, start: start - notes, end: end - notes },
    ...{ fixed: false, before: '', found: text, after: '' },
  }
  const now = new Date().toISOString()
  const { changes, count } = replacing(state, [hit], replacement, () => readFact, now)
  return count > 0 && session.apply(changes)
}

/** What is left after one was mended: in the same text, what overlaps goes, and what stands behind moves. */
export const withoutRemark = (
  remarks: readonly Remark[],
  gone: Remark,
  replacement: string | null,
): Remark[] =>
  remarks.flatMap((one) => {
    if (one === gone) return []
    if (replacement === null || one.unit !== gone.unit || one.end <= gone.start) return [one]
    if (one.start < gone.end) return []
    const by = replacement.length - gone.text.length
    return [{ ...one, start: one.start + by, end: one.end + by }]
  })
