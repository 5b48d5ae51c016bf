import {
  ArrowDown,
  ArrowUp,
  CopyPlus,
  Eye,
  FolderInput,
  GripVertical,
  RefreshCw,
  Trash2,
} from '../../../icons/icons.ts'
import { useEffect, useRef, useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { AUDIENCES, type Audience } from '../../../../model/document/audience.ts'
import { plainText } from '../../../../model/document/text.ts'
import { useHost } from '../../../editor/context.ts'
import { MenuItem, MenuAt, MenuSeparator, Submenu } from '../../../parts/menu.tsx'
import type { Session } from '../../../session/session.ts'
import type { BlockDesk } from './desk.ts'
import { followDrag } from './drag.ts'
import { registerHandle } from './handle.ts'
import { placedBlocks } from './move.ts'
import { elementOf, type PageGap } from './page.ts'
import { canTurn, TURNS, type Turn } from './turn.ts'
import css from './blocks.module.css'

export interface GripProps {
  readonly session: Session
  readonly desk: BlockDesk
  readonly scroller: RefObject<HTMLElement | null>
  readonly page: RefObject<HTMLElement | null>
  readonly menu: boolean
  readonly onMenu: (open: boolean) => void
}

/**
 * The one handle beside the block that the pointer or the caret is at: it is dragged, and a press opens what can be
 * done with the block, or with all that are selected.
 */
export function Grip({ session, desk, scroller, page, menu, onMenu }: GripProps) {
  const { t } = useTranslation('blocks')
  const host = useHost()
  const grip = useRef<HTMLButtonElement>(null)
  const line = useRef<HTMLDivElement>(null)
  const badge = useRef<HTMLDivElement>(null)
  const dragged = useRef(false)
  const [count, setCount] = useState(0)
  const picked = useStore(desk.store, (state) => state.picked)

  useEffect(
    () =>
      registerHandle({
        grip: grip.current!,
        scroller: scroller.current!,
        page: page.current!,
        host,
        store: desk.store,
      }),
    [desk, host, page, scroller],
  )

  /** The selected blocks, if this one is among them; else this one, selected. */
  const take = (): readonly string[] => {
    const id = grip.current!.dataset['for']
    if (id === undefined) return []
    if (desk.store.getState().picked?.ids.includes(id) !== true) desk.pickOne(id)
    return desk.store.getState().picked?.ids ?? []
  }

  const show = (gap: PageGap | null, pointer: { x: number; y: number } | null): void => {
    const layer = line.current!.parentElement!.getBoundingClientRect()
    const rtl = getComputedStyle(line.current!).direction === 'rtl'
    line.current!.hidden = gap === null
    badge.current!.hidden = pointer === null
    if (gap !== null) {
      const { y, left, right } = gap.line
      Object.assign(line.current!.style, {
        insetBlockStart: `${y - layer.top - 1}px`,
        insetInlineStart: `${rtl ? layer.right - right : left - layer.left}px`,
        inlineSize: `${right - left}px`,
      })
    }
    if (pointer !== null)
      Object.assign(badge.current!.style, {
        insetBlockStart: `${pointer.y - layer.top + 12}px`,
        insetInlineStart: `${(rtl ? layer.right - pointer.x : pointer.x - layer.left) + 12}px`,
      })
  }

  const down = (event: PointerEvent): void => {
    dragged.current = false
    if (event.button !== 0) return
    let taken: readonly string[] = []
    followDrag(event, {
      scroller: scroller.current!,
      page: page.current!,
      document: () => session.store.getState().state.document,
      begin() {
        dragged.current = true
        taken = take()
        setCount(taken.length)
        return taken
      },
      show,
      end(gap) {
        if (gap !== null) desk.moveTo(gap, taken)
      },
    })
  }

  const open = (): void => {
    take()
    onMenu(true)
  }

  return (
    <>
      <button
        ref={grip}
        type="button"
        hidden
        className={css['grip']}
        // In the text it is for the pointer; whoever selected blocks by keys finds it with Tab.
        tabIndex={picked === null ? -1 : 0}
        aria-label={t('grip')}
        aria-haspopup="menu"
        aria-expanded={menu}
        onPointerDown={(event) => down(event.nativeEvent)}
        // The keyboard stays where it is until the press has become something.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => {
          if (!dragged.current) open()
        }}
        // The click that the browser makes of a key counts as an assistive technology's, and the menu then waits for that.
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== ' ') return
          event.preventDefault()
          open()
        }}
      >
        <GripVertical size={16} />
      </button>
      <div ref={line} hidden className={css['line']} />
      <div ref={badge} hidden className={css['badge']} aria-hidden>
        {t('dragging', { count })}
      </div>
      {menu && picked !== null && (
        <BlockMenu
          session={session}
          desk={desk}
          rect={grip.current!.getBoundingClientRect()}
          onClose={() => onMenu(false)}
          page={page}
        />
      )}
    </>
  )
}

