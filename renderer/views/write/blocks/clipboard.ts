import { publicationWords } from '../../../../locales/publication-words.ts'
import type { Block } from '../../../../model/document/block.ts'
import type { Change } from '../../../../model/document/change.ts'
import { newId } from '../../../../model/document/identifier.ts'
import { findBlock, sectionOfBlock } from '../../../../model/document/state.ts'
import { holdable, readHtml } from '../../../../model/html/read.ts'
import { readFact } from '../../../../model/facts/read.ts'
import { zonePlan } from '../../../../model/timeline/read.ts'
import { toastFailure } from '../../../app/failure-toast.ts'
import { eventWordsOf, factsOf, wordsOf, type EditingHost } from '../../../editor/host.ts'
import {
  BLOCKS_TYPE,
  readBlocks,
  writeBlocks,
  type CopiedBlocks,
} from '../../../editor/paste/blocks.ts'
import type { Piece } from '../../../editor/paste/own.ts'
import { flowsOfText } from '../../../editor/paste/plain.ts'
import { treeOf } from '../../../editor/paste/tree.ts'
import { piecesOf } from '../../../editor/pieces.ts'
import type { Session } from '../../../session/session.ts'
import { isEmptyParagraph } from '../edits.ts'
import { arrivals } from './arrive.ts'
import type { BlockDesk } from './desk.ts'
import { touchedBlocks } from './enter.ts'
import { htmlOf, textOf, type LetterWords } from './letter.ts'
import { placedBlocks, putBlocks, settled, type Gap } from './move.ts'

const EDITOR_TYPE = 'application/x-lexical-editor'

/**
 * Copies, cuts and pastes whole blocks, while they are selected; and pastes copied blocks at the caret in prose. It
 * listens before the editors: nothing in them is selected then.
 */
export function registerBlockClipboard(
  page: HTMLElement,
  session: Session,
  host: EditingHost,
  desk: BlockDesk,
): () => void {
  const owner = page.ownerDocument
  const state = () => session.store.getState().state
  /** The ids of the selected blocks, where the keyboard is with them. */
  const picked = (): readonly string[] | null => {
    const at = desk.store.getState().picked
    return at !== null && owner.activeElement?.closest('[data-blocks]') ? at.ids : null
  }

  const words = (): LetterWords => {
    const { document } = state()
    const locale = document.sourceLocale
    const labels = publicationWords(locale)
    return {
      locale,
      labels,
      facts: factsOf(document),
      words: wordsOf(locale),
      times: eventWordsOf(locale),
      zone: zonePlan(document),
      audience: (audience) => labels?.audiences[audience] ?? host.reader.audience(audience),
    }
  }

  const take = (event: ClipboardEvent): void => {
    const ids = picked()
    if (ids === null || event.clipboardData === null) return
    event.preventDefault()
    event.stopPropagation()
    session.settle()
    const blocks = placedBlocks(state().document, new Set(ids)).map(({ block }) => block)
    const by = words()
    const own = writeBlocks(session.id, blocks, (id, form) => {
      const fact = by.facts.get(id)
      return fact && readFact(fact, form, by.locale, by.words)
    })
    event.clipboardData.setData(BLOCKS_TYPE, own)
    event.clipboardData.setData('text/html', htmlOf(blocks, by))
    event.clipboardData.setData('text/plain', textOf(blocks, by))
    if (event.type === 'cut') desk.remove()
    else desk.say('copied', blocks.length)
  }

  /** What came from an editor, or from another program, as blocks for those who may see what stands above. */
  const asBlocks = (data: DataTransfer, above: Block | undefined): CopiedBlocks | undefined => {
    const own = data.getData(EDITOR_TYPE)
    const html = data.getData('text/html')
    const bare = (flows: readonly Piece['node'][]): Piece[] => flows.map((node) => ({ node }))
    let pieces = own === '' ? [] : piecesOf(own, { session, report: toastFailure })
    if (pieces.length === 0 && html !== '') pieces = bare(readHtml(treeOf(html)))
    if (pieces.length === 0) pieces = bare(flowsOfText(data.getData('text/plain')))
    const blocks = pieces.map(({ id, audience, node }): Block => ({
      id: 'data' in node ? node.data.id : (id ?? newId()),
      order: 'a0',
      audience: audience ?? above?.audience ?? 'public',
      kind: 'prose',
      node,
    }))
    return blocks.length === 0 ? undefined : { postmortem: session.id, blocks, readings: {} }
  }

  /** Where blocks come at the caret: after its block, or in the place of an empty line. */
  const gapAtCaret = (run: HTMLElement): (Gap & { readonly over: string | null }) | null => {
    const { document } = state()
    const at = touchedBlocks(page, document)?.ids.at(-1)
    const section = at === undefined ? undefined : sectionOfBlock(document, at)
    if (at !== undefined && section !== undefined)
      return {
        section: section.id,
        after: at,
        over: isEmptyParagraph(findBlock(document, at)) ? at : null,
      }
    const id = run.closest<HTMLElement>('[data-section]')?.dataset['section']
    return id === undefined ? null : { section: id, after: run.dataset['run'] || null, over: null }
  }

  const put = (copied: CopiedBlocks, gap: Gap, over: string | null): readonly string[] => {
    const flows = copied.blocks.flatMap((block) => (block.kind === 'prose' ? [block.node] : []))
    if (holdable(flows) === undefined) {
      toastFailure({ code: 'PASTE_TOO_LARGE', params: {} })
      return []
    }
    const { blocks, translations } = arrivals(state(), session.id, copied)
    const { document } = state()
    const puts = settled(document, putBlocks(document, blocks, gap), gap)
    const emptied: Change[] = over === null ? [] : [{ type: 'block.remove', block: over }]
    const made = blocks.map(({ id }) => id)
    const changes = [...puts, ...translations, ...emptied]
    if (over === null && picked() !== null)
      desk.make(changes, made, desk.words('pasted', made.length))
    else if (!session.apply(changes)) return []
    return made
  }

  const give = (event: ClipboardEvent): void => {
    const data = event.clipboardData
    if (data === null || host.readOnly) return
    const ids = picked()
    const run =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-run]') : null
    const own = data.getData(BLOCKS_TYPE)
    if (ids === null && (own === '' || run === null || !page.contains(run))) return
    session.settle()
    const { document } = state()
    if (ids !== null) {
      const last = placedBlocks(document, new Set(ids)).at(-1)
      if (last === undefined || (data.files.length > 0 && own === '')) return
      event.preventDefault()
      event.stopPropagation()
      const copied = readBlocks(own) ?? asBlocks(data, last.block)
      if (copied !== undefined) put(copied, { section: last.section, after: last.block.id }, null)
      return
    }
    // Code and cells have a place for words alone, which their editor puts in.
    const { block } = host.active.getState()
    const copied = readBlocks(own)
    const gap = run === null || block === 'code' || block === 'table' ? null : gapAtCaret(run)
    if (copied === undefined || gap === null) return
    event.preventDefault()
    event.stopPropagation()
    const made = put(copied, gap, gap.over)
    desk.say('pasted', made.length)
    requestAnimationFrame(() => {
      const last = made.at(-1)
      if (last !== undefined) desk.write(last)
    })
  }

  const early = { capture: true }
  owner.addEventListener('copy', take, early)
  if (!host.readOnly) {
    owner.addEventListener('cut', take, early)
    owner.addEventListener('paste', give, early)
  }
  return () => {
    owner.removeEventListener('copy', take, early)
    owner.removeEventListener('cut', take, early)
    owner.removeEventListener('paste', give, early)
  }
}
