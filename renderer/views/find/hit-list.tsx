import { Fragment, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Button as AriaButton } from 'react-aria-components'
import { directionOf } from '../../../model/document/locale.ts'
import { plainText } from '../../../model/document/text.ts'
import { REMARK_FIELDS, type RemarkField } from '../../../model/search/remarks.ts'
import type { Hit } from '../../../model/search/search.ts'
import { useFormat } from '../../i18n/format.ts'
import { VirtualList } from '../../parts/virtual-list.tsx'
import type { Session } from '../../session/session.ts'
import { classNames } from '../../theme/class-names.ts'
import css from './find.module.css'

/** What Write calls the internal remarks. */
const REMARKS = {
  evidence: 'finding.evidence',
  replaces: 'finding.replaces',
  owner: 'action.owner',
  ticket: 'action.ticket',
} as const satisfies Readonly<Record<RemarkField, string>>

export const keyOfHit = ({ locale, unit, start }: Hit): string => `${locale} ${unit} ${start}`

interface Row {
  readonly hit: Hit
  /** The first of its language. */
  readonly first: boolean
}

export interface HitListProps {
  readonly session: Session
  readonly hits: readonly Hit[]
  /** Whether each may be left out. */
  readonly choosing: boolean
  readonly out: ReadonlySet<string>
  readonly onOut: (out: ReadonlySet<string>) => void
  readonly onGo: (hit: Hit) => void
}

/** Every place where something was found, with what stands around it, language by language. */
export function HitList({ session, hits, choosing, out, onOut, onGo }: HitListProps) {
  const { t } = useTranslation('find')
  const { t: write } = useTranslation('write')
  const format = useFormat()
  const rows = useMemo(
    () => hits.map((hit, at): Row => ({ hit, first: hits[at - 1]?.locale !== hit.locale })),
    [hits],
  )
  const { sections } = session.store.getState().state.document
  const where = (id: string | null): string => {
    const section = sections.find((one) => one.id === id)
    if (section === undefined) return ''
    return plainText(section.heading.content) || write(`kind.${section.kind}`)
  }
  const toggle = (key: string): void => {
    const next = new Set(out)
    if (!next.delete(key)) next.add(key)
    onOut(next)
  }
  return (
    <VirtualList
      label={t('list')}
      className={css['hits']}
      items={rows}
      keyOf={({ hit }) => keyOfHit(hit)}
      estimate={() => 34}
      render={({ hit, first }) => {
        const remark = REMARK_FIELDS.find((field) => field === hit.place.field)
        return (
          <Fragment>
            {first && <span className={css['language']}>{format.language(hit.locale)}</span>}
            <div className={css['row']}>
              {choosing && (
                <input
                  type="checkbox"
                  className={css['check']}
                  aria-label={t('include', { text: `${hit.before}${hit.found}${hit.after}` })}
                  checked={!hit.fixed && !out.has(keyOfHit(hit))}
                  disabled={hit.fixed}
                  onChange={() => toggle(keyOfHit(hit))}
                />
              )}
              <AriaButton className={classNames(css['hit'])} onPress={() => onGo(hit)}>
                <span lang={hit.locale} dir={directionOf(hit.locale)} className={css['text']}>
                  {hit.before}
                  <mark className={css['found']}>{hit.found}</mark>
                  {hit.after}
                </span>
                <span className={css['where']}>
                  <bdi>{where(hit.place.section)}</bdi>
                  {remark !== undefined && ` · ${write(REMARKS[remark])}`}
                  {choosing && hit.fixed && <span> {t('byFact')}</span>}
                </span>
              </AriaButton>
            </div>
          </Fragment>
        )
      }}
    />
  )
}
