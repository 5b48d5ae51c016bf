import { counterStyleOf } from './counter.ts'
import { cssString } from './string.ts'
import { titleText } from '../description.ts'
import type { Rendering } from '../rendering.ts'

/** `{page} / {pages}` as a CSS `content` value. */
function pageNumber(template: string, counter: string): string {
  return template
    .split(/(\{pages?\})/)
    .filter((part) => part !== '')
    .map((part) =>
      part === '{page}' || part === '{pages}'
        ? `counter(${part.slice(1, -1)}, ${counter})`
        : cssString(part),
    )
    .join(' ')
}

/** The sheets of paper: margins, the running foot with title and page, and for whom a build is that is not public. */
export function paper(page: Rendering): string {
  const [start, end] = page.direction === 'rtl' ? ['right', 'left'] : ['left', 'right']
  const number = pageNumber(page.words.labels.page, counterStyleOf(page.locale))
  const mark =
    page.audience === 'public'
      ? ''
      : `@top-${end} { content: ${cssString(page.words.audiences[page.audience])}; color: #5f3b84; font-weight: 600 }`
  return `@page {
  size: A4;
  margin: 24mm 34mm 27mm;
  @bottom-${start} { content: ${cssString(titleText(page))}; width: 108mm; text-align: ${start} }
  @bottom-${end} { content: ${number}; width: 26mm; text-align: ${end} }
  ${mark}
}
@page :first { @bottom-${start} { content: '' } }`
}
