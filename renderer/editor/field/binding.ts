import {
  $createLineBreakNode,
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isParagraphNode,
  $isRangeSelection,
  COLLABORATION_TAG,
  COMMAND_PRIORITY_HIGH,
  INSERT_LINE_BREAK_COMMAND,
  KEY_BACKSPACE_COMMAND,
  KEY_ENTER_COMMAND,
  LineBreakNode,
  mergeRegister,
  RootNode,
  type EditorState,
  type LexicalEditor,
} from 'lexical'
import { isBlank, type Content } from '../../../model/document/text.ts'
import { readState } from '../read.ts'
import { equal } from '../../../model/document/equal.ts'
import { SESSION_TAG } from '../ids/keep.ts'
import { $inlineOf } from '../normal.ts'
import { $contentOf, $nodesOf } from '../phrasing/convert.ts'
import { $offsetOf, $placeCaret, changedAt, mapped } from '../run/caret.ts'
import { isTyping, joinsTyping, registerTyped } from '../typed.ts'

export interface FieldOptions {
  readonly unit: string
  readonly lines: 'one' | 'many'
  readonly initial: Content
  /** False: it was refused, and what stood there is to be shown again. */
  change(content: Content, merge: string | undefined): boolean
  /** Says that something was typed; `give` calls `change`. */
  hold(give: () => void): void
  /** Asks for what is held. */
  settle(): void
  enter(): void
  emptyBackspace(): void
}

export interface FieldBinding {
  /** What the field says as far as the session knows. */
  content(): Content
  /** Takes up what the session says. `follow`: the caret goes to the difference; else it stays where it was. */
  bring(content: Content, follow: boolean): void
  select(offset: number): void
  /** Gives out what a composition that was broken off left behind. */
  finish(): void
  readonly stop: () => void
}

/** One text is one paragraph: what comes in as several (a paste) becomes its lines. */
function $oneParagraph(root: RootNode, lines: FieldOptions['lines']): void {
  const children = root.getChildren()
  const [first] = children
  if (children.length === 1 && $isParagraphNode(first)) return
  const line = $createParagraphNode()
  children.forEach((child, at) => {
    if (at > 0) line.append(lines === 'many' ? $createLineBreakNode() : $createTextNode(' '))
    line.append(
      ...($isElementNode(child) ? $inlineOf(child) : [$createTextNode(child.getTextContent())]),
    )
  })
  root.clear()
  root.append(line)
  line.selectEnd()
}

/** Ties an editor to the text of one unit, both ways. */
export function bindField(editor: LexicalEditor, options: FieldOptions): FieldBinding {
  const { unit, lines } = options
  let said = options.initial
  /** What comes next is a step of its own: no key of typing made it. */
  let alone = false

  const fill = (content: Content): void => {
    editor.update(
      () => {
        const line = $createParagraphNode().append(...$nodesOf(content))
        $getRoot().clear().append(line)
      },
      { discrete: true, tag: SESSION_TAG },
    )
  }

  const read = (state?: EditorState): Content =>
    readState(
      editor,
      () => {
        const line = $getRoot().getFirstChild()
        return line === null ? [] : $contentOf(line)
      },
      state,
    )

  const bring = (content: Content, follow: boolean): void => {
    if (editor.isComposing()) return
    const [before, caret] = readState(editor, () => {
      const line = $getRoot().getFirstChild()
      const selection = $getSelection()
      const offset =
        $isElementNode(line) && $isRangeSelection(selection)
          ? $offsetOf(line, selection.focus)
          : Infinity
      return [line?.getTextContent() ?? '', offset] as const
    })
    fill(content)
    said = read()
    editor.update(
      () => {
        const line = $getRoot().getFirstChild()
        if (line === null) return
        const after = line.getTextContent()
        $placeCaret(line, follow ? changedAt(before, after) : mapped(before, after, caret))
      },
      // What came in from elsewhere must not take the selection from where a person is.
      { discrete: true, tag: follow ? SESSION_TAG : [SESSION_TAG, COLLABORATION_TAG] },
    )
  }

  const emit = (state?: EditorState): void => {
    const content = read(state)
    if (equal(content, said)) return
    const before = said
    said = content
    const merge = alone ? undefined : `typing ${unit}`
    alone = false
    if (!options.change(content, merge)) bring(before, false)
  }

  /** What was typed, before anything else happened: what the session is given when it asks. */
  let typedState: EditorState | undefined
  const give = (): void => {
    emit(typedState)
    typedState = undefined
    showEmpty()
  }
  const showEmpty = (): void => {
    editor.getRootElement()?.toggleAttribute('data-empty', isBlank(read()))
  }

  // The transforms first: what comes in is settled then, and what it reads as now is no change of the person's.
  const stopTransforms = mergeRegister(
    editor.registerNodeTransform(RootNode, (root) => $oneParagraph(root, lines)),
    // A field of one line shows none: what is pasted in with breaks is joined by spaces.
    editor.registerNodeTransform(LineBreakNode, (node) => {
      if (lines === 'one') node.replace($createTextNode(' '))
    }),
  )
  fill(options.initial)
  said = read()
  const stop = mergeRegister(
    stopTransforms,
    registerTyped(editor),
    editor.registerUpdateListener((update) => {
      const { tags, dirtyElements, dirtyLeaves } = update
      const root = editor.getRootElement()
      if (editor.isComposing()) {
        alone = true
        root?.removeAttribute('data-empty')
        return
      }
      if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return
      if (!alone && isTyping(update)) {
        typedState = update.editorState
        options.hold(give)
        if (root?.hasAttribute('data-empty')) showEmpty()
        return
      }
      if (!tags.has(SESSION_TAG)) {
        options.settle()
        if (!joinsTyping(tags)) alone = true
        emit()
      }
      showEmpty()
    }),
    editor.registerRootListener((root) => {
      if (root === null) return
      root.toggleAttribute('data-empty', isBlank(read()))
      const ended = (): void => {
        setTimeout(() => {
          if (!editor.isComposing()) emit()
        })
      }
      root.addEventListener('compositionend', ended)
      return () => root.removeEventListener('compositionend', ended)
    }),
    editor.registerCommand(
      KEY_ENTER_COMMAND,
      (event) => {
        if (event?.isComposing) return false
        event?.preventDefault()
        if (event?.ctrlKey || event?.metaKey) return false
        if (lines === 'one' && !event?.shiftKey) options.enter()
        else if (lines === 'many') editor.dispatchCommand(INSERT_LINE_BREAK_COMMAND, false)
        return true
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      KEY_BACKSPACE_COMMAND,
      (event) => {
        if ($getRoot().getTextContent() !== '' || event.repeat) return false
        event.preventDefault()
        options.emptyBackspace()
        return true
      },
      COMMAND_PRIORITY_HIGH,
    ),
  )

  return {
    content: () => said,
    bring,
    select(offset) {
      editor.update(
        () => {
          const line = $getRoot().getFirstChild()
          if (line !== null) $placeCaret(line, offset)
        },
        { discrete: true, tag: SESSION_TAG },
      )
    },
    finish() {
      options.settle()
      emit()
    },
    stop,
  }
}
