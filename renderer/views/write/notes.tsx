import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import type { Footnote } from '../../../model/document/block.ts'
import { noteNumbers, notesOfSection } from '../../../model/document/note.ts'
import { findBlock, sectionOfBlock } from '../../../model/document/state.ts'
import { Field } from '../../editor/field/field.tsx'
import { NOTES } from '../../editor/footnote/insert.ts'
import { useFormat } from '../../i18n/format.ts'
import type { Session } from '../../session/session.ts'
import css from './notes.module.css'

/** The notes that a section refers to, under it. */
export function Notes({
  session,
  section,
}: {
  readonly session: Session
  readonly section: string
}) {
  const { t } = useTranslation('notes')
  // A note that an earlier section called first stands there.
  const notes = useStore(
    session.store,
    useShallow(({ state: { document } }): readonly string[] => {
      const at = document.sections.findIndex(({ id }) => id === section)
      const own = document.sections[at]
      if (own === undefined) return NONE
      const called = new Set(notesOfSection(own))
      if (called.size === 0) return NONE
      for (const before of document.sections.slice(0, at))
        for (const id of notesOfSection(before)) called.delete(id)
      return [...called].flatMap((id) => {
        const number = noteNumbers(document).get(id)
        return number === undefined ? [] : [`${number} ${id}`]
      })
    }),
  )
  if (notes.length === 0) return null
  return (
    <div role="group" aria-label={t('title')} className={css['notes']} {...{ [NOTES]: '' }}>
      <p className={css['title']} aria-hidden>
        {t('title')}
      </p>
      <ol className={css['list']}>
        {notes.map((note) => {
          const [number = '', id = ''] = note.split(' ')
          return <Note key={id} session={session} id={id} number={Number(number)} />
        })}
      </ol>
    </div>
  )
}

const NONE: readonly string[] = []

/** Puts the caret behind the first reference to a note. */
function goToReference(note: string): void {
  const mark = document.querySelector(`sup[data-note="${CSS.escape(note)}"]`)
  const editor = mark?.closest<HTMLElement>('[data-editable]')
  if (!mark || !editor) return
  editor.focus({ preventScroll: true })
  // A field makes its editor as it gets the focus, and draws the reference anew.
  requestAnimationFrame(() => {
    const drawn = editor.querySelector(`sup[data-note="${CSS.escape(note)}"]`)
    const line = drawn?.parentNode
    if (!drawn || !line) return
    const at = [...line.childNodes].indexOf(drawn) + 1
    document.getSelection()?.collapse(line, at)
    drawn.scrollIntoView({ block: 'nearest' })
  })
}

function Note({
  session,
  id,
  number,
}: {
  readonly session: Session
  readonly id: string
  readonly number: number
}) {
  const { t } = useTranslation('notes')
  const format = useFormat()
  const note = useStore(session.store, ({ state }) => {
    const block = findBlock(state.document, id)
    return block?.kind === 'footnote' ? block : undefined
  })
  if (note === undefined) return null
  const put = (next: Footnote, merge: string | undefined): void => {
    const home = sectionOfBlock(session.store.getState().state.document, id)
    if (home !== undefined)
      session.apply([{ type: 'block.put', section: home.id, block: next }], { merge })
  }
  const label = t('note', { number: format.number(number) })
  return (
    <li className={css['note']} data-block={id} data-note-text={id}>
      <span className={css['number']} aria-hidden>
        {format.number(number)}
      </span>
      <Field
        unit={note.text.id}
        content={note.text.content}
        label={label}
        placeholder={t('example')}
        className={css['text']}
        onChange={(content, merge) => put({ ...note, text: { ...note.text, content } }, merge)}
        onEnter={() => goToReference(id)}
      />
    </li>
  )
}
