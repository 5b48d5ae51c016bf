import {
  ArrowDown,
  ArrowUp,
  EllipsisVertical,
  FolderPlus,
  Plus,
  Trash2,
} from '../../../icons/icons.ts'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import { plainText } from '../../../../model/document/text.ts'
import { inverseAll } from '../../../../model/document/state.ts'
import { useHost } from '../../../editor/context.ts'
import { Field } from '../../../editor/field/field.tsx'
import { Button } from '../../../parts/button.tsx'
import { IconButton } from '../../../parts/icon-button.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../../parts/menu.tsx'
import { toast } from '../../../parts/toast.tsx'
import type { Session } from '../../../session/session.ts'
import { goToBlock, goToUnit } from '../go.ts'
import sectionCss from '../section.module.css'
import css from './group.module.css'
import { groups, type Group } from './groups.ts'
import { addToGroup, addWorkstream, moveGroup, removeWorkstream } from './regroup.ts'

export interface GroupHeadProps {
  readonly session: Session
  readonly section: string
  /** The action that it may stand above. */
  readonly id: string
}

/** The heading of a group of actions, above the first of them: its workstream's name, to be written here. */
export function GroupHead({ session, id }: Omit<GroupHeadProps, 'section'>) {
  const group = useStore(
    groups(session),
    useShallow((all) => all.get(id)),
  )
  return group === undefined ? null : <Head session={session} id={id} group={group} />
}

/** Only what is there follows the session: most actions are not the first of a group. */
function Head({ session, id, group }: Omit<GroupHeadProps, 'section'> & { readonly group: Group }) {
  const { t } = useTranslation('entries')
  const workstream = useStore(session.store, ({ state }) =>
    state.document.workstreams.find((one) => one.id === group.workstream),
  )
  return (
    <>
      <div className={css['head']} data-workstream={group.workstream ?? ''}>
        {workstream === undefined ? (
          <span className={css['none']}>{t('noWorkstream')}</span>
        ) : (
          <>
            <div role="heading" aria-level={3} className={css['heading']}>
              <Field
                unit={workstream.name.id}
                content={workstream.name.content}
                label={t('workstream')}
                placeholder={t('workstreamExample')}
                className={css['name']}
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
                onEnter={() => goToBlock(id)}
              />
            </div>
            <GroupMenu
              session={session}
              first={id}
              workstream={workstream.id}
              name={plainText(workstream.name.content) || t('workstreamExample')}
            />
          </>
        )}
      </div>
      <div className={sectionCss['slot']} />
    </>
  )
}

interface GroupMenuProps {
  readonly session: Session
  readonly first: string
  readonly workstream: string
  readonly name: string
}

function GroupMenu({ session, first, workstream, name }: GroupMenuProps) {
  const { t } = useTranslation('entries')
  const { t: write } = useTranslation('write')
  const host = useHost()
  if (host.readOnly) return null
  const act = (key: string): void => {
    const { state } = session.store.getState()
    if (key === 'add') {
      const edit = addToGroup(state.document, first)
      if (edit === null) return
      if (session.apply(edit.changes)) goToBlock(edit.made)
    } else if (key === 'remove') {
      const changes = removeWorkstream(state.document, workstream)
      const restore = inverseAll(state, changes)
      session.apply(changes)
      toast({
        text: t('workstreamRemoved', { name }),
        action: { text: write('undo'), onPress: () => session.apply(restore) },
      })
    } else session.apply(moveGroup(state.document, first, key === 'up' ? -1 : 1))
  }
  return (
    <Menu
      label={t('workstreamMenu', { name })}
      trigger={
        <IconButton
          icon={EllipsisVertical}
          label={t('workstreamMenu', { name })}
          className={css['menu']}
        />
      }
      onAction={act}
    >
      <MenuItem id="add" text={write('add.action')} icon={Plus} />
      <MenuItem id="up" text={write('entry.up')} icon={ArrowUp} />
      <MenuItem id="down" text={write('entry.down')} icon={ArrowDown} />
      <MenuSeparator />
      <MenuItem id="remove" text={t('removeWorkstream')} icon={Trash2} danger />
    </Menu>
  )
}

/** Begins a workstream at the end of a section: its name, and a first action in it. */
export function AddWorkstream({ session, section }: Omit<GroupHeadProps, 'id'>) {
  const { t } = useTranslation('entries')
  const add = (): void => {
    const { document } = session.store.getState().state
    const home = document.sections.find(({ id }) => id === section)
    if (home === undefined) return
    const edit = addWorkstream(document, home)
    if (session.apply(edit.changes)) goToUnit(edit.made)
  }
  return (
    <Button look="quiet" onPress={add}>
      <FolderPlus size={16} />
      {t('addWorkstream')}
    </Button>
  )
}
