import { Component, type ErrorInfo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../parts/button.tsx'
import { EmptyState } from '../parts/empty-state.tsx'
import css from './boundary.module.css'
import { openLibrary } from './route.ts'

interface Props {
  readonly children: ReactNode
}

/** Keeps a defect in one view from taking the window with it. What was saved, and the session, stay. */
export class Boundary extends Component<Props, { readonly stopped: boolean }> {
  override state = { stopped: false }

  static getDerivedStateFromError(): { stopped: boolean } {
    return { stopped: true }
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    console.error(error, info.componentStack)
  }

  override render(): ReactNode {
    if (!this.state.stopped) return this.props.children
    return <Stopped reopen={() => this.setState({ stopped: false })} />
  }
}

function Stopped({ reopen }: { readonly reopen: () => void }) {
  const { t } = useTranslation()
  return (
    <main id="main" role="alert" className={css['stopped']}>
      <EmptyState
        title={t('failure.boundary')}
        buttons={
          <>
            <Button onPress={openLibrary}>{t('nav.all')}</Button>
            <Button look="primary" onPress={reopen}>
              {t('failure.reopen')}
            </Button>
          </>
        }
      >
        {t('failure.boundaryWhat')}
      </EmptyState>
    </main>
  )
}
