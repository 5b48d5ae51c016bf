import { $setSelection, type LexicalEditor } from 'lexical'
import { useEffect, useId, useMemo, useRef, useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { readContent } from '../../../../model/facts/read.ts'
import { findBlock } from '../../../../model/document/state.ts'
import { unitsOfBlock } from '../../../../model/units/unit.ts'
import { useHost } from '../../../editor/context.ts'
import { factsOf, wordsOf } from '../../../editor/host.ts'
import { SESSION_TAG } from '../../../editor/ids/keep.ts'
import { provide } from '../../../commands/registry.ts'
import { toast } from '../../../parts/toast.tsx'
import type { Session } from '../../../session/session.ts'
import { focusBlock } from '../go.ts'
import { registerBlockClipboard } from './clipboard.ts'
import { blockHandlers } from './commands.ts'
import { createBlockDesk, type BlockDesk } from './desk.ts'
import { registerEnter } from './enter.ts'
import { Grip } from './grip.tsx'
import { blockKey } from './keys.ts'
import { registerMarks } from './marks.ts'
import { blockIds, elementOf } from './page.ts'
import { createPicked, pickLeft } from './picked.ts'
import { registerSweep } from './sweep.ts'
import css from './blocks.module.css'

export interface BlockLayerProps {
  readonly session: Session
  /** What scrolls, with the layer in it. */
  readonly scroller: RefObject<HTMLElement | null>
  /** What the blocks stand in. */
  readonly page: RefObject<HTMLElement | null>
}

/**
 * Whole blocks, over the text: which are selected, the grip beside one, and what keys and pointer do with them. While
 * blocks are selected the keyboard is with a list here that says what they are; nothing around the text is drawn anew.
 */
export function BlockLayer({ session, scroller, page }: BlockLayerProps) {
  const { t } = useTranslation('blocks')
  const { t: timeline } = useTranslation('timeline')
  const host = useHost()
  const holder = useRef<HTMLDivElement>(null)
  const [store] = useState(createPicked)
  const layer = useRef<HTMLDivElement>(null)
  /** The editor that one wrote in last. */
  const writing = useRef<LexicalEditor | null>(null)
  const [menu, setMenu] = useState(false)

  const desk = useMemo(
    () =>
      createBlockDesk({
        session,
        store,
        t,
        page: () => page.current!,
        focus() {
          // An editor that still has a selection would put it back, and the focus with it.
          writing.current?.update(() => $setSelection(null), { discrete: true, tag: SESSION_TAG })
          holder.current?.ownerDocument.getSelection()?.removeAllRanges()
          holder.current?.focus({ preventScroll: true })
        },
        write(block) {
          const element = elementOf(page.current!, block)
          if (element !== null) focusBlock(element)
        },
      }),
    [session, store, page, t],
  )

  useEffect(() => {
    const sheet = page.current!
    const document = () => session.store.getState().state.document
    const stops = [
      registerMarks(sheet, store),
      registerBlockClipboard(sheet, session, host, desk),
      host.active.subscribe(({ editor }) => {
        if (editor !== null) writing.current = editor
      }),
      session.store.subscribe((now, before) => {
        const { picked } = store.getState()
        if (picked === null || now.state.document === before.state.document) return
        const there = blockIds(now.state.document)
        const left = pickLeft(
          [...picked.ids, picked.head].filter((id) => there.has(id)),
          picked,
        )
        if (left !== picked) store.setState({ picked: left })
      }),
      ...(host.readOnly
        ? []
        : [
            registerEnter(sheet, session, host, desk),
            registerSweep(scroller.current!, sheet, document, desk),
            provide(
              blockHandlers(
                session,
                desk,
                () => page.current!,
                () => toast({ text: timeline('stays') }),
              ),
            ),
          ]),
    ]
    return () => stops.forEach((stop) => stop())
  }, [session, store, host, desk, page, scroller, timeline])

  useEffect(() => {
    // Going anywhere else in the window lets go of the blocks; menus are drawn outside of it.
    const leave = ({ target }: FocusEvent): void => {
      if (store.getState().picked === null || !(target instanceof Element)) return
      if (target.closest('#root') !== null && target.closest('[data-blocks]') === null)
        store.setState({ picked: null })
    }
    document.addEventListener('focusin', leave)
    return () => document.removeEventListener('focusin', leave)
  }, [store])

  useEffect(() => {
    const element = layer.current!
    const down = (event: KeyboardEvent): void => {
      if (store.getState().picked === null || event.isComposing) return
      // On the grip these press it.
      if (event.target !== holder.current && (event.key === 'Enter' || event.key === ' ')) return
      if (!blockKey(event, desk, () => setMenu(true))) return
      event.preventDefault()
      event.stopPropagation()
    }
    element.addEventListener('keydown', down)
    return () => element.removeEventListener('keydown', down)
  }, [desk, store])

  return (
    <div ref={layer} className={css['layer']} data-blocks="">
      <Holder ref={holder} session={session} desk={desk} />
      {!host.readOnly && (
        <Grip
          session={session}
          desk={desk}
          scroller={scroller}
          page={page}
          menu={menu}
          onMenu={setMenu}
        />
      )}
      <Said desk={desk} />
    </div>
  )
}

/** Where the keyboard is while blocks are selected: a list whose current option is the block that keys go on from. */
function Holder({
  ref,
  session,
  desk,
}: {
  readonly ref: RefObject<HTMLDivElement | null>
  readonly session: Session
  readonly desk: BlockDesk
}) {
  const { t } = useTranslation('blocks')
  const name = useId()
  const picked = useStore(desk.store, (state) => state.picked)
  const { document: doc } = session.store.getState().state
  const block = picked === null ? undefined : findBlock(doc, picked.head)
  const text =
    block === undefined
      ? ''
      : [...unitsOfBlock('', block)]
          .map(({ content }) =>
            readContent(content, factsOf(doc), doc.sourceLocale, wordsOf(doc.sourceLocale)),
          )
          .join(' ')
          .slice(0, 200)
  // Without a selection it is no list to anybody; it stays on the page as the place that the focus goes to.
  if (picked === null) return <div ref={ref} tabIndex={-1} className={css['holder']} />
  return (
    <div
      ref={ref}
      role="listbox"
      aria-label={t('list')}
      aria-multiselectable
      aria-activedescendant={name}
      tabIndex={-1}
      className={css['holder']}
    >
      <div
        id={name}
        role="option"
        aria-selected
        aria-posinset={picked.ids.indexOf(picked.head) + 1}
        aria-setsize={picked.ids.length}
        lang={doc.sourceLocale}
      >
        {text.trim() === '' ? t('empty') : text}
      </div>
    </div>
  )
}

/** Says what was selected and done. The same words again are said again. */
function Said({ desk }: { readonly desk: BlockDesk }) {
  const said = useStore(desk.store, (state) => state.said)
  return (
    <div role="status" className={css['hidden']}>
      <span key={said.serial}>{said.text}</span>
    </div>
  )
}
