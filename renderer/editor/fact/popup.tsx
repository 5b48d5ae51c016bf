import {
  $getNodeByKey,
  $getSelection,
  $insertNodes,
  $isRangeSelection,
  type LexicalEditor,
  type NodeKey,
} from 'lexical'
import { useMemo, useState } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { Fact, FactKind, FactValue } from '../../../model/document/fact.ts'
import type { FactForm as Form } from '../../../model/document/text.ts'
import { readFact } from '../../../model/facts/read.ts'
import { Button } from '../../parts/button.tsx'
import { SearchField } from '../../parts/search-field.tsx'
import { Select } from '../../parts/select.tsx'
import { classNames } from '../../theme/class-names.ts'
import { useHost } from '../context.tsx'
import { Floating } from '../floating.tsx'
import { wordsOf } from '../host.ts'
import { blankFact, isFact, KINDS } from './draft.ts'
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
        <Choose editor={editor} onClose={close} />
      ) : (
        <Edit editor={editor} chip={chip} onClose={close} />
      )}
    </Floating>
  )
}

function insert(editor: LexicalEditor, fact: string): void {
  editor.update(() => {
    const selection = $getSelection()
    if ($isRangeSelection(selection)) $insertNodes([$createFactNode(fact, 'long')])
  })
}

function Choose({
  editor,
  onClose,
}: {
  readonly editor: LexicalEditor
  readonly onClose: () => void
}) {
  const { t } = useTranslation('editor')
  const host = useHost()
  const facts = useStore(host.session.store, ({ state }) => state.document.facts)
  const [query, setQuery] = useState('')
  const [making, setMaking] = useState(facts.length === 0)
  const rows = useMemo(() => {
    const words = wordsOf(host.locale)
    const wanted = query.trim().toLocaleLowerCase()
    return facts
      .map((fact) => ({
        id: fact.id,
        name: fact.name,
        text: readFact(fact, 'long', host.locale, words),
      }))
      .filter(({ name, text }) => `${name} ${text}`.toLocaleLowerCase().includes(wanted))
  }, [facts, query, host])
  if (making) return <Make editor={editor} onClose={onClose} />
  return (
    <>
      <SearchField label={t('fact.search')} value={query} onChange={setQuery} autoFocus />
      <ListBox
        aria-label={t('fact.all')}
        items={rows}
        className={classNames(styles['list'])}
        renderEmptyState={() => <p className={styles['fact']}>{t('fact.none')}</p>}
        onAction={(id) => {
          onClose()
          insert(editor, String(id))
        }}
      >
        {(row) => (
          <ListBoxItem id={row.id} textValue={row.text} className={classNames(styles['fact'])}>
            <span className={styles['value']} lang={host.locale} dir={host.direction}>
              {row.text}
            </span>
            {row.name !== '' && (
              <span className={styles['about']} dir="auto">
                {row.name}
              </span>
            )}
          </ListBoxItem>
        )}
      </ListBox>
      <div className={styles['buttons']}>
        <Button onPress={() => setMaking(true)}>{t('fact.new')}</Button>
      </div>
    </>
  )
}

/** Makes a fact and puts it in. */
function Make({
  editor,
  onClose,
}: {
  readonly editor: LexicalEditor
  readonly onClose: () => void
}) {
  const { t } = useTranslation('editor')
  const host = useHost()
  const locales = useStore(host.session.store, ({ state }) => state.document.locales)
  const [kind, setKind] = useState<FactKind>('number')
  const [value, setValue] = useState<FactValue | null>(null)
  const [rest, setRest] = useState<Partial<Fact>>({})
  const fact = value === null ? null : { ...blankFact(value), ...rest, value }
  const form = fact ?? { ...blankFact({ kind: 'name', name: '-', locales: {} }), ...rest }
  return (
    <>
      <Select
        label={t('fact.kind')}
        value={kind}
        options={KINDS.map((each) => ({ value: each, text: t(`fact.kinds.${each}`) }))}
        onChange={(next) => {
          setKind(next)
          setValue(null)
        }}
      />
      <ValueFields key={kind} kind={kind} value={null} locales={locales} onChange={setValue} />
      <FactForm fact={form} onChange={(part) => setRest({ ...rest, ...part })} />
      {fact !== null && isFact(fact) && (
        <p className={styles['reading']} lang={host.locale} dir={host.direction}>
          {readFact(fact, 'long', host.locale, wordsOf(host.locale))}
        </p>
      )}
      <div className={styles['buttons']}>
        <Button
          look="primary"
          isDisabled={fact === null || !isFact(fact)}
          onPress={() => {
            if (fact === null) return
            host.session.apply([{ type: 'fact.put', fact }])
            onClose()
            insert(editor, fact.id)
          }}
        >
          {t('fact.insert')}
        </Button>
      </div>
    </>
  )
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
    editor.getEditorState().read(() => {
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
      <FactForm fact={fact} onChange={change} />
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
