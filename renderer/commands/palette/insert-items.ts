import { words } from '../../i18n/i18n.ts'
import { inserting } from '../inserting.ts'
import type { Item } from './item.ts'

/** What can be put in at the caret of the text that is edited, beside what commands put in. */
export const insertItems = (): Item[] =>
  (inserting()?.() ?? []).map(({ id, text, note, lang, run }) => ({
    key: `insert ${id}`,
    group: 'insert',
    text,
    note: note ?? words.t('commands:palette.insert'),
    lang,
    run,
  }))
