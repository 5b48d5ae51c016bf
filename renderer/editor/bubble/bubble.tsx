import { useEffect, useLayoutEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { Group, Separator, Toolbar } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { classNames } from '../../theme/class-names.ts'
import { TOOLS, useHost } from '../context.ts'
import { PassageTools } from '../passage/tools.tsx'
import { BlockButtons, FactButton, MarkButtons, StyleChoice } from '../toolbar/tools.tsx'
import { TEXT_TOOLS } from './enter.ts'
import { placeTools, type Box } from './place.ts'
import { watchSelection } from './watch.ts'
import styles from './bubble.module.css'

/** What can be seen of the text around an element. */
function seenAround(element: Element): Box {
  const { clientWidth, clientHeight } = document.documentElement
  let box: Box = { top: 0, left: 0, right: clientWidth, bottom: clientHeight }
  for (let at = element.parentElement; at !== null; at = at.parentElement) {
    if (!/auto|scroll/.test(getComputedStyle(at).overflowY)) continue
    const { top, bottom, left, right } = at.getBoundingClientRect()
    box = {
      top: Math.max(box.top, top),
      bottom: Math.min(box.bottom, bottom),
      left: Math.max(box.left, left),
      right: Math.min(box.right, right),
    }
  }
  return box
}

/** Where a selection is, and where its first line begins. */
function boxOf(range: Range, rtl: boolean): Box & { readonly start: number } {
  const { top, bottom, left, right } = range.getBoundingClientRect()
  const first = [...range.getClientRects()].find(({ width }) => width > 0)
  return { top, bottom, left, right, start: (rtl ? first?.right : first?.left) ?? left }
}

/** The tools of the text, at what is selected in it. */
export function Bubble() {
  const { t } = useTranslation(['bubble', 'editor'])
  const host = useHost()
  const range = useStore(host.bubble, (state) => state.range)
  const prose = useStore(host.active, ({ kind }) => kind === 'prose')
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => watchSelection(host), [host])

  useLayoutEffect(() => {
    const tools = element.current
    if (range === null || tools === null) return
    const around =
      range.startContainer instanceof Element
        ? range.startContainer
        : range.startContainer.parentElement
    const { width, height } = tools.getBoundingClientRect()
    const window = document.documentElement.clientWidth
    const rtl = host.direction === 'rtl'
    const place =
      around === null
        ? null
        : placeTools(boxOf(range, rtl), { width, height }, seenAround(around), window, rtl)
    tools.style.visibility = place === null ? 'hidden' : 'visible'
    if (place === null) return
    tools.style.insetBlockStart = `${place.top}px`
    const mirrored = getComputedStyle(tools).direction === 'rtl'
    tools.style.insetInlineStart = `${mirrored ? window - place.left - width : place.left}px`
  })

  if (range === null) return null
  return createPortal(
    // The focus stays in the text when these are pressed.
    <div
      ref={element}
      role="region"
      aria-label={t('label')}
      className={styles['bubble']}
      onMouseDown={(event) => event.preventDefault()}
    >
      <Toolbar
        aria-label={t('label')}
        className={classNames(styles['tools'])}
        {...TOOLS}
        {...{ [TEXT_TOOLS]: '' }}
      >
        {prose && (
          <div className={styles['style']}>
            <StyleChoice />
          </div>
        )}
        <Group aria-label={t('editor:toolbar.marks')} className={classNames(styles['group'])}>
          <MarkButtons />
        </Group>
        {prose && (
          <>
            <Separator orientation="vertical" className={classNames(styles['separator'])} />
            <Group aria-label={t('editor:toolbar.blocks')} className={classNames(styles['group'])}>
              <BlockButtons only={['bullet', 'number', 'quote']} />
            </Group>
          </>
        )}
        <Separator orientation="vertical" className={classNames(styles['separator'])} />
        <FactButton />
        <PassageTools />
      </Toolbar>
    </div>,
    document.body,
  )
}
