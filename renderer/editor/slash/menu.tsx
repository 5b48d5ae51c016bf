import {
  $getNodeByKey,
  $isTextNode,
  COMMAND_PRIORITY_CRITICAL,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_TAB_COMMAND,
  mergeRegister,
} from 'lexical'
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useHost } from '../context.ts'
import type { Popup } from '../popup.ts'
import { matching, slashOptions, type SlashOption } from './options.ts'
import styles from './menu.module.css'

type SlashPopup = Extract<Popup, { kind: 'slash' }>

/** The list under a slash. The focus stays in the text; the text says which option is meant (aria-activedescendant). */
export function SlashMenu({
  popup,
  onClose,
}: {
  readonly popup: SlashPopup
  readonly onClose: () => void
}) {
  const { t } = useTranslation('editor')
  const host = useHost()
  const list = useRef<HTMLDivElement>(null)
  const name = useId()
  const { editor, node, offset, query, rect } = popup

  const all = useMemo(() => {
    const { kind, blockId } = host.active.getState()
    return slashOptions(host, kind ?? 'inline', blockId, (key) => t(key))
  }, [host, t])
  const options = useMemo(() => matching(all, query), [all, query])
  const [at, setAt] = useState(0)
  const chosen = Math.min(at, options.length - 1)
  useEffect(() => setAt(0), [query])
  const none = options.length === 0

  const choose = (option: SlashOption): void => {
    onClose()
    editor.update(
      () => {
        const text = $getNodeByKey(node)
        if ($isTextNode(text)) text.spliceText(offset, query.length + 1, '', true)
      },
      { discrete: true },
    )
    option.run(editor)
  }
  const latest = useRef({ options, chosen, choose })
  useLayoutEffect(() => {
    latest.current = { options, chosen, choose }
  })

  useEffect(() => {
    const step = (by: number) => (event: KeyboardEvent) => {
      const { options, chosen } = latest.current
      if (options.length === 0) return false
      event.preventDefault()
      setAt((chosen + by + options.length) % options.length)
      return true
    }
    const take = (event: KeyboardEvent | null): boolean => {
      const option = latest.current.options[latest.current.chosen]
      if (option === undefined || event?.isComposing) return false
      event?.preventDefault()
      // A key is handled inside an update of the editor; what the option does must see it done.
      queueMicrotask(() => latest.current.choose(option))
      return true
    }
    return mergeRegister(
      editor.registerCommand(KEY_ARROW_DOWN_COMMAND, step(1), COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(KEY_ARROW_UP_COMMAND, step(-1), COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(KEY_ENTER_COMMAND, take, COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(KEY_TAB_COMMAND, take, COMMAND_PRIORITY_CRITICAL),
    )
  }, [editor])

  useEffect(() => {
    const root = editor.getRootElement()
    if (root === null) return
    if (none) root.removeAttribute('aria-activedescendant')
    else root.setAttribute('aria-activedescendant', `${name}-${chosen}`)
    root.setAttribute('aria-controls', name)
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
    return () => {
      root.removeAttribute('aria-activedescendant')
      root.removeAttribute('aria-controls')
    }
  }, [editor, name, chosen, none])

  useEffect(() => {
    const away = (event: PointerEvent): void => {
      if (event.target instanceof Node && !list.current?.contains(event.target)) onClose()
    }
    document.addEventListener('pointerdown', away)
    return () => document.removeEventListener('pointerdown', away)
  }, [onClose])

  const below = window.innerHeight - rect.bottom
  const up = below < 260 && rect.top > below
  const edge =
    host.direction === 'rtl'
      ? { right: Math.max(8, window.innerWidth - rect.right) }
      : { left: Math.min(rect.left, window.innerWidth - 320) }
  const place = up
    ? {
        bottom: window.innerHeight - rect.top + 6,
        maxHeight: Math.min(340, rect.top - 16),
        ...edge,
      }
    : { top: rect.bottom + 6, maxHeight: Math.min(340, below - 16), ...edge }

  return createPortal(
    <div
      ref={list}
      id={name}
      role="listbox"
      tabIndex={0}
      // A press must not take the focus out of the text.
      onMouseDown={(event) => event.preventDefault()}
      aria-label={t('slash.label')}
      className={styles['menu']}
      style={place}
      data-tools=""
    >
      {none && (
        // A list must hold options for assistive technology.
        <div role="option" aria-selected={false} aria-disabled className={styles['none']}>
          {t('slash.none')}
        </div>
      )}
      {options.map((option, index) => (
        <Row
          key={option.id}
          id={`${name}-${index}`}
          option={option}
          selected={index === chosen}
          heading={option.group === options[index - 1]?.group ? null : t(`slash.${option.group}`)}
          onPress={() => choose(option)}
          onHover={() => setAt(index)}
        />
      ))}
    </div>,
    // Within the main landmark, like the text that it belongs to.
    document.querySelector('main') ?? document.body,
  )
}

interface RowProps {
  readonly id: string
  readonly option: SlashOption
  readonly selected: boolean
  readonly heading: string | null
  readonly onPress: () => void
  readonly onHover: () => void
}

function Row({ id, option, selected, heading, onPress, onHover }: RowProps) {
  const Icon = option.icon
  return (
    <>
      {heading !== null && (
        <div role="presentation" className={styles['heading']}>
          {heading}
        </div>
      )}
      <div
        id={id}
        role="option"
        aria-selected={selected}
        className={styles['option']}
        onClick={onPress}
        onPointerMove={selected ? undefined : onHover}
      >
        <Icon size={16} aria-hidden />
        <span lang={option.lang} dir="auto">
          {option.text}
        </span>
        {option.note !== undefined && (
          <span className={styles['note']} dir="auto">
            {option.note}
          </span>
        )}
      </div>
    </>
  )
}
