import { Send } from '../../icons/icons.ts'
import { useEffect, useState } from 'react'
import { Group } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { Problem } from '../../../model/checks/problem.ts'
import type { Audience } from '../../../model/document/audience.ts'
import type { PdfChoice } from '../../../model/document/paper.ts'
import type { Result } from '../../../model/errors/result.ts'
import type { Decisions } from '../../../model/releases/decision.ts'
import {
  PUBLISHED_FORMATS,
  USUAL_FORMATS,
  type PublishedFormat,
} from '../../../model/releases/manifest.ts'
import { provide } from '../../commands/registry.ts'
import { useFormat } from '../../i18n/format.ts'
import { Button } from '../../parts/button.tsx'
import { ErrorNote } from '../../parts/error-note.tsx'
import { Panel } from '../../parts/panel.tsx'
import { ProgressBar } from '../../parts/progress-bar.tsx'
import { ToggleButton } from '../../parts/toggle-button.tsx'
import type { Session } from '../../session/session.ts'
import { classNames } from '../../theme/class-names.ts'
import type { ReleaseChanges } from './changes.ts'
import { LeftOut } from './left-out.tsx'
import { PdfChoiceFields } from './pdf-choice.tsx'
import { isError } from './problems.ts'
import css from './publish.module.css'
import { useRelease } from './release.ts'
import { ReleaseResult } from './release-result.tsx'

export interface ReleasePanelProps {
  readonly session: Session
  readonly locales: readonly string[]
  readonly audience: Audience
  readonly problems: Result<readonly Problem[]> | null
  /** The languages that are left out. */
  readonly left: ReadonlySet<string>
  readonly onLeave: (left: ReadonlySet<string>) => void
  readonly changes: Result<ReleaseChanges> | null
  readonly decisions: Decisions
  readonly onReleased: () => void
}

const toggled = <T,>(all: readonly T[], chosen: ReadonlySet<T>, item: T): ReadonlySet<T> =>
  new Set(all.filter((other) => (other === item ? !chosen.has(other) : chosen.has(other))))

