import { blankFigure } from '../../../../model/document/blank.ts'
import type { Change } from '../../../../model/document/change.ts'
import type { Postmortem } from '../../../../model/document/postmortem.ts'
import { sectionOfBlock } from '../../../../model/document/state.ts'
import type { Asset } from '../../../../model/image/image.ts'
import type { Session } from '../../../session/session.ts'
import { isEmptyParagraph, type Edit } from '../edits.ts'
import { goToBlock } from '../go.ts'
import { ordersAfter } from '../orders.ts'
import { takeImages } from './take.ts'

/** Where figures come to stand: after a block, or (null) at the start of the section. */
export interface FigurePlace {
  readonly section: string
  readonly after: string | null
}

/**
 * A figure for each image, after a block or in its place where that is an empty line. What is gone by now is done
 * without: a block that went leaves the end of its section, and a section that went leaves nothing to put them in.
 */
export function insertFigures(
  document: Postmortem,
  assets: readonly Asset[],
  { section: id, after }: FigurePlace,
): Edit | null {
  const section =
    (after === null ? undefined : sectionOfBlock(document, after)) ??
    document.sections.find((one) => one.id === id)
  if (section === undefined || assets.length === 0) return null
  const { blocks } = section
  const found = after === null ? -1 : blocks.findIndex((block) => block.id === after)
  const at = after !== null && found === -1 ? blocks.length - 1 : found
  const orders = ordersAfter(blocks, blocks[at]?.id ?? null, assets.length)
  const figures = assets.map((asset, index) => blankFigure(asset, orders[index]!))
  const empty = isEmptyParagraph(blocks[at]) ? [blocks[at]!.id] : []
  const changes: Change[] = [
    ...empty.map((block): Change => ({ type: 'block.remove', block })),
    ...figures.map((block): Change => ({ type: 'block.put', section: section.id, block })),
  ]
  return { changes, made: figures[0]!.id }
}

/** Takes image files into the library and puts them into the text as one step, then goes to the first. */
export async function insertImages(
  session: Session,
  files: readonly File[],
  place: FigurePlace,
): Promise<void> {
  const assets = await takeImages(files)
  const edit = insertFigures(session.store.getState().state.document, assets, place)
  if (edit === null) return
  if (session.apply(edit.changes)) goToBlock(edit.made)
}
