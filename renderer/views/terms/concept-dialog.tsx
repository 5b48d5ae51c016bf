import { Plus } from '../../icons/icons.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Concept } from '../../../model/terms/concept.ts'
import { useFormat } from '../../i18n/format.ts'
import { Button } from '../../parts/button.tsx'
import { CheckBox } from '../../parts/check-box.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { TextArea } from '../../parts/text-area.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { changeTerms } from '../../terms/changes.ts'
import { conceptOf, flawIn, termDraft, written, type ConceptDraft } from './concept-draft.ts'
import { TermFields } from './term-fields.tsx'
import css from './terms.module.css'

export interface ConceptDialogProps {
  readonly draft: ConceptDraft
  readonly isNew: boolean
  /** A text that its terms come from, to look at. */
  readonly context?: { readonly text: string; readonly locale: string }
  readonly onClose: () => void
}

/** Writes a concept: its terms in each language, and what is said about it. */
export function ConceptDialog({ draft, isNew, context, onClose }: ConceptDialogProps) {
  const { t } = useTranslation('terms')
  const { t: common } = useTranslation()
  const format = useFormat()
  const [now, setNow] = useState(draft)
  const [tried, setTried] = useState(false)
  /** The field that somebody just asked for. */
  const [asked, setAsked] = useState<string | null>(null)
  const first = now.terms.find(({ text }) => text === '') ?? now.terms[0]

  async function save(): Promise<void> {
    setTried(true)
    const concept: Concept | undefined = conceptOf(now)
    if (concept === undefined) return
    const text = t(isNew ? 'added' : 'saved', { term: concept.terms[0]!.text })
    if (await changeTerms({ put: [concept], remove: [] }, { text, undo: common('undo') })) onClose()
  }

  return (
    <Dialog
      title={t(isNew ? 'form.new' : 'form.edit')}
      isOpen
      wide
      onOpenChange={(open) => !open && onClose()}
      buttons={
        <>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button look="primary" onPress={() => void save()}>
            {t('form.save')}
          </Button>
        </>
      }
    >
      <div className={css['form']}>
        {context !== undefined && (
          <p className={css['context']} lang={context.locale} dir="auto">
            {context.text}
          </p>
        )}
        {now.terms.map((term, at) => (
          <TermFields
            key={term.key}
            number={format.number(at + 1)}
            term={term}
            flaw={tried ? flawIn(now, term) : undefined}
            autoFocus={asked === null ? term === first : term.key === asked}
            onChange={(next) =>
              setNow({ ...now, terms: now.terms.map((one) => (one === term ? next : one)) })
            }
            onRemove={() => setNow({ ...now, terms: now.terms.filter((one) => one !== term) })}
          />
        ))}
        {tried && written(now).length === 0 && (
          <p role="alert" className={css['flaw']}>
            {t('form.flaw.none')}
          </p>
        )}
        <div>
          <Button
            onPress={() => {
              const added = termDraft(null)
              setAsked(added.key)
              setNow({ ...now, terms: [...now.terms, added] })
            }}
          >
            <Plus size={16} />
            {t('form.add')}
          </Button>
        </div>
        <CheckBox
          label={t('form.untranslatable')}
          isSelected={now.untranslatable}
          onChange={(untranslatable) => setNow({ ...now, untranslatable })}
        />
        <TextField
          label={t('form.subject')}
          value={now.subject}
          maxLength={200}
          onChange={(subject) => setNow({ ...now, subject })}
        />
        <TextArea
          label={t('form.definition')}
          value={now.definition}
          maxLength={2000}
          onChange={(definition) => setNow({ ...now, definition })}
        />
        <TextArea
          label={t('form.conceptNote')}
          value={now.note}
          maxLength={2000}
          onChange={(note) => setNow({ ...now, note })}
        />
      </div>
    </Dialog>
  )
}
