import { useTranslation } from 'react-i18next'
import { Button } from '../parts/button.tsx'
import css from './bar.module.css'
import { openView, VIEWS, type View } from './route.ts'

/** The three views of a postmortem. */
export function ViewTabs({ view }: { readonly view: View }) {
  const { t } = useTranslation()
  return (
    <nav aria-label={t('nav.views')} className={css['views']}>
      {VIEWS.map((name) => (
        <Button
          key={name}
          look="quiet"
          className={css['view']}
          aria-current={name === view ? 'page' : 'false'}
          onPress={() => openView(name)}
        >
          {t(`nav.${name}`)}
        </Button>
      ))}
    </nav>
  )
}