interface BlockMenuProps {
  readonly session: Session
  readonly desk: BlockDesk
  readonly rect: DOMRect
  readonly page: RefObject<HTMLElement | null>
  readonly onClose: () => void
}

/** What can be done with the blocks that are selected. */
function BlockMenu({ session, desk, rect, page, onClose }: BlockMenuProps) {
  const { t } = useTranslation(['blocks', 'editor', 'write'])
  const { document } = session.store.getState().state
  const placed = placedBlocks(document, new Set(desk.store.getState().picked?.ids))
  const homes = new Set(placed.map(({ section }) => section))
  const others = document.sections.filter(({ id }) => homes.size > 1 || !homes.has(id))
  const audiences = new Set(placed.map(({ block }) => block.audience))
  const act = (key: string): void => {
    if (key === 'up') desk.step(-1)
    else if (key === 'down') desk.step(1)
    else if (key === 'duplicate') desk.duplicate()
    else if (key === 'remove') desk.remove()
  }
  /** A menu in a menu closes itself alone. */
  const then = (work: () => void): void => {
    onClose()
    work()
  }
  return (
    <MenuAt
      label={t('blocks:menu')}
      rect={rect}
      onAction={act}
      onClose={() => {
        onClose()
        const { picked } = desk.store.getState()
        if (picked !== null)
          elementOf(page.current!, picked.head)?.scrollIntoView({ block: 'nearest' })
      }}
    >
      {placed.some(({ block }) => canTurn(block)) && (
        <Submenu
          text={t('blocks:turn')}
          icon={RefreshCw}
          onAction={(turn) => then(() => desk.turn(turn as Turn))}
        >
          {TURNS.map((turn) => (
            <MenuItem key={turn} id={turn} text={t(`editor:block.${turn}`)} />
          ))}
        </Submenu>
      )}
      <Submenu
        text={t('write:block.audience')}
        icon={Eye}
        onAction={(audience) => then(() => desk.audience(audience as Audience))}
      >
        {AUDIENCES.map((audience) => (
          <MenuItem
            key={audience}
            id={audience}
            text={t(`write:audience.${audience}`)}
            isDisabled={audiences.size === 1 && audiences.has(audience)}
          />
        ))}
      </Submenu>
      {others.length > 0 && (
        <Submenu
          text={t('write:entry.moveTo')}
          icon={FolderInput}
          onAction={(id) => {
            const section = document.sections.find((each) => each.id === id)
            const after = section?.blocks.at(-1)?.id ?? null
            if (section) then(() => desk.moveTo({ section: id, after }))
          }}
        >
          {others.map(({ id, kind, heading }) => (
            <MenuItem
              key={id}
              id={id}
              text={plainText(heading.content) || t(`write:kind.${kind}`)}
            />
          ))}
        </Submenu>
      )}
      <MenuItem id="up" text={t('write:entry.up')} icon={ArrowUp} />
      <MenuItem id="down" text={t('write:entry.down')} icon={ArrowDown} />
      <MenuItem id="duplicate" text={t('blocks:duplicate')} icon={CopyPlus} />
      <MenuSeparator />
      <MenuItem id="remove" text={t('write:entry.remove')} icon={Trash2} danger />
    </MenuAt>
  )
}
