import { RotateCcw } from '../../../icons/icons.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { GROUP_OF, QUALITY_GROUPS } from '../../../../model/checks/translation/groups.ts'
import { QUALITY_RULES, type QualityRule } from '../../../../model/checks/translation/rules.ts'
import { weightOf, WEIGHTS } from '../../../../model/checks/translation/settings.ts'
import { queryOf, rank } from '../../../../model/search/rank.ts'
import { Button } from '../../../parts/button.tsx'
import { Dialog } from '../../../parts/dialog.tsx'
import { IconButton } from '../../../parts/icon-button.tsx'
import { SearchField } from '../../../parts/search-field.tsx'
import { Choice } from '../../../parts/toggle-button.tsx'
import css from './quality.module.css'
import { useWeights, weigh, weighAsBefore } from './weights.ts'

/** What each rule of this library weighs: off, a warning, or an error that stops a release. Every choice takes effect at once. */
export function RulesDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('quality')
  const { t: checks } = useTranslation('checks')
  const settings = useWeights()
  const [search, setSearch] = useState('')
  const query = queryOf(search)
  const found = QUALITY_RULES.filter(
    (rule) =>
      rank(
        query,
        [
          checks(`titles.${rule}`),
          t(`about.${rule}`),
          t(`groups.${GROUP_OF[rule]}`),
          t(`weights.${weightOf(rule, settings)}`),
        ].join(' '),
      ) !== null,
  )
  return (
    <Dialog
      title={t('rules.title')}
      isOpen
      wide
      onOpenChange={(open) => !open && onClose()}
      buttons={<Button onPress={() => void weighAsBefore()}>{t('rules.resetAll')}</Button>}
    >
      <p className={css['hint']}>{t('rules.hint')}</p>
      <SearchField label={t('rules.search')} value={search} onChange={setSearch} autoFocus />
      <div role="status" className={css['status']}>
        {found.length === 0 && t('rules.none')}
      </div>
      {QUALITY_GROUPS.map((group) => {
        const own = found.filter((rule) => GROUP_OF[rule] === group)
        if (own.length === 0) return null
        return (
          <section key={group} className={css['group']}>
            <h3 className={css['heading']}>{t(`groups.${group}`)}</h3>
            <ul className={css['rules']}>
              {own.map((rule) => (
                <Rule key={rule} rule={rule} />
              ))}
            </ul>
          </section>
        )
      })}
    </Dialog>
  )
}

function Rule({ rule }: { readonly rule: QualityRule }) {
  const { t } = useTranslation('quality')
  const { t: checks } = useTranslation('checks')
  const settings = useWeights()
  const title = checks(`titles.${rule}`)
  const usual = weightOf(rule, {})
  return (
    <li className={css['rule']} data-rule={rule}>
      <div>
        <p className={css['name']}>{title}</p>
        <p className={css['hint']}>{t(`about.${rule}`)}</p>
      </div>
      <div className={css['weights']}>
        {settings[rule] !== undefined && (
          <IconButton
            icon={RotateCcw}
            label={t('rules.reset', { rule: title, weight: t(`weights.${usual}`) })}
            onPress={({ target }) => {
              const row = target.closest('[data-rule]')
              void weigh(rule, usual)
              // This button is gone then, and the keyboard stays at the rule.
              requestAnimationFrame(() =>
                row?.querySelector<HTMLElement>('[aria-checked="true"]')?.focus(),
              )
            }}
          />
        )}
        <Choice
          label={title}
          value={weightOf(rule, settings)}
          options={WEIGHTS.map((value) => ({ value, text: t(`weights.${value}`) }))}
          onChange={(weight) => void weigh(rule, weight)}
        />
      </div>
    </li>
  )
}
