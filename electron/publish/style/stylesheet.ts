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

const SCREEN = [base, boxes, entries, figures, notes, masthead]

/** The page that a PDF is printed from is laid out on paper alone: on a screen that nobody sees it costs as much again. */
const PAPER_ONLY = '@media screen { html { display: none } }'

const joined = (sheets: readonly string[]): string =>
  sheets.filter((sheet) => sheet !== '').join('\n')

/** All the style of a page, without its fonts. */
export const stylesheet = (page: Rendering): string =>
  joined([
    typography(page),
    ...SCREEN,
    ...(page.medium === 'preview' ? [preview] : [print, paper(page)]),
    page.medium === 'print' ? PAPER_ONLY : '',
    LOOKS[page.theme.look],
    themeRules(page),
    scriptRules(page),
  ])

/** The part of it that is the same on every page for the screen. */
export const sharedStyle = (): string => joined([...SCREEN, print])

/** What a page of a site has besides: what its theme, language and script ask for. It comes after the shared part. */
export const ownStyle = (page: Rendering): string =>
  joined([
    typography(page),
    paper(page),
    LOOKS[page.theme.look],
    themeRules(page),
    scriptRules(page),
  ])
