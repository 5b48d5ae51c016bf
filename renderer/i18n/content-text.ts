import { useMemo } from 'react'
import type { Postmortem } from '../../model/document/postmortem.ts'
import type { Content } from '../../model/document/text.ts'
import { readContent } from '../../model/facts/read.ts'
import { factsOf, wordsOf } from '../editor/host.ts'

/** A text of the document without its marks, with facts read out in the language that it is written in. */
export const useContentText = (
  { facts, sourceLocale }: Pick<Postmortem, 'facts' | 'sourceLocale'>,
  content: Content,
): string =>
  useMemo(
    () => readContent(content, factsOf({ facts }), sourceLocale, wordsOf(sourceLocale)).trim(),
    [facts, sourceLocale, content],
  )
