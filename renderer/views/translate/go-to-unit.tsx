import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Postmortem } from '../../../model/document/postmortem.ts'
import { westernDigits } from '../../../model/values/digits.ts'
import { provide } from '../../commands/registry.ts'
import { useFormat } from '../../i18n/format.ts'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { numbersOf } from './units.ts'

export interface GoToUnitProps {
  readonly document: Postmortem
  /** Puts the caret into the translation of a text. */
  readonly onGo: (unit: string) => void
}

/** Goes to a text by its number, in the digits of any script. */
export function GoToUnit({ document, onGo }: GoToUnitProps) {
  const { t } = useTranslation('translate')
  const { t: common } = useTranslation()
  const format = useFormat()
  const [isOpen, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const [refused, setRefused] = useState(false)
  useEffect(
    () =>
      provide({
        goToUnit() {
          setTyped('')
          setRefused(false)
          setOpen(true)
        },
      }),
    [],
  )
  if (!isOpen) return null
  const numbers = numbersOf(document)

  function go(): void {
    const wanted = Number(westernDigits(typed.trim(), '.', ','))
    const unit = [...numbers].find(([, number]) => number === wanted)?.[0]
    if (unit === undefined) return setRefused(true)
    setOpen(false)
    onGo(unit)
  }

  return (
    <Dialog
      title={t('goTo.title')}
      isOpen
      onOpenChange={setOpen}
      buttons={
        <>
          <Button onPress={() => setOpen(false)}>{common('cancel')}</Button>
          <Button look="primary" type="submit" form="go-to-unit">
            {t('goTo.button')}
          </Button>
        </>
      }
    >
      <form
        id="go-to-unit"
        onSubmit={(event) => {
          event.preventDefault()
          go()
        }}
      >
        <TextField
          label={t('goTo.number')}
          note={t('goTo.hint', { last: format.number(numbers.size) })}
          error={refused ? t('goTo.none', { last: format.number(numbers.size) }) : undefined}
          value={typed}
          autoFocus
          onChange={(next) => {
            setTyped(next)
            setRefused(false)
          }}
        />
      </form>
    </Dialog>
  )
}
