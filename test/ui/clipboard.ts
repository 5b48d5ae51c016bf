import type { Page } from 'puppeteer-core'
import type { Flow } from '../../model/document/prose.ts'
import type { Postmortem } from '../../model/document/postmortem.ts'
import { drawn } from '../model/html/page.ts'
import { blocksOf } from './desk.ts'

/** Pastes into what has focus, as the browser does. */
export const paste = (page: Page, data: Readonly<Record<string, string>>): Promise<void> =>
  page.evaluate((entries) => {
    const transfer = new DataTransfer()
    for (const [type, text] of Object.entries(entries)) transfer.setData(type, text)
    document.activeElement!.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }),
    )
  }, data)

/** Copies or cuts what is selected, and gives what was put on the clipboard. */
export const take = (page: Page, kind: 'copy' | 'cut'): Promise<Record<string, string>> =>
  page.evaluate((type) => {
    const transfer = new DataTransfer()
    document.activeElement!.dispatchEvent(
      new ClipboardEvent(type, { clipboardData: transfer, bubbles: true, cancelable: true }),
    )
    return Object.fromEntries(transfer.types.map((each) => [each, transfer.getData(each)]))
  }, kind)

/** The prose of a section as lines that a person can read. */
export const proseOf = (document: Postmortem, kind: string): string[] =>
  drawn(
    blocksOf(document, kind).flatMap((block): Flow[] =>
      block.kind === 'prose' ? [block.node] : [],
    ),
  )
