import { useEffect, useLayoutEffect, useRef } from 'react'
import type { Content } from '../../../model/document/text.ts'
import { redrawChips } from '../../editor/fact/chip.ts'
import type { FactReader } from '../../editor/fact/reader.ts'
import { drawContent } from '../../editor/static/content.ts'
import { numberedCodes } from '../../../model/workflow/codes.ts'
import { showCodeNumbers } from './code-numbers.ts'
import type { TermFinder } from '../../terms/finder.ts'
import { markTerms } from '../../terms/marks.ts'

export interface SourceTextProps {
  readonly content: Content
  readonly reader: FactReader
  /** Marks the terms in it. */
  readonly terms?: TermFinder
  /** Shows the numbers of its codes, written so. */
  readonly numbers?: (number: number) => string
}

const NOTHING: Content = []

/** A text of the document with its marks and facts, to read. */
export function SourceText({ content, reader, terms, numbers }: SourceTextProps) {
  const place = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    const root = place.current!
    root.replaceChildren(drawContent(document, content, reader))
    if (numbers !== undefined)
      showCodeNumbers(root, numberedCodes(content, NOTHING).source, numbers)
    return reader.subscribe(() => redrawChips(root, reader))
  }, [content, reader, numbers])
  useEffect(() => {
    if (terms === undefined) return undefined
    let clear: (() => void) | undefined
    const stop = terms.follow(content, (found) => {
      clear?.()
      clear = markTerms(place.current!, found)
    })
    return () => {
      stop()
      clear?.()
    }
  }, [content, reader, terms, numbers])
  return <span ref={place} data-source-text />
}
