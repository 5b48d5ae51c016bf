import {
  $getNearestNodeFromDOMNode,
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  SKIP_DOM_SELECTION_TAG,
  type LexicalEditor,
  type NodeKey,
} from 'lexical'
import { settingFor } from '../../model/typography/typed.ts'
import type { Typography } from '../../model/typography/typography.ts'
import { isCommandPress } from '../commands/keyboard.ts'
import type { EditingHost } from './host.ts'
import { readState } from './read.ts'
import { TYPED_TAG } from './typed.ts'

/** Words that are being written: they stand on the page, and the editor does not have their last letters yet. */
interface Stretch {
  readonly key: NodeKey
  readonly text: Text
  /** Where the caret stands in the text after the last letter. */
  offset: number
}

const LETTER = /^\p{L}$/u
const LETTER_BEFORE = /\p{L}$/u

/** A letter, or what may part two words: no other key goes on with what is being written. */
const goesOn = (event: KeyboardEvent): boolean =>
  event.key.length === 1 && (event.key === ' ' || LETTER.test(event.key)) && !isCommandPress(event)

/**
 * Writes letters and the spaces between words straight into the page and tells the editor of them together: before
 * anything else is done with the editor, and when the session asks. A letter inside a text changes nothing but the
 * text, and neither does a space behind a letter where the language sets nothing there; an editor's update for each costs
 * more than the browser's own work.
 *
 * Whatever is not plainly that goes the usual way: the first letter of a text, a selection that is replaced, marks
 * that are about to change, input methods, a menu that follows what is typed.
 */
export function registerLetters(
  editor: LexicalEditor,
  { session, popup }: EditingHost,
  language: Typography | undefined,
): () => void {
  let stretch: Stretch | undefined

  const tell = (): void => {
    if (stretch === undefined) return
    const { key, text, offset } = stretch
    stretch = undefined
    editor.update(
      () => {
        const node = $getNodeByKey(key)
        if ($isTextNode(node)) node.setTextContent(text.data).select(offset, offset)
      },
      // The page is already as the editor will be.
      { discrete: true, tag: [TYPED_TAG, SKIP_DOM_SELECTION_TAG] },
    )
  }

  /** The stretch that a letter at the caret would belong to, where nothing but its text would change. */
  const $stretchAt = (text: Text, offset: number): Stretch | undefined => {
    const node = $getNearestNodeFromDOMNode(text)
    const selection = $getSelection()
    if (!$isTextNode(node) || !node.isSimpleText() || !$isRangeSelection(selection))
      return undefined
    if (!selection.isCollapsed() || selection.anchor.key !== node.getKey()) return undefined
    if (selection.format !== node.getFormat() || node.getTextContent() !== text.data)
      return undefined
    // At its end a link ends; and two hyphens before a letter may become a dash.
    if (node.getParentOrThrow().isInline() || text.data[offset - 1] === '-') return undefined
    return { key: node.getKey(), text, offset }
  }

  const begin = (): Stretch | undefined => {
    const selection = document.getSelection()
    const text = selection?.anchorNode
    if (!selection?.isCollapsed || !(text instanceof Text) || selection.anchorOffset === 0)
      return undefined
    const offset = selection.anchorOffset
    return readState(editor, () => $stretchAt(text, offset))
  }

  /** Whether a space behind the stretch is a space and nothing else: no mark ends there, and the language sets none. */
  const staysSpace = ({ text, offset }: Stretch): boolean => {
    const before = text.data.slice(0, offset)
    if (!LETTER_BEFORE.test(before)) return false
    return language === undefined || settingFor(before, ' ', language) === undefined
  }

  const onKey = (event: KeyboardEvent): void => {
    if (stretch === undefined) return
    if (!goesOn(event)) tell()
    // Nobody else waits for the letters of a word.
    else event.stopPropagation()
  }

  const onInput = (event: InputEvent): void => {
    const { data } = event
    if (
      event.inputType !== 'insertText' ||
      data === null ||
      !(data === ' ' || LETTER.test(data)) ||
      event.isComposing ||
      editor.isComposing() ||
      popup.getState().open !== null
    )
      return tell()
    const selection = document.getSelection()
    if (
      stretch !== undefined &&
      (selection?.anchorNode !== stretch.text ||
        selection.anchorOffset !== stretch.offset ||
        !selection.isCollapsed)
    )
      tell()
    stretch ??= begin()
    if (stretch === undefined) return
    if (data === ' ' && !staysSpace(stretch)) return tell()
    event.preventDefault()
    event.stopPropagation()
    stretch.text.insertData(stretch.offset, data)
    stretch.offset += data.length
    selection?.collapse(stretch.text, stretch.offset)
    // The editor watches its page for what others write into it.
    editor._observer?.takeRecords()
    session.hold(tell)
  }

  const onSelection = (event: Event): void => {
    if (stretch === undefined) return
    const selection = document.getSelection()
    if (selection?.anchorNode === stretch.text && selection.anchorOffset === stretch.offset)
      event.stopPropagation()
    else tell()
  }

  const onUp = (event: KeyboardEvent): void => {
    if (stretch !== undefined && goesOn(event)) event.stopPropagation()
  }
  const LISTENERS = [
    ['keydown', onKey],
    ['keypress', onKey],
    ['keyup', onUp],
    ['beforeinput', onInput],
    ['compositionstart', tell],
    ['selectionchange', onSelection],
  ] as const
  // On the window and first: what else listens to keys costs as much as a letter does.
  const listen = (): void => {
    for (const [type, heard] of LISTENERS)
      window.addEventListener(type, heard as EventListener, true)
  }
  const leave = (): void => {
    tell()
    for (const [type, heard] of LISTENERS)
      window.removeEventListener(type, heard as EventListener, true)
  }
  return editor.registerRootListener((root) => {
    if (root === null) return
    root.addEventListener('focusin', listen)
    root.addEventListener('focusout', leave)
    if (root.contains(document.activeElement)) listen()
    return () => {
      leave()
      root.removeEventListener('focusin', listen)
      root.removeEventListener('focusout', leave)
    }
  })
}
