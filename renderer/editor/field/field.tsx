import { buildEditorFromExtensions } from '@lexical/extension'
import { mergeRegister, type LexicalEditor } from 'lexical'
import { useEffect, useLayoutEffect, useRef, type Ref } from 'react'
import { languageData } from '../../../locales/language-data.ts'
import type { Content } from '../../../model/document/text.ts'
import { isBlank } from '../../../model/document/text.ts'
import { classNames } from '../../theme/class-names.ts'
import { registerActive } from '../active.ts'
import { useHost } from '../context.ts'
import { registerWholeCodes } from '../code/whole.ts'
import { registerDirection } from '../direction.ts'
import { EDITABLE, ENTER_AT, registerEdge } from '../edge.ts'
import { equal } from '../../../model/document/equal.ts'
import { claimUndo } from '../follow.ts'
import { InlineExtension } from '../extension.ts'
import { redrawChips } from '../fact/chip.ts'
import { registerReader } from '../fact/reader.ts'
import { registerKeys } from '../keys.ts'
import { registerLetters } from '../letters.ts'
import { registerInlineNormal } from '../normal.ts'
import styles from '../prose.module.css'
import { registerPassages } from '../passage/register.ts'
import { registerRemove } from '../remove.ts'
import { registerShortcuts } from '../shortcuts/register.ts'
import { registerSlash } from '../slash/track.ts'
import { isSpelled } from '../../spelling/speller.ts'
import { drawContent } from '../static/content.ts'
import { bindField, type FieldBinding } from './binding.ts'
import { offsetIn } from './offset.ts'

export interface FieldProps {
  /** The id of the unit: another unit starts over. */
  readonly unit: string
  readonly content: Content
  /** `merge` names what this change may join in the history; undefined: it stands alone. */
  readonly onChange: (content: Content, merge: string | undefined) => void
  readonly label: string
  readonly placeholder?: string | undefined
  /** `one`: Enter is for `onEnter`. `many`: it begins a new line in the same text. */
  readonly lines?: 'one' | 'many'
  readonly onEnter?: (() => void) | undefined
  /** Backspace where there is nothing left to remove. */
  readonly onEmptyBackspace?: (() => void) | undefined
  readonly className?: string | undefined
  readonly readOnly?: boolean
  /** Pieces of code are indivisible, as in a translation. */
  readonly wholeCodes?: boolean
  /** Called when a text was drawn anew, for what is shown at its elements and never changes them. */
  readonly onDrawn?: ((root: HTMLElement, content: Content) => void) | undefined
  readonly ref?: Ref<HTMLDivElement>
}

/**
 * The text of one unit: with marks, links and facts. Until somebody goes into it, it is a few elements; the editor
 * comes with the focus and goes when another becomes active. Two hundred of these cost what one editor does.
 */
