import type { Format, PictureKind } from '../../../model/contract/calls.ts'
import type { Audience } from '../../../model/document/audience.ts'
import type { FragmentChoice } from '../../../model/document/fragment.ts'
import { api } from '../../api.ts'
import { toastFailure } from '../../app/failure-toast.ts'
import { formatFor } from '../../i18n/format.ts'
import { words } from '../../i18n/i18n.ts'
import { toast } from '../../parts/toast.tsx'
import type { Session } from '../../session/session.ts'

export async function reveal(path: string): Promise<void> {
  const shown = await api.call('host.reveal', { path })
  if (!shown.ok) toastFailure(shown.error)
}

/** One language as one file, or a part of it as a picture, to a place that the host asks for. */
export async function exportFile(
  session: Session,
  locale: string,
  audience: Audience,
  what:
    | { readonly format: Format; readonly fragment?: FragmentChoice }
    | { readonly picture: PictureKind },
): Promise<void> {
  await session.flush()
  const page = { id: session.id, locale, audience }
  const written =
    'format' in what
      ? await api.call('export.file', { ...page, ...what })
      : await api.call('export.picture', { ...page, ...what })
  if (!written.ok) return toastFailure(written.error)
  const { path, bytes } = written.value
  if (path === null) return
  const own = formatFor(words.language)
  toast({
    text: words.t('publish:exported', { language: own.language(locale), size: own.bytes(bytes) }),
    action: { text: words.t('publish:reveal'), onPress: () => void reveal(path) },
  })
}
