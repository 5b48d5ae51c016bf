import { paperOf, type Paper } from '../../../model/document/paper.ts'
import { titleText } from '../description.ts'
import type { Rendering } from '../rendering.ts'
import { counterStyleOf } from './counter.ts'
import { cssString } from './string.ts'

/** Both leave a line of the same measure. */
const SHEETS: Readonly<Record<Paper, { readonly size: string; readonly margin: string }>> = {
  a4: { size: 'A4', margin: '24mm 34mm 27mm' },
  letter: { size: 'letter', margin: '21mm 36.95mm 24mm' },
}

/** `{page} / {pages}` as a CSS `content` value. */
const pageNumber = (template: string, counter: string): string =>
  template
    .split(/(\{pages?\})/)
    .filter((part) => part !== '')
    .map((part) =>
      part === '{page}' || part === '{pages}'
        ? `counter(${part.slice(1, -1)}, ${counter})`
        : cssString(part),
    )
    .join(' ')

const audienceMark = ({ audience, words }: Rendering): string =>
  audience === 'public' ? '' : words.audiences[audience]

/** Every character that the margins of the paper may show. */
export const marginText = (page: Rendering): string => {
  const digits = new Intl.NumberFormat(page.locale, { useGrouping: false }).format(9876543210)
  return titleText(page) + audienceMark(page) + page.words.labels.page + digits
}

/** What stands in the head of each sheet, as a counter style that has a symbol for each. */
const runningHeads = ({ paging }: Rendering): string =>
  paging === undefined
    ? ''
    : `@counter-style running { system: fixed 1; symbols: ${paging.heads.map(cssString).join(' ')} }\n`

/**
 * The sheets of paper: margins, the running head with the section, the running foot with title and number, and for whom
 * a build is that is not public.
 */
export function paper(page: Rendering): string {
  const [start, end] = page.direction === 'rtl' ? ['right', 'left'] : ['left', 'right']
  const number = pageNumber(page.words.labels.page, counterStyleOf(page.locale))
  const mark = audienceMark(page)
  const { size, margin } = SHEETS[page.paper ?? paperOf(page.locale)]
  const head = page.paging === undefined ? "''" : 'counter(page, running)'
  return `${runningHeads(page)}@page {
  size: ${size};
  margin: ${margin};
  @top-${start} { content: ${head}; width: 100mm; text-align: ${start} }
  @bottom-${start} { content: ${cssString(titleText(page))}; width: 108mm; text-align: ${start} }
  @bottom-${end} { content: ${number}; width: 30mm; text-align: ${end} }
  ${mark === '' ? '' : `@top-${end} { content: ${cssString(mark)}; width: 38mm; text-align: ${end}; color: #5f3b84; font-weight: var(--semibold) }`}
}
@page :first { @bottom-${start} { content: '' } }`
}
