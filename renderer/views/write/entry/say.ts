import type { Block } from '../../../../model/document/block.ts'
import { isEntry } from '../../../../model/document/block.ts'
import type { Postmortem } from '../../../../model/document/postmortem.ts'
import { textsOf } from '../../../../model/document/says.ts'
import { readContent } from '../../../../model/facts/read.ts'
import { factsOf, wordsOf } from '../../../editor/host.ts'

/** What an entry says first, in one line, facts read out. */
export function sayFirst(document: Postmortem, block: Block | undefined, locale: string): string {
  if (block === undefined || !isEntry(block)) return ''
  const content = textsOf(block)[0]?.content ?? []
  return readContent(content, factsOf(document), locale, wordsOf(locale))
    .replace(/\s+/gu, ' ')
    .trim()
}
