import {
  ClipboardImportExtension,
  GetClipboardDataExtension,
  type ImportMimeTypeFunction,
} from '@lexical/clipboard'
import { $isCodeNode } from '@lexical/code-core'
import { $createLinkNode, $isLinkNode } from '@lexical/link'
import {
  $addUpdateTag,
  $createLineBreakNode,
  $createTextNode,
  $findMatchingParent,
  $getEditor,
  $isRangeSelection,
  configExtension,
  defineExtension,
  PASTE_TAG,
  REMOVE_TEXT_COMMAND,
  type BaseSelection,
} from 'lexical'
import { safeUrl } from '../../../model/document/link.ts'
import { readHtml } from '../../../model/html/read.ts'
import { textOf } from '../../../model/html/tree.ts'
import { $blockPieces, BLOCKS_TYPE } from './blocks.ts'
import { $insertPieces } from './insert.ts'
import { $ownCopy, $ownPieces } from './own.ts'
import { flowsOfText, plainLines } from './plain.ts'
import { treeOf } from './tree.ts'

const $ownText: ImportMimeTypeFunction = (data, selection) => {
  const pieces = $ownPieces(data)
  if (pieces === undefined) return false
  $insertPieces(pieces, selection)
  return true
}

const $ownBlocks: ImportMimeTypeFunction = (data, selection) => {
  const pieces = $blockPieces(data)
  if (pieces === undefined) return false
  $insertPieces(pieces, selection)
  return true
}

const $page: ImportMimeTypeFunction = (data, selection) => {
  const tree = treeOf(data)
  const flows = readHtml(tree)
  $insertPieces(
    flows.map((node) => ({ node })),
    selection,
  )
  // A page whose every word is hidden says nothing; its plain text would say it after all.
  return flows.length > 0 || tree.some((node) => textOf(node).trim() !== '')
}

/** An address over selected words makes them its link. */
function $asLink(address: string | undefined, selection: BaseSelection): boolean {
  if (address === undefined || !$isRangeSelection(selection) || selection.isCollapsed())
    return false
  const nodes = selection.extract()
  const parent = nodes[0]?.getParent()
  if (parent === null || parent === undefined || $findMatchingParent(parent, $isCodeNode) !== null)
    return false
  if (
    nodes.some((node) => !parent.is(node.getParent()) || $isLinkNode(node)) ||
    $isLinkNode(parent)
  )
    return false
  const link = $createLinkNode(address)
  nodes[0]!.insertBefore(link)
  link.append(...nodes)
  link.selectEnd()
  return true
}

/** Puts text in without any structure but its lines, in the marks that stand at the selection. */
export function $insertPlain(data: string, selection: BaseSelection): void {
  $addUpdateTag(PASTE_TAG)
  if ($isRangeSelection(selection)) {
    const text = plainLines(data)
    if (!selection.isCollapsed()) $getEditor().dispatchCommand(REMOVE_TEXT_COMMAND, null)
    if ($findMatchingParent(selection.anchor.getNode(), $isCodeNode) !== null) {
      selection.insertNodes(
        text
          .split('\n')
          .flatMap((line, at) => [
            ...(at === 0 ? [] : [$createLineBreakNode()]),
            ...(line === '' ? [] : [$createTextNode(line)]),
          ]),
      )
      return
    }
    if (!text.trim().includes('\n')) {
      selection.insertText(text.replaceAll('\n', '').replaceAll('\t', ' '))
      return
    }
  }
  $insertPieces(
    flowsOfText(data).map((node) => ({ node })),
    selection,
  )
}

const $text: ImportMimeTypeFunction = (data, selection) => {
  const line = data.trim()
  if (!/\s/.test(line) && $asLink(safeUrl(line), selection)) {
    $addUpdateTag(PASTE_TAG)
    return true
  }
  $insertPlain(data, selection)
  return true
}

/**
 * The clipboard of all our editors. Whatever comes in, from a paste or a drop, becomes blocks of our own document
 * first and is held to its schema; no node is ever made from somebody's HTML directly.
 */
export const PasteExtension = defineExtension({
  name: 'afterword/paste',
  dependencies: [
    configExtension(ClipboardImportExtension, {
      $importMimeType: {
        [BLOCKS_TYPE]: [$ownBlocks],
        'application/x-lexical-editor': [$ownText],
        'text/html': [$page],
        'text/plain': [$text],
        'text/uri-list': [$text],
      },
      priority: { [BLOCKS_TYPE]: -1 },
    }),
    configExtension(GetClipboardDataExtension, {
      $exportMimeType: { 'application/x-lexical-editor': [$ownCopy] },
    }),
  ],
})
