import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommentKind } from '../../../model/document/comment.ts'
import { isPress } from '../../commands/keyboard.ts'
import { Button } from '../../parts/button.tsx'
import { TextArea } from '../../parts/text-area.tsx'
import css from './comments.module.css'

export interface ComposerProps {
  /** What can be said here, what is meant first first. */
  readonly kinds: readonly CommentKind[]
  readonly label: string
  /** What the button is called, where it is not the kind. */
  readonly button?: string
  readonly autoFocus?: boolean
  readonly onSay: (kind: CommentKind, text: string) => void
  readonly onCancel?: () => void
}

/** Where something is written about a text: a line grows into several, Control and Enter says it, Escape leaves. */
export function Composer({
  kinds,
  label,
  button,
  autoFocus = false,
  onSay,
  onCancel,
}: ComposerProps) {
  const { t } = useTranslation('comments')
  const { t: common } = useTranslation()
  const [text, setText] = useState('')
  const ready = text.trim() !== ''
  function say(kind: CommentKind): void {
    if (!ready) return
    onSay(kind, text.trim())
    setText('')
  }
  return (
    <div
      className={css['composer']}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (isPress('Mod+Enter', event.nativeEvent)) {
          event.preventDefault()
          say(kinds[0]!)
        } else if (event.key === 'Escape' && onCancel !== undefined && !ready) {
          event.preventDefault()
          event.stopPropagation()
          onCancel()
        }
      }}
    >
      <TextArea
        label={label}
        labelHidden
        placeholder={label}
        value={text}
        maxLength={10_000}
        dir="auto"
        autoFocus={autoFocus}
        onChange={setText}
      />
      <div className={css['buttons']}>
        {onCancel !== undefined && (
          <Button look="quiet" onPress={onCancel}>
            {common('close')}
          </Button>
        )}
        {kinds.map((kind) => (
          <Button key={kind} isDisabled={!ready} onPress={() => say(kind)}>
            {button ?? t(`say.${kind}`)}
          </Button>
        ))}
      </div>
    </div>
  )
}
