import {
  ArrowDownUp,
  EllipsisVertical,
  EyeOff,
  Pilcrow,
  Plus,
  Trash2,
  ArrowUp,
  ArrowDown,
} from '../../icons/icons.ts'
import { memo, Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { AUDIENCES, type Audience } from '../../../model/document/audience.ts'
import { ENTRY_KINDS, type EntryKind } from '../../../model/document/entry.ts'
import {
  ENTRY_OF_SECTION,
  SECTION_KINDS,
  type Section,
  type SectionKind,
} from '../../../model/document/section.ts'
import { headOf } from '../../../model/document/state.ts'
import { plainText } from '../../../model/document/text.ts'
import { useHost } from '../../editor/context.ts'
import { Field } from '../../editor/field/field.tsx'
import { Run } from '../../editor/run/run.tsx'
import { standing, stretchesOf } from '../../editor/run/place.ts'
import { ENTRY_ICONS } from '../../editor/slash/options.ts'
import { Button } from '../../parts/button.tsx'
import { IconButton } from '../../parts/icon-button.tsx'
import { Menu, MenuItem, MenuSection, MenuSeparator } from '../../parts/menu.tsx'
import { toast } from '../../parts/toast.tsx'
import type { Session } from '../../session/session.ts'
import { addEntry, addText, moveSections, restoreSection, sectionNeighbour } from './edits.ts'
import { Before } from './entry/before.tsx'
import { EntryView } from './entry/entry.tsx'
import { chooseImages } from './figure/choose.ts'
import { insertImages } from './figure/insert.ts'
import { AddWorkstream } from './entry/group-head.tsx'
import { sortEvents } from './entry/place.ts'
import { goToBlock } from './go.ts'
import { Notes } from './notes.tsx'
import { Guidance } from './guidance.tsx'
import { TimelineFrame } from './timeline/frame.tsx'
import css from './section.module.css'

export interface SectionViewProps {
  readonly session: Session
  readonly id: string
}

const shapes = new WeakMap<Section, string>()

/**
 * A section draws itself again when its head changes or what it holds comes, goes or moves; not when one types in it.
 * Every section is asked at every key, so only the one that is written in is looked through.
 */
function shapeOf(section: Section | undefined): string {
  if (section === undefined) return ''
  let shape = shapes.get(section)
  if (shape === undefined) {
    shape = JSON.stringify([headOf(section), stretchesOf(section), section.blocks.length === 0])
    shapes.set(section, shape)
  }
  return shape
}

export const SectionView = memo(function SectionView({ session, id }: SectionViewProps) {
  const { t, i18n } = useTranslation('write')
  const host = useHost()
  const find = (): Section | undefined =>
    session.store.getState().state.document.sections.find((each) => each.id === id)
  useStore(session.store, ({ state }) =>
    shapeOf(state.document.sections.find((each) => each.id === id)),
  )
  const section = find()
  if (section === undefined) return null

  const head = headOf(section)
  const name = plainText(section.heading.content) || t(`kind.${section.kind}`)
  const stretches = stretchesOf(section)
  const put = (part: Partial<typeof head>): void => {
    session.apply([{ type: 'section.put', section: { ...head, ...part } }])
  }

  const act = (key: string): void => {
    const [verb, value] = key.split(':') as [string, string]
    const { document } = session.store.getState().state
    if (verb === 'kind') put({ kind: value as SectionKind })
    else if (verb === 'audience') put({ audience: value as Audience })
    else if (verb === 'sort') session.apply(sortEvents(find() ?? section, document.metadata.zone))
    else if (verb === 'remove') {
      const removed = find() ?? section
      session.apply([{ type: 'section.remove', section: id }])
      toast({
        text: t('section.removed', { name }),
        action: { text: t('undo'), onPress: () => session.apply(restoreSection(removed)) },
      })
    } else {
      const after = sectionNeighbour(document, id, verb === 'up' ? -1 : 1)
      if (after !== undefined) session.apply(moveSections(document, new Set([id]), after))
    }
  }

  return (
    <section
      className={css['section']}
      data-section={id}
      data-kind={section.kind}
      data-audience={section.audience}
      aria-label={name}
    >
      <div className={css['bar']}>
        <span className={css['kind']}>{t(`kind.${section.kind}`)}</span>
        {section.audience !== 'public' && (
          <span className={css['audience']}>
            <EyeOff size={14} />
            {t(`audience.${section.audience}`)}
          </span>
        )}
        {!host.readOnly && (
          <Menu
            label={t('section.menu', { name })}
            trigger={
              <IconButton
                icon={EllipsisVertical}
                label={t('section.menu', { name })}
                className={css['menu']}
              />
            }
            onAction={act}
          >
            <MenuItem id="up:" text={t('section.up')} icon={ArrowUp} />
            <MenuItem id="down:" text={t('section.down')} icon={ArrowDown} />
            {section.kind === 'timeline' && (
              <MenuItem id="sort:" text={t('section.sort')} icon={ArrowDownUp} />
            )}
            <MenuSection title={t('section.kind')}>
              {SECTION_KINDS.map((kind) => (
                <MenuItem
                  key={kind}
                  id={`kind:${kind}`}
                  text={t(`kind.${kind}`)}
                  isDisabled={kind === section.kind}
                />
              ))}
            </MenuSection>
            <MenuSection title={t('section.audience')}>
              {AUDIENCES.map((audience) => (
                <MenuItem
                  key={audience}
                  id={`audience:${audience}`}
                  text={t(`audience.${audience}`)}
                  isDisabled={audience === section.audience}
                />
              ))}
            </MenuSection>
            <MenuSeparator />
            <MenuItem id="remove:" text={t('section.remove')} icon={Trash2} danger />
          </Menu>
        )}
      </div>
      <div role="heading" aria-level={2}>
        <Field
          unit={section.heading.id}
          content={section.heading.content}
          label={t('heading', { kind: t(`kind.${section.kind}`) })}
          placeholder={t(`kind.${section.kind}`)}
          className={css['heading']}
          onChange={(content, merge) => {
            const now = find()
            if (now !== undefined)
              session.apply(
                [
                  {
                    type: 'section.put',
                    section: { ...headOf(now), heading: { ...now.heading, content } },
                  },
                ],
                { merge },
              )
          }}
        />
      </div>
      <Guidance session={session} section={id} />
      <TimelineFrame session={session} section={id} className={css['body']}>
        <div className={css['slot']} />
        {stretches.map((stretch) =>
          stretch.kind === 'run' ? (
            <Fragment key={`run ${stretch.after ?? ''}`}>
              <Run
                section={id}
                after={stretch.after}
                label={t('text', { name })}
                placeholder={t('textExample')}
              />
              <div className={css['slot']} />
            </Fragment>
          ) : (
            <Fragment key={stretch.id}>
              <Before session={session} section={id} id={stretch.id} />
              <EntryView session={session} section={id} id={stretch.id} language={i18n.language} />
              <div className={css['slot']} />
            </Fragment>
          ),
        )}
      </TimelineFrame>
      <Notes session={session} section={id} />
      {!host.readOnly && <AddRow session={session} section={section} />}
    </section>
  )
})

function AddRow({ session, section }: { readonly session: Session; readonly section: Section }) {
  const { t } = useTranslation('write')
  const { t: figure } = useTranslation('figure')
  const usual = ENTRY_OF_SECTION[section.kind]
  const now = () =>
    session.store.getState().state.document.sections.find(({ id }) => id === section.id) ?? section
  const entry = (kind: EntryKind): void => {
    const edit = addEntry(now(), kind)
    if (session.apply(edit.changes)) goToBlock(edit.made)
  }
  const text = (): void => {
    const last = now().blocks.at(-1)?.id ?? null
    const edit = addText(now(), last)
    if (session.apply(edit.changes)) goToBlock(edit.made)
  }
  const images = (): void => {
    void chooseImages(true).then((files) =>
      insertImages(session, files, {
        section: section.id,
        after: now().blocks.at(-1)?.id ?? null,
      }),
    )
  }
  const Icon = usual === undefined ? undefined : ENTRY_ICONS[usual]
  const last = standing(section.blocks).at(-1)
  const endsInText = last === undefined || last.kind === 'prose'
  return (
    <div className={css['add']}>
      {usual !== undefined && Icon !== undefined && (
        <Button look="quiet" onPress={() => entry(usual)}>
          <Icon size={16} />
          {t(`add.${usual}`)}
        </Button>
      )}
      {usual === 'action' && <AddWorkstream session={session} section={section.id} />}
      {!endsInText && (
        <Button look="quiet" onPress={text}>
          <Pilcrow size={16} />
          {t('add.text')}
        </Button>
      )}
      <Menu
        label={t('add.other')}
        trigger={
          <Button look="quiet" aria-label={usual === undefined ? t('add.entry') : t('add.other')}>
            <Plus size={16} />
            {usual === undefined && t('add.entry')}
          </Button>
        }
        onAction={(kind) => (kind === 'image' ? images() : entry(kind as EntryKind))}
      >
        {ENTRY_KINDS.filter((kind) => kind !== usual).map((kind) => (
          <MenuItem key={kind} id={kind} text={t(`add.${kind}`)} icon={ENTRY_ICONS[kind]} />
        ))}
        <MenuItem id="image" text={figure('add')} icon={ENTRY_ICONS.figure} />
      </Menu>
    </div>
  )
}