export function Field({
  unit,
  content,
  onChange,
  label,
  placeholder,
  lines = 'one',
  onEnter,
  onEmptyBackspace,
  className,
  readOnly = false,
  wholeCodes = false,
  onDrawn,
  ref,
}: FieldProps) {
  const host = useHost()
  const element = useRef<HTMLDivElement>(null)
  const binding = useRef<FieldBinding | null>(null)
  // What the editor calls is always what was drawn last.
  const latest = useRef({ content, onChange, onEnter, onEmptyBackspace, onDrawn })
  useLayoutEffect(() => {
    latest.current = { content, onChange, onEnter, onEmptyBackspace, onDrawn }
  })
  const fixed = readOnly || host.readOnly

  useLayoutEffect(() => {
    const root = element.current!
    const draw = (): void => {
      root.replaceChildren(drawContent(document, latest.current.content, host.reader))
      root.toggleAttribute('data-empty', isBlank(latest.current.content))
      latest.current.onDrawn?.(root, latest.current.content)
    }
    draw()
    const stopFacts = host.reader.subscribe(() => redrawChips(root, host.reader))
    if (fixed) return stopFacts

    let stop: (() => void) | undefined
    let pointer = false

    const mount = (): void => {
      if (binding.current !== null) return
      const at = offsetIn(root)
      const entered = root.dataset[ENTER_AT]
      delete root.dataset[ENTER_AT]
      root.replaceChildren()
      const editor: LexicalEditor = buildEditorFromExtensions(InlineExtension)
      // What holds the nodes in order comes before what tells the session of them.
      const stopRules = mergeRegister(
        registerReader(editor, host.reader, (page) => redrawChips(page, host.reader)),
        registerDirection(editor, host.direction),
        registerInlineNormal(editor),
        wholeCodes ? registerWholeCodes(editor) : () => {},
        registerPassages(editor, host.locale),
      )
      const bound = bindField(editor, {
        unit,
        lines,
        initial: latest.current.content,
        change(next, merge) {
          const { store } = host.session
          const { refused } = store.getState()
          latest.current.onChange(next, merge)
          return store.getState().refused === refused
        },
        hold: (give) => host.session.hold(give),
        settle: () => host.session.settle(),
        enter: () => latest.current.onEnter?.(),
        emptyBackspace: () => latest.current.onEmptyBackspace?.(),
      })
      const typography = languageData(host.locale)?.typography
      const stopEditor = mergeRegister(
        stopRules,
        bound.stop,
        registerRemove(editor),
        registerKeys(editor, host),
        registerEdge(editor),
        registerShortcuts(editor, 'inline', typography),
        registerSlash(editor, host),
        registerLetters(editor, host, typography),
        registerActive(editor, 'inline', host.active),
      )
      host.active.setState({ editor, kind: 'inline' })
      editor.setRootElement(root)
      binding.current = bound
      bound.select(entered === 'start' ? 0 : entered === 'end' ? Infinity : at)
      latest.current.onDrawn?.(root, latest.current.content)
      const stopWatching = host.active.subscribe((now) => {
        if (now.editor !== editor) unmount()
      })
      const unmount = (): void => {
        if (binding.current !== bound) return
        stopWatching()
        bound.finish()
        binding.current = null
        stopEditor()
        editor.setRootElement(null)
        stop = undefined
        root.dir = host.direction
        root.contentEditable = 'true'
        draw()
      }
      stop = unmount
    }

    const down = (): void => {
      pointer = true
    }
    const up = (): void => {
      if (pointer && document.activeElement === root) mount()
      pointer = false
    }
    // With the mouse the caret is not there yet when the focus is.
    const focus = (): void => {
      if (!pointer) mount()
    }
    root.addEventListener('pointerdown', down)
    root.addEventListener('focus', focus)
    document.addEventListener('pointerup', up)
    // What was to be read only and is opened again under the caret hears of no focus.
    if (document.activeElement === root) mount()
    return () => {
      stop?.()
      stopFacts()
      root.removeEventListener('pointerdown', down)
      root.removeEventListener('focus', focus)
      document.removeEventListener('pointerup', up)
    }
  }, [host, unit, lines, fixed, wholeCodes])

  // What the session says, where it differs from what stands here.
  useEffect(() => {
    const root = element.current!
    const bound = binding.current
    if (bound !== null) {
      if (equal(bound.content(), content)) return
      const { origin } = host.session.store.getState().lastChanged
      // What was put in by a key, the text under the caret being another one then, is written on at its end.
      const isOwn = origin === 'edit' && document.activeElement === root
      bound.bring(content, isOwn || origin === 'undo' || origin === 'redo')
      return
    }
    root.replaceChildren(drawContent(document, content, host.reader))
    root.toggleAttribute('data-empty', isBlank(content))
  }, [content, host])

  useEffect(() => onDrawn?.(element.current!, content), [content, onDrawn])

  // An undo goes to where it changed something.
  const before = useRef(content)
  useEffect(() => {
    const changed = before.current !== content && !equal(before.current, content)
    before.current = content
    if (!changed) return
    if (claimUndo(host.session.store.getState().lastChanged)) element.current?.focus()
  }, [content, host])

  return (
    <div
      ref={(node) => {
        element.current = node
        if (typeof ref === 'function') ref(node)
        else if (ref) ref.current = node
      }}
      className={classNames(styles['field'], className)}
      role="textbox"
      aria-multiline={lines === 'many'}
      aria-label={label}
      aria-readonly={fixed || undefined}
      aria-placeholder={placeholder}
      data-placeholder={placeholder}
      data-unit={unit}
      contentEditable={!fixed}
      suppressContentEditableWarning
      lang={host.locale}
      dir={host.direction}
      spellCheck={!isSpelled(host.locale)}
      tabIndex={0}
      {...{ [EDITABLE]: '' }}
    />
  )
}
