import type { Look } from '../../../model/theme/theme.ts'
import type { Rendering } from '../rendering.ts'
import base from './base.css?raw'
import boxes from './boxes.css?raw'
import entries from './entries.css?raw'
import figures from './figures.css?raw'
import bulletin from './looks/bulletin.css?raw'
import ledger from './looks/ledger.css?raw'
import masthead from './looks/masthead.css?raw'
import notes from './notes.css?raw'
import { paper } from './paper.ts'
import preview from './preview.css?raw'
import print from './print.css?raw'
import { themeRules } from './theme.ts'
import { scriptRules, typography } from './typography.ts'

/** What a look changes of the sheets before it. The first one changes nothing: they are drawn for it. */
const LOOKS: Readonly<Record<Look, string>> = { spine: '', ledger, bulletin }

/** All the style of a page, without its fonts. */
export const stylesheet = (page: Rendering): string =>
  [
    typography(page),
    base,
    boxes,
    entries,
    figures,
    notes,
    masthead,
    ...(page.medium === 'preview' ? [preview] : [print, paper(page)]),
    LOOKS[page.theme.look],
    themeRules(page),
    scriptRules(page),
  ]
    .filter((sheet) => sheet !== '')
    .join('\n')
