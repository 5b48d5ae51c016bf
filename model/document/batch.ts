import type { Block } from './block.ts'
import type { Change } from './change.ts'
import type { DocumentState, Translations } from './state.ts'
import type { Translation } from './translation.ts'

type OfTranslation = Extract<Change, { type: 'translation.put' | 'translation.remove' }>
type OfBlock = Extract<Change, { type: 'block.put' }>

const isOfTranslation = (change: Change): change is OfTranslation =>
  change.type === 'translation.put' || change.type === 'translation.remove'

/** The changes of translations that follow each other from here on. */
function ofTranslations(changes: readonly Change[], from: number): readonly OfTranslation[] {
  const found: OfTranslation[] = []
  for (let at = from; at < changes.length; at++) {
    const change = changes[at]!
    if (!isOfTranslation(change)) break
    found.push(change)
  }
  return found
}

function withTranslations(all: Translations, changes: readonly OfTranslation[]): Translations {
  const next = new Map(all)
  const own = new Map<string, Map<string, Translation>>()
  for (const change of changes) {
    const { locale, unit } = change.type === 'translation.put' ? change.translation : change
    let ofLocale = own.get(locale)
    if (ofLocale === undefined) {
      ofLocale = new Map(all.get(locale))
      own.set(locale, ofLocale)
      next.set(locale, ofLocale)
    }
    if (change.type === 'translation.put') ofLocale.set(unit, change.translation)
    else ofLocale.delete(unit)
  }
  return next
}

/** The blocks at the beginning of a list of changes that only become others, each in its place; none twice. */
function inPlace(
  { document }: DocumentState,
  changes: readonly Change[],
  from: number,
): readonly OfBlock[] {
  const orders = new Map<string, ReadonlyMap<string, string>>()
  const seen = new Set<string>()
  const found: OfBlock[] = []
  for (let at = from; at < changes.length; at++) {
    const change = changes[at]!
    if (change.type !== 'block.put' || seen.has(change.block.id)) break
    let ofSection = orders.get(change.section)
    if (ofSection === undefined) {
      const section = document.sections.find(({ id }) => id === change.section)
      ofSection = new Map(section?.blocks.map(({ id, order }) => [id, order]))
      orders.set(change.section, ofSection)
    }
    if (ofSection.get(change.block.id) !== change.block.order) break
    seen.add(change.block.id)
    found.push(change)
  }
  return found
}

function withBlocks(state: DocumentState, changes: readonly OfBlock[]): DocumentState {
  const bySection = new Map<string, Map<string, Block>>()
  for (const { section, block } of changes) {
    const blocks = bySection.get(section) ?? new Map<string, Block>()
    bySection.set(section, blocks.set(block.id, block))
  }
  const sections = state.document.sections.map((section) => {
    const own = bySection.get(section.id)
    return own === undefined
      ? section
      : { ...section, blocks: section.blocks.map((block) => own.get(block.id) ?? block) }
  })
  return { ...state, document: { ...state.document, sections } }
}

/**
 * Makes as many changes as can be made at once from one of them on: those of translations, and those of texts that change in
 * their places. A replacement in a long document makes hundreds of them, and to copy the whole for each would be felt.
 * Null: the change stands alone.
 */
export function batch(
  state: DocumentState,
  changes: readonly Change[],
  from: number,
): { readonly state: DocumentState; readonly count: number } | null {
  const [change, next] = [changes[from], changes[from + 1]]
  if (change === undefined || next === undefined) return null
  if (isOfTranslation(change) && isOfTranslation(next)) {
    const all = ofTranslations(changes, from)
    const translations = withTranslations(state.translations, all)
    return { state: { ...state, translations }, count: all.length }
  }
  if (change.type !== 'block.put' || next.type !== 'block.put') return null
  const all = inPlace(state, changes, from)
  return all.length > 1 ? { state: withBlocks(state, all), count: all.length } : null
}
