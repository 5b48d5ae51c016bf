import type { Entry } from '../../../../model/document/block.ts'
import { isBlank } from '../../../../model/document/text.ts'
import { readEventTime } from '../../../../model/timeline/read.ts'
import { unitsOfBlock } from '../../../../model/units/unit.ts'
import { EDITABLE } from '../../../editor/edge.ts'
import { eventWordsOf, type EditingHost } from '../../../editor/host.ts'
import styles from '../../../editor/prose.module.css'
import { drawContent } from '../../../editor/static/content.ts'
import { words } from '../../../i18n/i18n.ts'
import { isSpelled } from '../../../spelling/speller.ts'
import { times } from '../timeline/times.ts'
import css from './entry.module.css'

/** What the interface says, looked up once: a long postmortem asks for the same few words a thousand times. */
const known = new Map<string, string>()
words.on('languageChanged', () => known.clear())
function said(key: string): string {
  let text = known.get(key)
  if (text === undefined) {
    text = words.t(key as 'write:event.text')
    known.set(key, text)
  }
  return text
}

/** What an entry is called: its kind. */
export const kindOf = (entry: Entry): string => said(`write:entry.${entry.kind}`)

const classes = (...names: readonly (string | undefined)[]): string => names.join(' ').trim()

function span(className: string | undefined, text: string): HTMLElement {
  const element = document.createElement('span')
  element.className = className ?? ''
  element.textContent = text
  return element
}

/** What the head of an entry says: its kind, or when it was. */
function headOf(host: EditingHost, entry: Entry): HTMLElement {
  const head = document.createElement('header')
  head.className = css['head'] ?? ''
  if (entry.kind !== 'event') head.append(span(css['kind'], kindOf(entry)))
  else if (entry.when === null) head.append(span(undefined, said('write:event.noTime')))
  else {
    const { plan } = times(host.session).getState()
    const time = span(undefined, readEventTime(entry, host.locale, plan, eventWordsOf(host.locale)))
    time.lang = host.locale
    time.dir = 'auto'
    head.append(time)
  }
  if (entry.audience !== 'public')
    head.append(span(css['audience'], said(`write:audience.${entry.audience}`)))
  return head
}

/** The texts of an entry as elements that look and are named as its fields are, for where nobody works. */
export function drawStill(host: EditingHost, entry: Entry): HTMLElement[] {
  const fields = [...unitsOfBlock('', entry)].map(({ id, content, place }) => {
    const field = document.createElement('div')
    field.className = classes(styles['field'], css['text'])
    field.role = 'textbox'
    field.ariaMultiLine = 'true'
    field.ariaLabel = said(`write:${entry.kind}.${place.field}`)
    field.dataset['unit'] = id
    field.lang = host.locale
    field.dir = host.direction
    field.tabIndex = 0
    field.spellcheck = !isSpelled(host.locale)
    field.setAttribute(EDITABLE, '')
    if (host.readOnly) field.ariaReadOnly = 'true'
    else field.contentEditable = 'true'
    field.toggleAttribute('data-empty', isBlank(content))
    field.append(drawContent(document, content, host.reader))
    if (entry.kind === 'question' && place.field === 'question') {
      const strong = document.createElement('div')
      strong.className = css['strong'] ?? ''
      strong.append(field)
      return strong
    }
    return field
  })
  return [headOf(host, entry), ...fields]
}
