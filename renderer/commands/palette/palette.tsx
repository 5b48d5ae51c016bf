import { useId, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { directionOf } from '../../../model/document/locale.ts'
import { currentSession } from '../../app/current-session.ts'
import { classNames } from '../../theme/class-names.ts'
import veil from '../../parts/dialog.module.css'
import { keepCaret } from '../caret.ts'
import { commandItems } from './command-items.ts'
import { findItems } from './find.ts'
import { insertItems } from './insert-items.ts'
import type { Item } from './item.ts'
import css from './palette.module.css'
import { placeItems } from './place-items.ts'
import { recent, remember } from './recent.ts'

export interface PaletteProps {
  /** Places of the document alone. */
  readonly places?: boolean
  readonly onClose: () => void
}

/**
 * Everything that can be done, by its name: commands, what can be put in, and places to go to. A combobox whose list is
 * always open (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/): the focus stays in the field.
 */
export function Palette({ places = false, onClose }: PaletteProps) {
  const { t } = useTranslation('commands')
  const name = useId()
  const list = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const [giveBack] = useState(() => keepCaret())
  const used = useMemo(recent, [])
  // As things stand at the opening: behind it nothing changes.
  const items = useMemo(() => {
    const session = currentSession()
    const there = session === null ? [] : placeItems(session)
    return places ? there : [...commandItems(), ...insertItems(), ...there]
  }, [places])
  const found = useMemo(
    () => findItems(items, typed, places ? [] : used),
    [items, typed, places, used],
  )
  const chosen = Math.min(at, found.length - 1)

  const leave = (item?: Item): void => {
    onClose()
    if (item !== undefined && item.group !== 'places' && item.group !== 'sections')
      remember(item.key)
    giveBack(() => item?.run())
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    // The keys of a composition belong to the input method.
    if (event.nativeEvent.isComposing) return
    const last = found.length - 1
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: chosen === last ? 0 : chosen + 1,
      ArrowUp: chosen <= 0 ? last : chosen - 1,
      PageDown: Math.min(last, chosen + 8),
      PageUp: Math.max(0, chosen - 8),
    }
    const next = steps[event.key]
    const item = found[chosen]
    if (next !== undefined) show(next)
    else if (event.key === 'Enter') {
      if (item !== undefined) leave(item)
    } else return
    event.preventDefault()
  }
  const show = (next: number): void => {
    setAt(next)
    list.current?.querySelectorAll('[role="option"]')[next]?.scrollIntoView({ block: 'nearest' })
  }

  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => !open && leave()}
      className={classNames(veil['veil'])}
    >
      <Modal className={classNames(veil['modal'], css['palette'])}>
        <Dialog
          aria-label={t(places ? 'title.goTo' : 'title.palette')}
          className={classNames(css['dialog'])}
        >
          <input
            type="text"
            role="combobox"
            aria-expanded
            aria-controls={name}
            aria-autocomplete="list"
            aria-activedescendant={chosen >= 0 ? `${name}-${chosen}` : undefined}
            aria-label={t('palette.search')}
            placeholder={t('palette.search')}
            autoComplete="off"
            spellCheck={false}
            autoFocus
            dir={typed === '' ? undefined : 'auto'}
            className={css['input']}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value)
              setAt(0)
              list.current?.scrollTo({ top: 0 })
            }}
            onKeyDown={onKeyDown}
          />
          <div
            ref={list}
            id={name}
            role="listbox"
            aria-label={t('palette.list')}
            tabIndex={-1}
            className={css['list']}
            // A press must not take the focus out of the field.
            onMouseDown={(event) => event.preventDefault()}
          >
            {found.map((item, index) => (
              <Row
                key={item.key}
                id={`${name}-${index}`}
                item={item}
                selected={index === chosen}
                heading={
                  typed.trim() === '' && item.group !== found[index - 1]?.group
                    ? t(`palette.${item.group}`)
                    : null
                }
                onPress={() => leave(item)}
                onHover={() => setAt(index)}
              />
            ))}
          </div>
          <div role="status" className={css['none']}>
            {found.length === 0 && (
              <>
                <b>{t('palette.none')}</b> {t('palette.noneHint')}
              </>
            )}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

interface RowProps {
  readonly id: string
  readonly item: Item
  readonly selected: boolean
  readonly heading: string | null
  readonly onPress: () => void
  readonly onHover: () => void
}

function Row({ id, item, selected, heading, onPress, onHover }: RowProps) {
  const { text, note, keys, lang } = item
  return (
    <>
      {heading !== null && (
        <div role="presentation" className={css['heading']}>
          {heading}
        </div>
      )}
      <div
        id={id}
        role="option"
        aria-selected={selected}
        className={css['option']}
        onClick={onPress}
        onPointerMove={selected ? undefined : onHover}
      >
        <span className={css['text']} title={text} lang={lang} dir={lang && directionOf(lang)}>
          {text}
        </span>
        {note !== undefined && (
          <bdi className={css['note']} title={note}>
            {note}
          </bdi>
        )}
        {keys !== undefined && (
          <span className={css['keys']}>
            <kbd dir="ltr">{keys}</kbd>
          </span>
        )}
      </div>
    </>
  )
}