/** What to publish, the one button that does it, and, where it cannot be pressed, why. */
export function ReleasePanel(props: ReleasePanelProps) {
  const { session, locales, audience, problems, left, onLeave } = props
  const { changes, decisions, onReleased } = props
  const { t } = useTranslation('publish')
  const format = useFormat()
  const [reasons, setReasons] = useState<ReadonlyMap<string, string>>(new Map())
  const [alone, setAlone] = useState(false)
  const [site, setSite] = useState(false)
  const [formats, setFormats] = useState<ReadonlySet<PublishedFormat>>(new Set(USUAL_FORMATS))
  const [pdf, setPdf] = useState<PdfChoice>({})
  const { release, start, stop } = useRelease(session)
  const failed = useStore(session.store, ({ save }) => save.kind === 'failed')
  const chosen = locales.filter((locale) => !left.has(locale))
  const found = problems?.ok ? problems.value.filter(isError) : []
  const errors = found.filter(({ locale }) => locale === null || chosen.includes(locale)).length
  const stopped = new Set(
    found.flatMap(({ locale }) => (locale !== null && left.has(locale) ? [locale] : [])),
  )
  const unsaid = [...stopped].find((locale) => (reasons.get(locale) ?? '').trim() === '')
  const compared = changes?.ok ? changes.value : undefined
  const open = compared?.differences.filter(({ key }) => decisions[key] === undefined).length ?? 0
  const corrected =
    (compared?.last?.corrections ?? 0) > 0 ||
    (compared?.differences.some(({ key }) => decisions[key] === 'correction') ?? false)

  const reason = failed
    ? t('unsaved')
    : problems === null || changes === null
      ? t('checking')
      : chosen.length === 0
        ? t('noLanguage')
        : formats.size === 0
          ? t('noFormat')
          : errors > 0
            ? t('blocked', { count: errors })
            : unsaid !== undefined
              ? t('left.needed', { language: format.language(unsaid) })
              : open > 0
                ? t('changes.open', { count: open })
                : null
  const running = release.kind === 'running'

  const publish = (): void =>
    start({
      audience,
      locales: chosen,
      formats: [...formats],
      decisions,
      left: [...left].map((locale) => ({ locale, reason: reasons.get(locale) ?? '' })),
      changes: alone && corrected,
      pdf,
      site,
    })
  const done = release.kind === 'done'
  // What was just published is what the next change differs from.
  useEffect(() => {
    if (done) onReleased()
    // oxlint-disable-next-line react/exhaustive-deps
  }, [done])
  useEffect(() =>
    provide({ publishAll: { run: publish, ready: () => reason === null && !running } }),
  )

  /** `step` is a language and a format, or empty between the last file and the end. */
  function said({ done, total, step }: Extract<typeof release, { kind: 'running' }>): string {
    if (total === 0) return t('starting')
    const [locale, kind] = step.split(' ')
    if (!locale || !kind) return t('count', { done, total })
    return t('step', { done, total, language: format.language(locale), kind: kind.toUpperCase() })
  }

  return (
    <Panel title={t('release')}>
      <span className={css['label']} id="release-languages">
        {t('which')}
      </span>
      <Group aria-labelledby="release-languages" className={classNames(css['choices'])}>
        {locales.map((locale) => (
          <ToggleButton
            key={locale}
            isSelected={!left.has(locale)}
            isDisabled={running}
            onChange={() => onLeave(toggled(locales, left, locale))}
          >
            {format.language(locale)}
          </ToggleButton>
        ))}
      </Group>
      <LeftOut
        locales={locales.filter((locale) => left.has(locale))}
        reasons={reasons}
        needed={stopped}
        onChange={(locale, reason) => setReasons(new Map(reasons).set(locale, reason))}
      />
      <span className={css['label']} id="release-formats">
        {t('formats')}
      </span>
      <Group aria-labelledby="release-formats" className={classNames(css['choices'])}>
        {PUBLISHED_FORMATS.map((name) => (
          <ToggleButton
            key={name}
            isSelected={formats.has(name)}
            isDisabled={running}
            onChange={() => setFormats(toggled(PUBLISHED_FORMATS, formats, name))}
          >
            {t(name)}
          </ToggleButton>
        ))}
        {formats.has('html') && (
          <ToggleButton isSelected={site} isDisabled={running} onChange={setSite}>
            {t('site')}
          </ToggleButton>
        )}
        {corrected && (
          <ToggleButton isSelected={alone} isDisabled={running} onChange={setAlone}>
            {t('changes.alone')}
          </ToggleButton>
        )}
      </Group>
      {formats.has('pdf') && <PdfChoiceFields choice={pdf} disabled={running} onChange={setPdf} />}
      <div className={css['go']}>
        <Button
          look="primary"
          isDisabled={reason !== null || running}
          aria-describedby="release-reason"
          onPress={publish}
        >
          <Send size={16} data-mirror />
          {chosen.length === locales.length ? t('all') : t('some', { count: chosen.length })}
        </Button>
        <span id="release-reason" className={classNames(css['reason'], reason && css['blocked'])}>
          {reason ?? t('files', { count: chosen.length * formats.size })}
        </span>
      </div>
      <div role="status" className={css['outcome']}>
        {release.kind === 'running' && (
          <>
            <ProgressBar
              label={t('progress')}
              value={release.done}
              max={release.total}
              text={said(release)}
            />
            <div>
              <Button onPress={stop}>{t('stop')}</Button>
            </div>
          </>
        )}
        {release.kind === 'stopped' && <p>{t('stopped')}</p>}
        {release.kind === 'failed' && <ErrorNote failure={release.error} />}
        {release.kind === 'done' && <ReleaseResult result={release.result} />}
      </div>
    </Panel>
  )
}
