import { Unlink, X } from '../../../icons/icons.ts'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { findBlock } from '../../../../model/document/state.ts'
import { useHost } from '../../../editor/context.ts'
import { ENTRY_ICONS } from '../../../editor/slash/options.ts'
import { IconButton } from '../../../parts/icon-button.tsx'
import { classNames } from '../../../theme/class-names.ts'
import { goToBlock } from '../go.ts'
import { isEntry } from '../../../../model/document/block.ts'
import css from './chip.module.css'
import { sayFirst } from './say.ts'

export interface ChipProps {
  /** The entry that it stands for. */
  readonly id: string
  /** What it is to the entry around, where its kind does not say it. */
  readonly role?: string
  /** Without it the link is not this entry's to remove. */
  readonly onRemove?: () => void
}

/** Another entry, by its kind and what it says; a press goes there. One that is gone says so. */
export function Chip({ id, role, onRemove }: ChipProps) {
  const { t } = useTranslation(['entries', 'write'])
  const host = useHost()
  const block = useStore(host.session.store, ({ state }) => findBlock(state.document, id))
  const entry = block !== undefined && isEntry(block) ? block : undefined
  const { document } = host.session.store.getState().state
  const text = sayFirst(document, entry, host.locale) || t('blank')
  const kind = role ?? (entry === undefined ? '' : t(`write:entry.${entry.kind}`))
  const Icon = entry === undefined ? Unlink : ENTRY_ICONS[entry.kind]
  const name = entry === undefined ? t('gone') : `${kind} ${text}`
  return (
    <span className={css['chip']} data-gone={entry === undefined || undefined}>
      {entry === undefined ? (
        <span className={css['to']}>
          <Icon size={14} />
          {name}
        </span>
      ) : (
        <Button className={classNames(css['to'])} onPress={() => goToBlock(id)}>
          <Icon size={14} />
          <span className={css['kind']}>{kind}</span>
          <bdi className={css['text']} lang={host.locale} title={text}>
            {text}
          </bdi>
        </Button>
      )}
      {onRemove !== undefined && !host.readOnly && (
        <IconButton
          icon={X}
          label={t('unlink', { name })}
          className={css['remove']}
          onPress={onRemove}
        />
      )}
    </span>
  )
}
