import { $createLinkNode, $toggleLink } from '@lexical/link'
import { $createTextNode, $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { safeUrl } from '../../../model/document/link.ts'
import { readState } from '../read.ts'
import { Button } from '../../parts/button.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { Floating } from '../floating.tsx'
import styles from '../popover.module.css'
import { SHORTCUT_TAG } from '../shortcuts/register.ts'
import { $linkAt, $unlink } from './at.ts'

/** The address of the link at the selection, or what is selected where that is an address already. */
function addressAt(editor: LexicalEditor): { address: string; existing: boolean } {
  return readState(editor, () => {
    const selection = $getSelection()
    if (!$isRangeSelection(selection)) return { address: '', existing: false }
    const link = $linkAt(selection)
    if (link !== null) return { address: link.getURL(), existing: true }
    const text = selection.getTextContent().trim()
    return { address: safeUrl(text) === undefined ? '' : text, existing: false }
  })
}

/** `example.org/page` is what people type; the scheme that they mean is https. */
export function normalAddress(typed: string): string | undefined {
  const text = typed.trim()
  if (text === '') return undefined
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(text)) return safeUrl(`mailto:${text}`)
  return safeUrl(text) ?? (/^[^\s:/]+\.[^\s:]+/.test(text) ? safeUrl(`https://${text}`) : undefined)
}

export interface LinkPopupProps {
  readonly editor: LexicalEditor
  readonly rect: DOMRect
  readonly onClose: () => void
}

export function LinkPopup({ editor, rect, onClose }: LinkPopupProps) {
  const { t } = useTranslation('editor')
  const [start] = useState(() => addressAt(editor))
  const [address, setAddress] = useState(start.address)
  const [tried, setTried] = useState(0)
  const url = normalAddress(address)
  const wrong = tried > 0 && url === undefined

  const done = (change: () => void): void => {
    onClose()
    editor.focus(() => {
      // A step of its own: undo gives back the link that was there.
      editor.update(change, { tag: SHORTCUT_TAG })
    })
  }
  const set = (): void => {
    setTried(tried + 1)
    if (url === undefined) return
    done(() => {
      const selection = $getSelection()
      if (!$isRangeSelection(selection)) return
      const link = $linkAt(selection)
      if (link !== null) link.setURL(url)
      else if (selection.isCollapsed())
        selection.insertNodes([$createLinkNode(url).append($createTextNode(address.trim()))])
      else $toggleLink(url)
    })
  }
  const remove = (): void =>
    done(() => {
      const selection = $getSelection()
      const link = $isRangeSelection(selection) ? $linkAt(selection) : null
      if (link !== null) $unlink(link)
    })
  const open = (): void => {
    setTried(tried + 1)
    // The shell gives it to the browser of the system.
    if (url !== undefined) window.open(url, '_blank', 'noopener')
  }
  return (
    <Floating title={t('link.title')} rect={rect} onClose={() => done(() => {})}>
      <form
        className={styles['dialog']}
        onSubmit={(event) => {
          event.preventDefault()
          set()
        }}
      >
        <TextField
          label={t('link.address')}
          value={address}
          dir="ltr"
          autoFocus
          maxLength={2048}
          error={wrong ? t('link.wrong') : undefined}
          onChange={setAddress}
        />
        {/* The field has the focus already: that its value is refused must be said. */}
        <p role="alert" className={styles['said']}>
          {wrong && <span key={tried}>{t('link.wrong')}</span>}
        </p>
        <div className={styles['buttons']}>
          <Button type="submit" look="primary">
            {t('link.set')}
          </Button>
          {start.existing && (
            <>
              <Button onPress={open}>{t('link.open')}</Button>
              <Button onPress={remove}>{t('link.remove')}</Button>
            </>
          )}
        </div>
      </form>
    </Floating>
  )
}
