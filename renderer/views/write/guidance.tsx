import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { says } from '../../../model/document/says.ts'
import { guidanceFor } from '../../../model/document/template.ts'
import type { Session } from '../../session/session.ts'
import css from './section.module.css'

export interface GuidanceProps {
  readonly session: Session
  readonly section: string
}

/**
 * What a section is to say, while it says nothing. It stands beside the text and is no part of the document: it comes
 * from the section's kind and the template that the postmortem began with.
 */
export function Guidance({ session, section }: GuidanceProps) {
  const { t } = useTranslation('template')
  const guidance = useStore(session.store, ({ state: { document } }) => {
    const { template } = document.metadata
    if (template === undefined) return null
    const here = document.sections.find(({ id }) => id === section)
    return here === undefined || here.blocks.some(says) ? null : guidanceFor(template, here.kind)
  })
  if (guidance === null) return null
  return (
    <p className={css['guidance']} role="note">
      {t(`guidance.${guidance}`)}
    </p>
  )
}
