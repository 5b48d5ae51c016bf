import { memo, useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { publicationWords } from '../../../locales/publication-words.ts'
import type { SectionKind } from '../../../model/document/section.ts'
import { sectionOfBlock } from '../../../model/document/state.ts'
import { useLater } from '../../app/later.ts'
import type { Target } from '../../app/route.ts'
import { provide } from '../../commands/registry.ts'
import { Editing } from '../../editor/editing.tsx'
import type { Inserts } from '../../editor/insert.ts'
import { Toolbar } from '../../editor/toolbar/toolbar.tsx'
import { SplitView } from '../../parts/split-view.tsx'
import type { Session } from '../../session/session.ts'
import { BlockTools } from './block-tools.tsx'
import { writeHandlers } from './commands.ts'
import { Counts } from './counts.tsx'
import { addSection, insertEntry } from './edits.ts'
import { chooseImages } from './figure/choose.ts'
import { insertImages } from './figure/insert.ts'
import { ImageIntake } from './figure/intake.tsx'
import { goTo, goToBlock, goToSection } from './go.ts'
import { ReadButton, Reading, useReading } from './reading.tsx'
import { Outline } from './outline.tsx'
import { Sheet } from './sheet.tsx'
import { SidePanel } from './side-panel.tsx'
import css from './write.module.css'

export interface WriteProps {
  readonly session: Session
  /** A place to go to; a new object goes there again. */
  readonly target: Target | null
}

/** The heading that a section of a kind begins with, in the language that the postmortem is written in. */
const headingOf = (kind: SectionKind, locale: string): string =>
  publicationWords(locale)?.sections[kind] ?? ''

/**
 * Where a postmortem is written. It draws itself anew for what it is given and for what it asked the session about, never
 * because something around it did: a drawing of the whole at every key would be felt.
 */
export const Write = memo(function Write({ session, target }: WriteProps) {
  const { t } = useTranslation('write')
  const sourceLocale = useStore(session.store, ({ state }) => state.document.sourceLocale)
  const [active, setActive] = useState<string | null>(null)
  const reading = useReading()
  const isLater = useLater()

  const inserts = useMemo<Inserts>(() => {
    const document = () => session.store.getState().state.document
    return {
      entry(kind, block) {
        const edit = insertEntry(document(), kind, block)
        if (edit === null) return
        if (session.apply(edit.changes)) goToBlock(edit.made)
      },
      image(block) {
        const section = sectionOfBlock(document(), block)?.id
        if (section === undefined) return
        void chooseImages(true).then((files) =>
          insertImages(session, files, { section, after: block }),
        )
      },
      section(kind, block) {
        const after = sectionOfBlock(document(), block)?.id ?? null
        const edit = addSection(document(), kind, after, headingOf(kind, sourceLocale))
        if (session.apply(edit.changes)) goToSection(edit.made)
      },
    }
  }, [session, sourceLocale])

  useEffect(() => {
    if (target !== null) goTo(target)
  }, [target])

  const add = useCallback(
    (kind: SectionKind): void => {
      const { document } = session.store.getState().state
      const edit = addSection(document, kind, null, headingOf(kind, sourceLocale))
      if (session.apply(edit.changes)) goToSection(edit.made)
    },
    [session, sourceLocale],
  )
  useEffect(() => provide(writeHandlers(session, add)), [session, add])

  return (
    <Editing session={session} locale={sourceLocale} inserts={inserts}>
      <SplitView
        id="write"
        start={{
          label: t('outline.title'),
          role: 'navigation',
          size: 232,
          min: 180,
          max: 360,
          content: isLater && <Outline session={session} active={active} onAdd={add} />,
        }}
        end={{
          label: t('panel.label'),
          role: 'complementary',
          size: 312,
          min: 260,
          max: 440,
          content: <SidePanel session={session} />,
        }}
      >
        <main id="main" className={css['stage']} tabIndex={-1}>
          <div className={css['writing']} inert={reading.reader !== null}>
            <div data-chrome>
              <Toolbar>
                <BlockTools />
              </Toolbar>
            </div>
            <Sheet session={session} onActive={setActive} onAdd={add} />
            <ImageIntake session={session} />
            <footer className={css['foot']} data-chrome>
              <Counts session={session} />
              <ReadButton reading={reading} />
            </footer>
          </div>
          <Reading session={session} reading={reading} />
        </main>
      </SplitView>
    </Editing>
  )
})
