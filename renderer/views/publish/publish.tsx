import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { AUDIENCES, type Audience } from '../../../model/document/audience.ts'
import type { Decisions } from '../../../model/releases/decision.ts'
import { useFormat } from '../../i18n/format.ts'
import { Panel } from '../../parts/panel.tsx'
import { Select } from '../../parts/select.tsx'
import { SplitView } from '../../parts/split-view.tsx'
import { Choice } from '../../parts/toggle-button.tsx'
import { Preview } from '../../preview/preview.tsx'
import type { Session } from '../../session/session.ts'
import { ChangesPanel } from './changes-panel.tsx'
import { useReleaseChanges } from './changes.ts'
import { ExportMenu } from './export-menu.tsx'
import { LocaleChoice } from './locale-choice.tsx'
import { useProblems } from './problems.ts'
import css from './publish.module.css'
import { Readiness } from './readiness.tsx'
import { ThemeChoice } from './theme/theme-choice.tsx'
import { WordsButton } from './words/words-button.tsx'
import { ReleasePanel } from './release-panel.tsx'

export interface PublishProps {
  readonly session: Session
  readonly locale: string | null
}

type Width = 'desktop' | 'phone'

/** The page as readers will see it, what still stands in its way, and the release. */
export function Publish({ session, locale: wanted }: PublishProps) {
  const { t } = useTranslation('publish')
  const format = useFormat()
  const { locales, sourceLocale } = useStore(session.store, ({ state }) => state.document)
  const [chosen, setChosen] = useState(wanted ?? sourceLocale)
  const [audience, setAudience] = useState<Audience>('public')
  const [width, setWidth] = useState<Width>('desktop')
  const locale = chosen === sourceLocale || locales.includes(chosen) ? chosen : sourceLocale
  const { problems, asides, again } = useProblems(session, audience)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [decisions, setDecisions] = useState<Decisions>({})
  const [released, setReleased] = useState(0)
  const chosenLocales = [sourceLocale, ...locales].filter((one) => !left.has(one))
  const changes = useReleaseChanges(session, audience, chosenLocales, released)
  const among = chosenLocales.join(' ')
  const release = useMemo(
    () => ({ locales: among.split(' ').filter(Boolean), decisions }),
    [among, decisions],
  )
  const language = format.language(locale)
  return (
    <SplitView
      id="publish"
      start={{
        label: t('languages'),
        role: 'navigation',
        size: 232,
        min: 190,
        max: 340,
        content: (
          <div className={css['side']}>
            <Panel title={t('languages')}>
              <LocaleChoice
                sourceLocale={sourceLocale}
                locales={locales}
                selected={locale}
                onSelect={setChosen}
                problems={problems?.ok ? problems.value : undefined}
              />
            </Panel>
            <Select
              label={t('audience.label')}
              value={audience}
              options={AUDIENCES.map((value) => ({ value, text: t(`audience.${value}`) }))}
              onChange={setAudience}
            />
            <ThemeChoice session={session} locale={locale} audience={audience} />
            <WordsButton locales={[sourceLocale, ...locales]} locale={locale} />
          </div>
        ),
      }}
      end={{
        label: t('release'),
        role: 'complementary',
        size: 340,
        min: 280,
        max: 480,
        content: (
          <div className={css['side']}>
            <ReleasePanel
              session={session}
              locales={[sourceLocale, ...locales]}
              audience={audience}
              problems={problems}
              left={left}
              onLeave={setLeft}
              changes={changes}
              decisions={decisions}
              onReleased={() => {
                setReleased((count) => count + 1)
                // They are carried out, and the page tells of them by itself.
                setDecisions({})
              }}
            />
            <ChangesPanel
              session={session}
              changes={changes}
              decisions={decisions}
              onDecide={(key, decision) => setDecisions((all) => ({ ...all, [key]: decision }))}
            />
            <Readiness
              session={session}
              sourceLocale={sourceLocale}
              locales={locales}
              problems={problems}
              asides={asides}
              again={again}
            />
          </div>
        ),
      }}
    >
      <main id="main" className={css['main']}>
        <div className={css['tools']}>
          <Choice<Width>
            label={t('width')}
            value={width}
            options={[
              { value: 'desktop', text: t('desktop') },
              { value: 'phone', text: t('phone') },
            ]}
            onChange={setWidth}
          />
          <ExportMenu session={session} locale={locale} audience={audience} language={language} />
        </div>
        <div className={css['stage']} data-width={width}>
          <div className={css['sheet']}>
            <Preview
              session={session}
              locale={locale}
              audience={audience}
              title={t('preview', { language })}
              release={release}
            />
          </div>
        </div>
      </main>
    </SplitView>
  )
}
