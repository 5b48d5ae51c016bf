import { Download, Upload } from '../../../icons/icons.ts'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { packWords, PUBLICATION_KEYS, wordsByKey } from '../../../../locales/publication-words.ts'
import type { Failure } from '../../../../model/errors/result.ts'
import type { OwnWords } from '../../../../model/publication/own-words.ts'
import { api } from '../../../api.ts'
import { words as said } from '../../../i18n/i18n.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Button } from '../../../parts/button.tsx'
import { Dialog } from '../../../parts/dialog.tsx'
import { ErrorNote } from '../../../parts/error-note.tsx'
import { SearchField } from '../../../parts/search-field.tsx'
import { Select } from '../../../parts/select.tsx'
import { toast } from '../../../parts/toast.tsx'
import { reveal } from '../export.ts'
import css from './words.module.css'
import { WordRow } from './word-row.tsx'

export interface WordsDialogProps {
  /** The languages of the postmortem. */
  readonly locales: readonly string[]
  /** The one that is shown. */
  readonly locale: string
  readonly onClose: () => void
}

const NONE: ReadonlyMap<string, string> = new Map()

/** What pages say by themselves in each language: the program's word, and what the library says in its place. */
export function WordsDialog({ locales, locale, onClose }: WordsDialogProps) {
  const { t } = useTranslation('own-words')
  const { t: common } = useTranslation()
  const format = useFormat()
  const [tag, setTag] = useState(locale)
  const [kept, setKept] = useState<OwnWords | null>(null)
  const [drafts, setDrafts] = useState<OwnWords>({})
  const [query, setQuery] = useState('')
  const [failure, setFailure] = useState<Failure | null>(null)
  useEffect(() => {
    void api.call('publication.words', {}).then((read) => {
      if (read.ok) setKept(read.value.words)
      else setFailure(read.error)
    })
  }, [])

  const pack = packWords(tag)
  const ours = pack === undefined ? NONE : wordsByKey(pack)
  const own = drafts[tag] ?? kept?.[tag] ?? {}
  const missing = PUBLICATION_KEYS.filter(
    ({ key }) => !ours.has(key) && (own[key] ?? '').trim() === '',
  ).length
  const needle = query.trim().toLowerCase()
  const shown = PUBLICATION_KEYS.filter(({ key }) =>
    [key, ours.get(key) ?? '', own[key] ?? ''].some((text) => text.toLowerCase().includes(needle)),
  )
  const known = [...new Set([...locales, ...Object.keys(kept ?? {}), ...Object.keys(drafts)])]

  const save = async (): Promise<void> => {
    for (const [changed, words] of Object.entries(drafts)) {
      const saved = await api.call('publication.setWords', { locale: changed, words })
      if (!saved.ok) {
        setTag(changed)
        return setFailure(saved.error)
      }
    }
    toast({ text: t('saved') })
    onClose()
  }
  const take = async (): Promise<void> => {
    const read = await api.call('publication.importWords', {})
    if (!read.ok) return setFailure(read.error)
    if (read.value.words === null) return
    setFailure(null)
    setKept(read.value.words)
    setDrafts({})
  }
  const give = async (): Promise<void> => {
    const written = await api.call('publication.exportWords', {})
    if (!written.ok) return setFailure(written.error)
    const { path, languages } = written.value
    if (path !== null)
      toast({
        text: t('exported', { count: languages }),
        action: { text: said.t('publish:reveal'), onPress: () => void reveal(path) },
      })
  }

  return (
    <Dialog
      title={t('title')}
      isOpen
      wide
      onOpenChange={(open) => !open && onClose()}
      buttons={
        <>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button
            look="primary"
            isDisabled={Object.keys(drafts).length === 0}
            onPress={() => void save()}
          >
            {t('save')}
          </Button>
        </>
      }
    >
      <div className={css['page']}>
        <p className={css['hint']}>{t('hint')}</p>
        {failure !== null && <ErrorNote failure={failure} />}
        <div className={css['tools']}>
          <Select
            label={t('language')}
            value={tag}
            options={known.map((value) => ({ value, text: format.language(value) }))}
            onChange={setTag}
          />
          <SearchField label={t('search')} value={query} onChange={setQuery} />
          <Button onPress={() => void take()}>
            <Upload size={16} />
            {t('import')}
          </Button>
          <Button isDisabled={Object.keys(kept ?? {}).length === 0} onPress={() => void give()}>
            <Download size={16} />
            {t('export')}
          </Button>
        </div>
        {missing > 0 && (
          <p className={css['hint']} data-missing role="status">
            {t('missing', { count: missing, language: format.language(tag) })}
          </p>
        )}
        {kept !== null && (
          <ul className={css['list']} aria-label={t('words')}>
            {shown.map(({ key, slots }) => (
              <WordRow
                key={`${tag} ${key}`}
                name={key}
                slots={slots}
                ours={ours.get(key)}
                own={own[key] ?? ''}
                locale={tag}
                onChange={(word) => setDrafts({ ...drafts, [tag]: { ...own, [key]: word } })}
              />
            ))}
          </ul>
        )}
        {kept !== null && shown.length === 0 && <p className={css['hint']}>{t('nothing')}</p>}
      </div>
    </Dialog>
  )
}
