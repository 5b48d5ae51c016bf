import { createStore } from 'zustand'
import { fail, type Result } from '../../../../model/errors/result.ts'
import { LARGEST_IMAGE, type Asset } from '../../../../model/image/image.ts'
import { api } from '../../../api.ts'
import { toastFailure } from '../../../app/failure-toast.ts'

const MEGABYTE = 1024 * 1024

/** The image that is on its way into the library, for whoever shows that. Null: none, or not for long. */
export interface Taking {
  readonly name: string
  readonly at: number
  readonly total: number
}
export const taking = createStore<{ readonly now: Taking | null }>(() => ({ now: null }))

/** What is done sooner needs no word. In ms. */
const SOON = 400
/** More than this is never done so soon, and keeps the window from saying so later. In bytes. */
const MUCH = 3 * MEGABYTE

/** The bytes of a file in base64. */
export function base64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => {
      const address = reader.result as string
      resolve(address.slice(address.indexOf(',') + 1))
    })
    reader.addEventListener('error', () => reject(reader.error ?? new Error('unreadable')))
    reader.readAsDataURL(file)
  })
}

async function take(file: File): Promise<Result<Asset>> {
  const { name } = file
  // Before it is read: it may be a film.
  if (file.size > LARGEST_IMAGE)
    return fail('FILE_TOO_LARGE', { file: name, limit: LARGEST_IMAGE / MEGABYTE })
  try {
    return await api.call('asset.put', { name: name.slice(-255), data: await base64(file) })
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return fail('FILE_UNREADABLE', { file: name, why })
  }
}

/** Puts image files into the library, one after another. Each that cannot be taken is named with the reason. */
export async function takeImages(files: readonly File[]): Promise<Asset[]> {
  const assets: Asset[] = []
  let now: Taking | null = null
  const isMuch = files.some(({ size }) => size > MUCH)
  const timer = setTimeout(() => taking.setState({ now }), isMuch ? 0 : SOON)
  for (const [at, file] of files.entries()) {
    now = { name: file.name, at: at + 1, total: files.length }
    if (taking.getState().now !== null) taking.setState({ now })
    const taken = await take(file)
    if (taken.ok) assets.push(taken.value)
    else toastFailure(taken.error)
  }
  clearTimeout(timer)
  taking.setState({ now: null })
  return assets
}
