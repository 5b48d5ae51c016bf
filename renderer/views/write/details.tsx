import { BookmarkPlus, Trash2 } from '../../icons/icons.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import * as v from 'valibot'
import { MetadataSchema, type Metadata } from '../../../model/document/postmortem.ts'
import { SiteSchema } from '../../../model/document/site.ts'
import { useHost } from '../../editor/context.ts'
import { Field } from '../../editor/field/field.tsx'
import { TimeFields } from '../../editor/time/time-fields.tsx'
import { useContentText } from '../../i18n/content-text.ts'
import { Button } from '../../parts/button.tsx'
import { IconButton } from '../../parts/icon-button.tsx'
import { Panel } from '../../parts/panel.tsx'
import { TextArea } from '../../parts/text-area.tsx'
import { TextField } from '../../parts/text-field.tsx'
import type { Session } from '../../session/session.ts'
import { SaveDialog } from '../templates/save-dialog.tsx'
import { ZoneChoice } from './timeline/zone-choice.tsx'
import css from './side-panel.module.css'

/** The form that a typed name has in file names: what is not a letter or digit becomes a hyphen. */
const slugOf = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')

const namesIn = (text: string): string[] =>
  text
    .split('\n')
    .map((name) => name.trim())
    .filter((name) => name !== '')

/** What is said of the postmortem as a whole, once for all languages. */
export function Details({ session }: { readonly session: Session }) {
  const { t } = useTranslation('write')
  const host = useHost()
  const metadata = useStore(session.store, ({ state }) => state.document.metadata)
  const change = (part: Partial<Metadata>): void => {
    const now = session.store.getState().state.document.metadata
    const next = { ...now, ...part }
    // Too many authors are refused with a word.
    if ('authors' in part || v.is(MetadataSchema, next))
      session.apply([{ type: 'metadata.put', metadata: next }], {
        merge: `metadata ${Object.keys(part).join()}`,
      })
  }
  // A line being typed is not yet an author, a name with a hyphen at its end not yet a file name,
  // and half an address none.
  const [authors, setAuthors] = useState<string | null>(null)
  const [slug, setSlug] = useState<string | null>(null)
  const [site, setSite] = useState<string | null>(null)
  const line = (key: 'organisation' | 'reference' | 'contact', label: string) => (
    <TextField
      label={label}
      value={metadata[key]}
      maxLength={500}
      dir="auto"
      isReadOnly={host.readOnly}
      onChange={(text) => change({ [key]: text })}
    />
  )
  const date = (key: 'incidentOn' | 'publishedOn' | 'updatedOn', label: string) => (
    <TimeFields
      label={label}
      shapes={['date']}
      isDisabled={host.readOnly}
      value={metadata[key] === null ? null : { kind: 'date', date: metadata[key] }}
      onChange={(value) => change({ [key]: value?.kind === 'date' ? value.date : null })}
    />
  )
  return (
    <div className={css['stack']}>
      {line('organisation', t('details.organisation'))}
      {line('reference', t('details.reference'))}
      <TextArea
        label={t('details.authors')}
        note={t('details.authorsNote')}
        value={authors ?? metadata.authors.join('\n')}
        dir="auto"
        isReadOnly={host.readOnly}
        onBlur={() => {
          if (authors !== null && namesIn(authors).join('\n') === metadata.authors.join('\n'))
            setAuthors(null)
        }}
        onChange={(text) => {
          setAuthors(text)
          change({ authors: namesIn(text) })
        }}
      />
      {line('contact', t('details.contact'))}
      <TextField
        label={t('details.slug')}
        note={t('details.slugNote')}
        value={slug ?? metadata.slug}
        maxLength={80}
        dir="ltr"
        isReadOnly={host.readOnly}
        onBlur={() => setSlug(null)}
        onChange={(text) => {
          const typed = slugOf(text)
          setSlug(typed)
          change({ slug: typed.replace(/-+$/, '') })
        }}
      />
      <TextField
        label={t('details.site')}
        note={t('details.siteNote')}
        value={site ?? metadata.site ?? ''}
        maxLength={500}
        dir="ltr"
        isReadOnly={host.readOnly}
        error={site !== null && !v.is(SiteSchema, site.trim()) ? t('details.siteWrong') : undefined}
        onBlur={() => {
          if (site !== null && v.is(SiteSchema, site.trim())) setSite(null)
        }}
        onChange={(text) => {
          setSite(text)
          change({ site: text.trim() })
        }}
      />
      {date('incidentOn', t('details.incidentOn'))}
      {date('publishedOn', t('details.publishedOn'))}
      {date('updatedOn', t('details.updatedOn'))}
      <ZoneChoice session={session} />
      <Workstreams session={session} />
      {!host.readOnly && <AsTemplate session={session} />}
    </div>
  )
}

/** Begins others with the shape of this one. */
function AsTemplate({ session }: { readonly session: Session }) {
  const { t } = useTranslation('own-template')
  const [open, setOpen] = useState(false)
  return (
    <div>
      <Button onPress={() => setOpen(true)}>
        <BookmarkPlus size={16} />
        {t('save')}
      </Button>
      {open && <TemplateDialog session={session} onClose={() => setOpen(false)} />}
    </div>
  )
}

function TemplateDialog({
  session,
  onClose,
}: {
  readonly session: Session
  readonly onClose: () => void
}) {
  const [document] = useState(session.store.getState().state.document)
  const title = useContentText(document, document.title.content)
  return <SaveDialog id={session.id} name={title} flush={() => session.flush()} onClose={onClose} />
}

/** The groups of actions, to be renamed; one that no action is in can go. */
function Workstreams({ session }: { readonly session: Session }) {
  const { t } = useTranslation('write')
  const host = useHost()
  const workstreams = useStore(session.store, ({ state }) => state.document.workstreams)
  if (workstreams.length === 0) return null
  const isUsed = (id: string): boolean =>
    session.store
      .getState()
      .state.document.sections.some(({ blocks }) =>
        blocks.some((block) => block.kind === 'action' && block.workstream === id),
      )
  return (
    <Panel title={t('details.workstreams')}>
      <ul>
        {workstreams.map((workstream) => (
          <li key={workstream.id} className={css['workstream']}>
            <Field
              unit={workstream.name.id}
              content={workstream.name.content}
              label={t('details.workstream')}
              placeholder={t('details.workstream')}
              onChange={(content, merge) =>
                session.apply(
                  [
                    {
                      type: 'workstream.put',
                      workstream: { ...workstream, name: { ...workstream.name, content } },
                    },
                  ],
                  { merge },
                )
              }
            />
            {!host.readOnly && !isUsed(workstream.id) && (
              <IconButton
                icon={Trash2}
                label={t('details.removeWorkstream')}
                onPress={() =>
                  session.apply([{ type: 'workstream.remove', workstream: workstream.id }])
                }
              />
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
