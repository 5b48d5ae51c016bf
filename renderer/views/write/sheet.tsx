import { Plus } from '../../icons/icons.ts'
import { memo, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import { SECTION_KINDS, type SectionKind } from '../../../model/document/section.ts'
import { SCROLLER } from '../../app/spot.ts'
import { Field } from '../../editor/field/field.tsx'
import { Button } from '../../parts/button.tsx'
import { Menu, MenuItem } from '../../parts/menu.tsx'
import type { Session } from '../../session/session.ts'
import { BlockLayer } from './blocks/layer.tsx'
import { Byline } from './byline.tsx'
import { SectionView } from './section.tsx'
import css from './write.module.css'

export interface SheetProps {
  readonly session: Session
  readonly onActive: (section: string | null) => void
  readonly onAdd: (kind: SectionKind) => void
}

/** The postmortem as it is written: a title and its sections, one under another. */
export const Sheet = memo(function Sheet({ session, onActive, onAdd }: SheetProps) {
  const { t } = useTranslation('write')
  const title = useStore(session.store, ({ state }) => state.document.title)
  const sections = useStore(
    session.store,
    useShallow(({ state }) => state.document.sections.map(({ id }) => id)),
  )
  const scroller = useRef<HTMLDivElement>(null)
  const page = useRef<HTMLElement>(null)

  // The section whose beginning was passed last is the one that is being read.
  useEffect(() => {
    const stage = scroller.current!
    let frame = 0
    const look = (): void => {
      frame = 0
      const { top, bottom } = stage.getBoundingClientRect()
      // Where one writes counts, as long as it can be seen; else what one has read up to.
      const home = document.activeElement?.closest<HTMLElement>('[data-section]')
      const box = home?.getBoundingClientRect()
      if (home && box && box.bottom > top && box.top < bottom)
        return onActive(home.dataset['section'] ?? null)
      let passed: string | null = null
      for (const section of stage.querySelectorAll<HTMLElement>('[data-section]'))
        if (section.getBoundingClientRect().top <= top + 96)
          passed = section.dataset['section'] ?? null
      onActive(passed)
    }
    const later = (): void => {
      if (frame === 0) frame = requestAnimationFrame(look)
    }
    const inside = (event: FocusEvent): void => {
      const section = (event.target as Element).closest<HTMLElement>('[data-section]')
      if (section !== null) onActive(section.dataset['section'] ?? null)
    }
    stage.addEventListener('scroll', later, { passive: true })
    stage.addEventListener('focusin', inside)
    return () => {
      stage.removeEventListener('scroll', later)
      stage.removeEventListener('focusin', inside)
      cancelAnimationFrame(frame)
    }
  }, [onActive])

  return (
    <div className={css['pane']}>
      <div ref={scroller} className={css['scroller']} {...{ [SCROLLER]: '' }}>
        <article ref={page} className={css['sheet']}>
          <header className={css['head']}>
            <Field
              unit={title.id}
              content={title.content}
              label={t('title')}
              placeholder={t('titleExample')}
              className={css['title']}
              onChange={(content, merge) =>
                session.apply([{ type: 'title.put', content }], { merge })
              }
              onEnter={() =>
                document.querySelector<HTMLElement>('[data-section] [data-editable]')?.focus()
              }
            />
            <Byline session={session} />
          </header>
          {sections.map((id) => (
            <SectionView key={id} session={session} id={id} />
          ))}
          <div className={css['addSection']}>
            <Menu
              label={t('section.add')}
              trigger={
                <Button look="quiet">
                  <Plus size={16} />
                  {t('section.add')}
                </Button>
              }
              onAction={(kind) => onAdd(kind as SectionKind)}
            >
              {SECTION_KINDS.map((kind) => (
                <MenuItem key={kind} id={kind} text={t(`kind.${kind}`)} />
              ))}
            </Menu>
          </div>
        </article>
        <BlockLayer session={session} scroller={scroller} page={page} />
      </div>
    </div>
  )
})
