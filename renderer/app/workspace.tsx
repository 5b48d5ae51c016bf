import { ChevronLeft, History as Clock } from '../icons/icons.ts'
import { startTransition, useDeferredValue, useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Result } from '../../model/errors/result.ts'
import { api } from '../api.ts'
import { shortcutOf } from '../commands/keyboard.ts'
import { Button } from '../parts/button.tsx'
import { ErrorNote } from '../parts/error-note.tsx'
import { IconButton } from '../parts/icon-button.tsx'
import { openSession, type Session } from '../session/session.ts'
import { History } from '../views/history/history.tsx'
import { NameNow } from '../views/history/name-now.tsx'
import { Find } from '../views/find/find.tsx'
import { FindButton } from '../views/find/find-button.tsx'
import { Publish } from '../views/publish/publish.tsx'
import { Translate } from '../views/translate/translate.tsx'
import { Write } from '../views/write/write.tsx'
import { Bar } from './bar.tsx'
import css from './bar.module.css'
import { Boundary } from './boundary.tsx'
import { useClashes } from './clashes.ts'
import { holdSession } from './current-session.ts'
import { closeDialog, useDialog } from './dialogs.ts'
import { FocusBar } from './focus-bar.tsx'
import frame from './frame.module.css'
import { tellInteractive } from './interactive.ts'
import { useLate } from './late.ts'
import { useRefusals } from './refusals.ts'
import { openLibrary, openView, type Route } from './route.ts'
import { VIEW } from './shown.ts'
import { SaveFailure, SaveStatus } from './save-status.tsx'
import { changeSettings } from './settings.ts'
import { Title } from './title.tsx'
import { ViewTabs } from './view-tabs.tsx'

type Place = Extract<Route, { screen: 'postmortem' }>

/** One postmortem: opens it, holds its session for as long as it is on screen, and shows one of its views. */
export function Workspace({ place }: { readonly place: Place }) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState<Result<Session> | null>(null)
  const { id, view } = place

  useEffect(() => {
    let gone = false
    let release: (() => void) | undefined
    void openSession(api, id).then((result) => {
      if (gone) return void (result.ok && result.value.close())
      if (result.ok) {
        const letGo = holdSession(result.value)
        release = () => {
          letGo()
          void result.value.close()
        }
      }
      // A long one is drawn in pieces: the window answers in between.
      startTransition(() => setOpened(result))
    })
    return () => {
      gone = true
      release?.()
    }
  }, [id])

  useEffect(() => {
    if (opened !== null) tellInteractive()
  }, [opened])

  useEffect(() => {
    // One comes back to the work, not to its past.
    if (view !== 'history') void changeSettings({ last: { postmortem: id, view } })
  }, [id, view])

  if (opened === null) return <Waiting view={place.view} />
  if (!opened.ok)
    return (
      <Shell view={place.view} title={<h1 className={css['title']}>{t('app')}</h1>}>
        <main id="main" className={frame['message']}>
          <ErrorNote failure={opened.error} />
        </main>
      </Shell>
    )
  return <Open session={opened.value} place={place} />
}

function Shell({
  view,
  title,
  end,
  children,
}: {
  readonly view: Place['view']
  readonly title?: ReactNode
  readonly end?: ReactNode
  readonly children?: ReactNode
}) {
  const { t } = useTranslation()
  return (
    <div className={frame['frame']}>
      <Bar
        start={
          <>
            <Button look="quiet" className={css['back']} onPress={openLibrary}>
              <ChevronLeft size={16} data-mirror />
              {t('nav.all')}
            </Button>
            {title}
          </>
        }
        middle={<ViewTabs view={view} />}
        end={end}
      />
      {children}
    </div>
  )
}

function Waiting({ view }: { readonly view: Place['view'] }) {
  const { t } = useTranslation()
  return (
    <Shell view={view}>
      <main id="main" className={frame['message']}>
        {useLate() && <p role="status">{t('opening')}</p>}
      </main>
    </Shell>
  )
}

function Open({ session, place }: { readonly session: Session; readonly place: Place }) {
  const { t: history } = useTranslation('history')
  const naming = useDialog() === 'nameVersion'
  // The tab answers at once; what is behind it is drawn in pieces, with the view before on screen until then.
  const shown = useDeferredValue(place)
  useClashes(session)
  useRefusals(session)
  return (
    <Shell
      view={place.view}
      title={<Title session={session} />}
      end={
        <>
          <SaveStatus session={session} />
          <FindButton />
          <IconButton
            icon={Clock}
            label={history('title')}
            {...shortcutOf('history')}
            aria-current={place.view === 'history' ? 'page' : 'false'}
            onPress={() => openView('history')}
          />
        </>
      }
    >
      <div className={frame['content']} {...{ [VIEW]: shown.view }}>
        {shown.view === 'write' && <FocusBar session={session} />}
        <SaveFailure session={session} />
        <Find session={session} />
        {naming && <NameNow session={session} onClose={closeDialog} />}
        <Boundary key={shown.view}>
          {shown.view === 'write' && <Write session={session} target={shown.target} />}
          {shown.view === 'translate' && (
            <Translate
              key={shown.serial}
              session={session}
              locale={shown.locale}
              target={shown.target}
            />
          )}
          {shown.view === 'history' && <History session={session} />}
          {shown.view === 'publish' && <Publish session={session} locale={shown.locale} />}
        </Boundary>
      </div>
    </Shell>
  )
}
