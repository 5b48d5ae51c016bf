import { useEffect, useState } from 'react'
import type { Audience } from '../../../../model/document/audience.ts'
import { fontsIn } from '../../../../model/theme/font.ts'
import type { Theme } from '../../../../model/theme/theme.ts'
import { api } from '../../../api.ts'
import type { FontUse } from './font-field.tsx'

/** What the faces of a theme do for a postmortem; nothing until it is known, and where there are none. */
export function useFontUses(id: string, audience: Audience, theme: Theme): readonly FontUse[] {
  const [uses, setUses] = useState<readonly FontUse[]>([])
  const { fonts, text, headings, look } = theme
  useEffect(() => {
    let gone = false
    if (fontsIn(fonts).length === 0) setUses([])
    else
      void api.call('theme.fontUse', { id, audience, theme }).then((asked) => {
        if (!gone && asked.ok) setUses(asked.value.uses)
      })
    return () => {
      gone = true
    }
    // Colours and words of a theme change nothing of it.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [id, audience, fonts, text, headings, look])
  return uses
}
