import type { Input } from '../../../model/contract/calls.ts'
import type { Summary } from '../../../model/contract/summary.ts'
import { api } from '../../api.ts'
import { toastFailure } from '../../app/failure-toast.ts'
import { openPostmortem } from '../../app/route.ts'
import { words } from '../../i18n/i18n.ts'
import { toast } from '../../parts/toast.tsx'

/** Makes a postmortem and goes to it. False: it could not be made, and why is said. */
export async function createPostmortem(input: Input<'postmortem.create'>): Promise<boolean> {
  const made = await api.call('postmortem.create', input)
  if (made.ok) openPostmortem(made.value.id)
  else toastFailure(made.error)
  return made.ok
}

/** Asks for a file through the host and goes to the postmortem that it became. False: nothing was read. */
export async function importDocument(locale: string): Promise<boolean> {
  const read = await api.call('import.document', { locale })
  if (!read.ok) toastFailure(read.error)
  else if (read.value.id !== null) {
    openPostmortem(read.value.id)
    const { left } = read.value
    if (left.length > 0) toast({ text: words.t('figure:left', { files: listed(left) }) })
  }
  return read.ok && read.value.id !== null
}

/** Goes to the sample, which comes back first if it was deleted. */
export async function openSample(): Promise<void> {
  const sample = await api.call('sample.restore', {})
  if (sample.ok) openPostmortem(sample.value.id)
  else toastFailure(sample.error)
}

/** The names of files in a sentence of the interface. */
const listed = (files: readonly string[]): string =>
  new Intl.ListFormat(words.language, { type: 'conjunction' }).format(files)

export const titleOf = ({ titleText }: Summary): string => titleText || words.t('untitled')

export async function duplicatePostmortem(summary: Summary): Promise<void> {
  const copy = await api.call('postmortem.duplicate', { id: summary.id })
  if (!copy.ok) return toastFailure(copy.error)
  toast({
    text: words.t('library:duplicated', { title: titleOf(summary) }),
    action: { text: words.t('library:open'), onPress: () => openPostmortem(copy.value.id) },
  })
}

/** Deletes at once, and offers to take it back. */
export async function deletePostmortem(summary: Summary): Promise<void> {
  const { id } = summary
  const title = titleOf(summary)
  const gone = await api.call('postmortem.delete', { id })
  if (!gone.ok) return toastFailure(gone.error)
  const restore = async () => {
    const back = await api.call('postmortem.restore', { id })
    if (!back.ok) toastFailure(back.error)
    else toast({ text: words.t('library:restored', { title }) })
  }
  toast({
    text: words.t('library:deleted', { title }),
    action: { text: words.t('undo'), onPress: () => void restore() },
  })
}
