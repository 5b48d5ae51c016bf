import { useCallback, useEffect, useRef, useState } from 'react'
import type { Failure } from '../../../../model/errors/result.ts'
import {
  LARGEST_FONT,
  withFont,
  type FontCut,
  type FontFace,
  type FontRole,
} from '../../../../model/theme/font.ts'
import { api } from '../../../api.ts'
import { base64 } from '../../write/figure/take.ts'

/** What is done sooner needs no word. In ms. */
const SOON = 400
const MEGABYTE = 1024 * 1024

/**
 * Lets a person choose font files on their disk; none where they close the dialog. Like images, they come as bytes and never as
 * a path. Needs a key or a press just before.
 */
function chooseFiles(several: boolean): Promise<File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = '.ttf,.otf,.woff,.woff2'
    input.multiple = several
    input.addEventListener('change', () => resolve([...(input.files ?? [])]))
    input.addEventListener('cancel', () => resolve([]))
    input.click()
  })
}

async function taken(file: File) {
  const name = file.name.slice(-255)
  // Before it is read: it may be anything.
  if (file.size > LARGEST_FONT) {
    const [size, most] = [Math.ceil(file.size / MEGABYTE), LARGEST_FONT / MEGABYTE]
    return {
      ok: false,
      error: { code: 'FONT_TOO_LARGE', params: { file: name, size, most } },
    } as const
  }
  return api.call('theme.font', { name, data: await base64(file) })
}

/**
 * Font files on their way into a face. Chosen for a cut they stand there; otherwise each stands where it belongs by its own account.
 * What cannot be taken is told by the first of them, and the others are taken.
 */
export function useFontFiles(
  role: FontRole,
  onChange: (change: (face: FontFace) => FontFace) => void,
) {
  const [reading, setReading] = useState<string | null>(null)
  const [failure, fail] = useState<Failure | null>(null)
  // What comes after the form was left belongs to no theme.
  const isHere = useRef(true)
  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
    }
  }, [])
  const choose = useCallback(
    async (cut?: FontCut): Promise<void> => {
      const files = await chooseFiles(cut === undefined && role !== 'code')
      if (files.length === 0) return
      fail(null)
      let now = ''
      const timer = setTimeout(() => setReading(now), SOON)
      let refused: Failure | null = null
      for (const file of files) {
        now = file.name
        setReading((shown) => (shown === null ? null : now))
        const read = await taken(file)
        if (!isHere.current) break
        if (read.ok) {
          const place = cut ?? (role === 'code' ? 'regular' : read.value.cut)
          onChange((face) => withFont(face, place, read.value))
        } else refused ??= read.error
      }
      clearTimeout(timer)
      setReading(null)
      fail(refused)
    },
    [role, onChange],
  )
  return { choose, reading, failure, fail }
}
