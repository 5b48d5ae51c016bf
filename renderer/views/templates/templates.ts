import { useCallback, useEffect, useState } from 'react'
import type { TemplateSummary } from '../../../model/contract/template.ts'
import type { Failure } from '../../../model/errors/result.ts'
import { api } from '../../api.ts'
import { toastFailure } from '../../app/failure-toast.ts'
import { words } from '../../i18n/i18n.ts'
import { toast } from '../../parts/toast.tsx'

/** The person's own templates, read again whenever the library changes. Empty until they are read. */
export function useTemplates(): readonly TemplateSummary[] {
  const [list, setList] = useState<readonly TemplateSummary[]>([])
  const read = useCallback(() => {
    void api.call('template.list', {}).then((listed) => listed.ok && setList(listed.value))
  }, [])
  useEffect(() => {
    read()
    return api.on('library.changed', read)
  }, [read])
  return list
}

/** Why it could not be saved, or null. */
export async function saveTemplate(
  id: string,
  name: string,
  texts: boolean,
): Promise<Failure | null> {
  const saved = await api.call('template.save', { id, name, texts })
  if (!saved.ok) return saved.error
  toast({ text: words.t('own-template:saved', { name }) })
  return null
}

export async function renameTemplate(template: string, name: string): Promise<Failure | null> {
  const renamed = await api.call('template.rename', { template, name })
  return renamed.ok ? null : renamed.error
}

/** Deletes at once, and offers to take it back. */
export async function deleteTemplate({ id, name }: TemplateSummary): Promise<void> {
  const gone = await api.call('template.remove', { template: id })
  if (!gone.ok) return toastFailure(gone.error)
  const restore = async () => {
    const back = await api.call('template.restore', { template: id })
    if (!back.ok) toastFailure(back.error)
    else toast({ text: words.t('own-template:restored', { name }) })
  }
  toast({
    text: words.t('own-template:deleted', { name }),
    action: { text: words.t('undo'), onPress: () => void restore() },
  })
}
