import { $getNodeByKey, type LexicalEditor, type NodeKey } from 'lexical'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { Fact } from '../../../model/document/fact.ts'
import { $putIn } from '../put-in.ts'
import { readState } from '../read.ts'
import type { FactForm as Form } from '../../../model/document/text.ts'
import { readFact } from '../../../model/facts/read.ts'
import { Button } from '../../parts/button.tsx'
import { Select } from '../../parts/select.tsx'
import { useHost } from '../context.ts'
import { Floating } from '../floating.tsx'
import { wordsOf } from '../host.ts'
import { Choose } from './choose.tsx'
import { isFact } from './draft.ts'
import styles from './fact.module.css'
import { FactForm } from './form.tsx'
import { $createFactNode, $isFactNode } from './node.ts'
import { ValueFields } from './value-fields.tsx'

export interface FactPopupProps {
  readonly editor: LexicalEditor
  readonly rect: DOMRect
  readonly chip: NodeKey | null
  readonly onClose: () => void
}

/** Puts a fact in at the caret, or shows the one that a chip stands for. */
export function FactPopup({ editor, rect, chip, onClose }: FactPopupProps) {
  const { t } = useTranslation('editor')
  const close = (): void => {
    onClose()
    editor.focus()
  }
  const title = chip === null ? t('fact.insert') : t('fact.title')
  return (
    <Floating title={title} rect={rect} onClose={close}>
      {chip === null ? (
        <Choose
          onPick={(fact) => {
            close()
            insert(editor, fact)
          }}
        />
      ) : (
        <Edit editor={editor} chip={chip} onClose={close} />
      )}
    </Floating>
  )
}

function insert(editor: LexicalEditor, fact: string): void {
  editor.update(() => $putIn($createFactNode(fact, 'long')))
}

/** The fact of a chip. What is changed here changes wherever the fact stands. */
function Edit({
  editor,
  chip,
  onClose,
}: {
  readonly editor: LexicalEditor
  readonly chip: NodeKey
  readonly onClose: () => void
}) {
  const { t } = useTranslation('editor')
  const host = useHost()
  const { facts, locales } = useStore(host.session.store, ({ state }) => state.document)
  const [reference, setReference] = useState(() =>
    readState(editor, () => {
      const node = $getNodeByKey(chip)
      return $isFactNode(node) ? { fact: node.getFact(), form: node.getForm() } : null
    }),
  )
  const fact = facts.find(({ id }) => id === reference?.fact)
  const remove = (): void => {
    editor.update(() => {
      $getNodeByKey(chip)?.remove()
    })
    onClose()
  }
  const setForm = (form: Form): void => {
    if (reference === null) return
    setReference({ ...reference, form })
    editor.update(() => {
      const node = $getNodeByKey(chip)
      if ($isFactNode(node)) node.setReference(reference.fact, form)
    })
  }
  if (fact === undefined || reference === null)
    return (
      <>
        <p>{t('fact.gone')}</p>
        <Button onPress={remove}>{t('fact.takeOut')}</Button>
      </>
    )
  const change = (part: Partial<Fact>): void => {
    const next = { ...fact, ...part }
    if (isFact(next))
      host.session.apply([{ type: 'fact.put', fact: next }], {
        merge: `fact ${fact.id} ${Object.keys(part).join()}`,
      })
  }
  const words = wordsOf(host.locale)
  return (
    <>
      <ValueFields
        kind={fact.value.kind}
        value={fact.value}
        locales={locales}
        onChange={(value) => {
          if (value !== null) change({ value })
        }}
      />
      <FactForm fact={fact} bounded={fact.value.kind !== 'name'} onChange={change} />
      <Select
        label={t('fact.form')}
        value={reference.form}
        options={(['long', 'short'] as const).map((form) => ({
          value: form,
          text: t(`fact.forms.${form}`),
          note: readFact(fact, form, host.locale, words),
        }))}
        onChange={setForm}
      />
      <div className={styles['buttons']}>
        <Button look="primary" onPress={onClose}>
          {t('done')}
        </Button>
        <Button onPress={remove}>{t('fact.takeOut')}</Button>
      </div>
    </>
  )
}
