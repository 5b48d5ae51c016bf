import { useEffect, useLayoutEffect, useRef } from 'react'
import type { Content } from '../../../model/document/text.ts'
import { redrawChips } from '../../editor/fact/chip.ts'
import type { FactReader } from '../../editor/fact/reader.ts'
import { drawContent } from '../../editor/static/content.ts'
import type { TermFinder } from '../../terms/finder.ts'
import { markTerms } from '../../terms/marks.ts'

export interface SourceTextProps {
  readonly content: Content
  readonly reader: FactReader
  /** Marks the terms in it. */
  readonly terms?: TermFinder
}

/** A text of the document with its marks and facts, to read. */
export function SourceText({ content, reader, terms }: SourceTextProps) {
  const place = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    const root = place.current!
    root.replaceChildren(drawContent(document, content, reader))
    return reader.subscribe(() => redrawChips(root, reader))
  }, [content, reader])
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
  }, [content, reader, terms])
  return <span ref={place} data-source-text />
}
