import { useLayoutEffect, useRef } from 'react'
import type { Content } from '../../../model/document/text.ts'
import { redrawChips } from '../../editor/fact/chip.ts'
import type { FactReader } from '../../editor/fact/reader.ts'
import { drawContent } from '../../editor/static/content.ts'

export interface SourceTextProps {
  readonly content: Content
  readonly reader: FactReader
}

/** A text of the document with its marks and facts, to read. */
export function SourceText({ content, reader }: SourceTextProps) {
  const place = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    const root = place.current!
    root.replaceChildren(drawContent(document, content, reader))
    return reader.subscribe(() => redrawChips(root, reader))
  }, [content, reader])
  return <span ref={place} data-source-text />
}
