import { CaseSensitive, Replace, WholeWord, X } from '../../icons/icons.ts'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { Hit } from '../../../model/search/search.ts'
import { openPostmortem } from '../../app/route.ts'
import { useFormat } from '../../i18n/format.ts'
import { Button } from '../../parts/button.tsx'
import { IconButton } from '../../parts/icon-button.tsx'
import { SearchField } from '../../parts/search-field.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { toast } from '../../parts/toast.tsx'
import { IconToggle } from '../../parts/toggle-button.tsx'
import type { Session } from '../../session/session.ts'
import css from './find.module.css'
import { HitList, keyOfHit } from './hit-list.tsx'
import { useHits } from './hits.ts'
import { closeFind, openFind, opening } from './opening.ts'
import { replaceHits } from './replace.ts'

export interface FindPanelProps {
  readonly session: Session
  readonly mode: 'find' | 'replace'
}

/** Looks for a text in the source and all languages, shows every place, and replaces in those that are left in. */
export function FindPanel({ session, mode }: FindPanelProps) {
  const { t } = useTranslation('find')
  const { t: common } = useTranslation()
  const format = useFormat()
  const [text, setText] = useState('')
  const [exact, setExact] = useState(false)
  const [whole, setWhole] = useState(false)
  const [replacement, setReplacement] = useState('')
  const [out, setOut] = useState<ReadonlySet<string>>(new Set())
  const readOnly = useStore(session.store, ({ save }) => save.kind === 'readOnly')
  const serial = useStore(opening, (now) => now.serial)
  const hits = useHits(session, { text, exact, whole })
  const panel = useRef<HTMLElement>(null)
  const came = useRef<Element | null>(null)
  /** The hit that Enter went to last. */
  const last = useRef(-1)
  const chosen = hits.filter((hit) => !hit.fixed && !out.has(keyOfHit(hit)))

  useEffect(() => {
    const focus = document.activeElement
    if (focus !== null && !panel.current?.contains(focus)) {
      came.current = focus
      const picked = document.getSelection()?.toString() ?? ''
      if (picked !== '' && picked.length < 100 && !picked.includes('\n')) setText(picked)
    }
    const field = panel.current?.querySelector<HTMLInputElement>('input')
    field?.focus()
    field?.select()
  }, [serial])

  const close = (): void => {
    closeFind()
    if (came.current instanceof HTMLElement && came.current.isConnected) came.current.focus()
  }

  const go = ({ locale, unit, place }: Hit): void => {
    const { sourceLocale } = session.store.getState().state.document
    const target = { unit, section: place.section, block: place.block, field: place.field }
    if (locale === sourceLocale) openPostmortem(session.id, 'write', { target })
    else openPostmortem(session.id, 'translate', { locale, target })
  }

  const replaceAll = (): void => {
    const count = replaceHits(session, chosen, replacement)
    if (count === 0) return
    const after = session.store.getState().lastChanged.serial
    toast({
      text: t('done', { count, number: format.number(count) }),
      action: {
        text: common('undo'),
        onPress: () => {
          if (session.store.getState().lastChanged.serial === after) session.undo()
        },
      },
    })
  }

  return (
    <search
      ref={panel}
      aria-label={t('title')}
      data-region
      className={css['panel']}
      onKeyDownCapture={(event) => {
        const field = event.target === panel.current?.querySelector('input')
        if (event.key === 'Enter' && field && hits.length > 0 && !event.nativeEvent.isComposing) {
          const step = last.current + (event.shiftKey ? -1 : 1)
          last.current = step < 0 ? hits.length - 1 : step % hits.length
          go(hits[last.current]!)
        } else if (event.key === 'Escape') close()
        else return
        event.preventDefault()
        event.stopPropagation()
      }}
    >
      <div className={css['line']}>
        <SearchField
          label={t('find')}
          value={text}
          onChange={(next) => {
            setText(next)
            setOut(new Set())
            last.current = -1
          }}
        />
        <IconToggle
          icon={CaseSensitive}
          label={t('exact')}
          isSelected={exact}
          onChange={setExact}
        />
        <IconToggle icon={WholeWord} label={t('whole')} isSelected={whole} onChange={setWhole} />
        {!readOnly && (
          <IconToggle
            icon={Replace}
            label={t('replacing')}
            isSelected={mode === 'replace'}
            onChange={(on) => openFind(on ? 'replace' : 'find')}
          />
        )}
        <span role="status" className={css['count']}>
          {text.trim() === ''
            ? ''
            : hits.length === 0
              ? t('none')
              : t('hits', { count: hits.length, number: format.number(hits.length) })}
        </span>
        <IconButton icon={X} label={common('close')} onPress={close} />
      </div>
      {mode === 'replace' && !readOnly && (
        <div className={css['line']}>
          <TextField
            label={t('replaceWith')}
            labelHidden
            placeholder={t('replaceWith')}
            dir="auto"
            value={replacement}
            onChange={setReplacement}
          />
          <Button isDisabled={chosen.length === 0} onPress={replaceAll}>
            {t('replaceAll', { count: chosen.length, number: format.number(chosen.length) })}
          </Button>
        </div>
      )}
      {hits.length > 0 && (
        <HitList
          session={session}
          hits={hits}
          choosing={mode === 'replace' && !readOnly}
          out={out}
          onOut={setOut}
          onGo={go}
        />
      )}
    </search>
  )
}
