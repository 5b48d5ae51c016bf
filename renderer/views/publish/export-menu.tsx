import { Download } from '../../icons/icons.ts'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { FORMATS, PICTURES } from '../../../model/contract/calls.ts'
import type { Audience } from '../../../model/document/audience.ts'
import { TITLE_LEVELS } from '../../../model/document/fragment.ts'
import { provide } from '../../commands/registry.ts'
import { Button } from '../../parts/button.tsx'
import { Menu, MenuItem, MenuSection, Submenu } from '../../parts/menu.tsx'
import type { Session } from '../../session/session.ts'
import { exportFile } from './export.ts'
import css from './publish.module.css'

export interface ExportMenuProps {
  readonly session: Session
  readonly locale: string
  readonly audience: Audience
  /** The name of the language. */
  readonly language: string
}

/** The ranks that the page of a CMS leaves free: its title is the first. */
const LEVELS = TITLE_LEVELS.filter((level) => level > 1)

/** The language that is shown as one file, or a part of it as a picture. */
export function ExportMenu({ session, locale, audience, language }: ExportMenuProps) {
  const { t } = useTranslation('publish')
  const save = (name: string): void => {
    const format = FORMATS.find((one) => one === name)
    const picture = PICTURES.find((one) => one === name)
    if (format !== undefined) void exportFile(session, locale, audience, { format })
    if (picture !== undefined) void exportFile(session, locale, audience, { picture })
  }
  const saveFragment = (named: string): void => {
    const level = LEVELS.find((one) => String(one) === named)
    if (level !== undefined)
      void exportFile(session, locale, audience, { format: 'html', fragment: { level } })
  }
  useEffect(() => provide({ export: { run: save } }))

  return (
    <Menu
      label={t('exportOne', { language })}
      trigger={
        <Button className={css['export']}>
          <Download size={16} />
          {t('exportOne', { language })}
        </Button>
      }
      onAction={save}
    >
      <MenuSection title={t('asFile')}>
        {FORMATS.map((name) => (
          <MenuItem key={name} id={name} text={t(name)} />
        ))}
        <Submenu text={t('fragment')} onAction={saveFragment}>
          {LEVELS.map((level) => (
            <MenuItem key={level} id={String(level)} text={t('fragmentLevel', { level })} />
          ))}
        </Submenu>
      </MenuSection>
      <MenuSection title={t('asPicture')}>
        {PICTURES.map((name) => (
          <MenuItem key={name} id={name} text={t(`picture.${name}`)} />
        ))}
      </MenuSection>
    </Menu>
  )
}
