import { useCallback, useEffect, useState } from 'react'
import type { Theme } from '../../../../model/theme/theme.ts'
import type { Failure } from '../../../../model/errors/result.ts'
import { api } from '../../../api.ts'
import { toastFailure } from '../../../app/failure-toast.ts'
import { words } from '../../../i18n/i18n.ts'
import { toast } from '../../../parts/toast.tsx'

/** A theme of the library, or one that is being made and has no id yet. */
export interface OwnTheme {
  readonly id?: string
  readonly name: string
  readonly theme: Theme
}

export interface Themes {
  readonly themes: readonly Required<OwnTheme>[]
  /** What pages look like that say nothing of it. Null: ours. */
  readonly byDefault: string | null
}

const NONE: Themes = { themes: [], byDefault: null }

/** The themes of the library, read again whenever they change. None until they are read. */
export function useThemes(): Themes {
  const [themes, setThemes] = useState(NONE)
  const read = useCallback(() => {
    void api.call('theme.list', {}).then((listed) => {
      if (listed.ok) setThemes(listed.value)
      else toastFailure(listed.error)
    })
  }, [])
  useEffect(() => {
    read()
    return api.on('themes.changed', read)
  }, [read])
  return themes
}

/** Why it could not be saved, or null. */
export async function saveTheme({ id, name, theme }: OwnTheme): Promise<Failure | null> {
  const saved = await api.call('theme.save', { ...(id === undefined ? {} : { id }), name, theme })
  if (!saved.ok) return saved.error
  toast({ text: words.t('theme:saved', { name }) })
  return null
}

/** Deletes at once, and offers to take it back. */
export async function deleteTheme({ id, name }: Required<OwnTheme>): Promise<void> {
  const gone = await api.call('theme.remove', { theme: id })
  if (!gone.ok) return toastFailure(gone.error)
  const restore = async () => {
    const back = await api.call('theme.restore', { theme: id })
    if (!back.ok) toastFailure(back.error)
  }
  toast({
    text: words.t('theme:deleted', { name }),
    action: { text: words.t('undo'), onPress: () => void restore() },
  })
}

export async function holdByDefault(theme: string | null): Promise<void> {
  const done = await api.call('theme.default', { theme })
  if (!done.ok) toastFailure(done.error)
}
