import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { provide } from '../commands/registry.ts'
import { useHost } from '../editor/context.ts'
import { EDITABLE } from '../editor/edge.ts'
import { MenuAt, MenuItem, MenuSeparator } from '../parts/menu.tsx'
import { toast } from '../parts/toast.tsx'
import { markedAt, markSpelling, type Misspelling } from './marks.ts'
import { nextMisspelling } from './next.ts'
import { addOwnWord } from './own-words.ts'
import { select, spotOf, type Spot } from './replace.ts'
import { spellerOf } from './speller.ts'

interface Opened {
  readonly spot: Spot
  readonly rect: DOMRect
  readonly suggestions: readonly string[]
}

const SUGGESTION = 'word:'

/**
 * Spelling in the editors around here: marks, and at a marked word a menu of what may have been meant (with the right
 * button or the menu key; F7 goes to the next one, as in word processors).
 */
export function Spelling() {
  const host = useHost()
  const { t } = useTranslation('spelling')
  const [opened, setOpened] = useState<Opened | null>(null)
  const speller = useMemo(
    () => (host.readOnly ? undefined : spellerOf(host.locale)),
    [host.locale, host.readOnly],
  )

  useEffect(() => {
    if (speller === undefined) return
    const open = async (found: Misspelling): Promise<void> => {
      const spot = spotOf(found)
      if (spot === undefined) return
      const rect = found.range.getBoundingClientRect()
      setOpened({ spot, rect, suggestions: await speller.suggest(found.word) })
    }
    const menu = (event: MouseEvent): void => {
      const target = event.target
      if (!(target instanceof Element)) return
      const editable = target.closest<HTMLElement>(`[${EDITABLE}]`)
      if (editable?.lang !== host.locale) return
      const found = misspellingAt(event)
      if (found === undefined) return
      event.preventDefault()
      void open(found)
    }
    const next = (): void =>
      void nextMisspelling(host.locale, speller).then((found) => {
        if (found === undefined) toast({ text: t('clean') })
        else void open(found)
      })
    const stopCommand = provide({ spelling: next })
    const stop = markSpelling(host, speller)
    document.addEventListener('contextmenu', menu)
    return () => {
      stop()
      document.removeEventListener('contextmenu', menu)
      stopCommand()
    }
  }, [host, speller, t])

  if (opened === null) return null
  const { spot, rect, suggestions } = opened
  const { word } = spot
  const act = (key: string): void => {
    if (key.startsWith(SUGGESTION)) select(spot, key.slice(SUGGESTION.length))
    else void addOwnWord(word).then(() => toast({ text: t('added', { word }) }))
  }
  const close = (): void => {
    setOpened(null)
    // The menu gives the focus back to nothing, because no button opened it.
    requestAnimationFrame(() => spot.editable.focus({ preventScroll: true }))
  }
  return (
    <MenuAt label={t('menu', { word })} rect={rect} onAction={act} onClose={close}>
      {suggestions.map((text) => (
        <MenuItem key={text} id={`${SUGGESTION}${text}`} text={text} lang={host.locale} />
      ))}
      {suggestions.length === 0 && <MenuItem id="none" text={t('none')} isDisabled />}
      <MenuSeparator />
      <MenuItem id="add" text={t('add', { word })} />
    </MenuAt>
  )
}

/** The marked word that the pointer is on, or with the menu key the one at the caret. */
function misspellingAt(event: MouseEvent): Misspelling | undefined {
  const byPointer = event.button === 2
  const place = byPointer ? document.caretPositionFromPoint(event.clientX, event.clientY) : null
  const selection = getSelection()
  const node = byPointer ? place?.offsetNode : selection?.focusNode
  const offset = byPointer ? place?.offset : selection?.focusOffset
  return node === undefined || node === null || offset === undefined
    ? undefined
    : markedAt(node, offset)
}
