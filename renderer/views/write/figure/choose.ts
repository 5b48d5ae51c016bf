import { IMAGE_TYPES } from '../../../../model/image/image.ts'

/**
 * Lets a person choose images on their disk; none where they close the dialog. The page's own dialog, because what it
 * hands over is the bytes and never a path. Needs a key or a press just before.
 */
export function chooseImages(several: boolean): Promise<File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = IMAGE_TYPES.join()
    input.multiple = several
    input.addEventListener('change', () => resolve([...(input.files ?? [])]))
    input.addEventListener('cancel', () => resolve([]))
    input.click()
  })
}
