import type { Rendering } from '../rendering.ts'
import base from './base.css?raw'
import boxes from './boxes.css?raw'
import entries from './entries.css?raw'
import figures from './figures.css?raw'
import notes from './notes.css?raw'
import { paper } from './paper.ts'
import preview from './preview.css?raw'
import print from './print.css?raw'
import { scriptRules, typography } from './typography.ts'

/** All the style of a page, without its fonts. */
export const stylesheet = (page: Rendering): string =>
  [
    typography(page),
    base,
    boxes,
    entries,
    figures,
    notes,
    ...(page.medium === 'preview' ? [preview] : [print, paper(page)]),
    scriptRules(page),
  ].join('\n')
