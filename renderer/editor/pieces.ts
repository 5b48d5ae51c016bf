import { buildEditorFromExtensions } from '@lexical/extension'
import { ProseExtension } from './extension.ts'
import { $ownPieces, type Piece } from './paste/own.ts'
import { registerPasteHost, type PasteHost } from './paste/source.ts'

/** What one of our editors copied, as blocks, for where there is no editor to paste into. */
export function piecesOf(data: string, host: PasteHost): Piece[] {
  const editor = buildEditorFromExtensions(ProseExtension)
  const stop = registerPasteHost(editor, host)
  let pieces: Piece[] | undefined
  editor.update(
    () => {
      pieces = $ownPieces(data)
    },
    { discrete: true },
  )
  stop()
  return pieces ?? []
}
