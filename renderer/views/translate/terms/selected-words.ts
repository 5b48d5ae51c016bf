import { useEffect, useRef } from 'react'

interface Selected {
  readonly unit: string
  readonly text: string
}

/** More is no term. */
const LONGEST = 200

function selectedIn(selector: string): Selected | undefined {
  const selection = getSelection()
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const { commonAncestorContainer: node } = selection.getRangeAt(0)
  const element = node instanceof Element ? node : node.parentElement
  const row = element?.closest<HTMLElement>('[data-unit-row]')
  const text = selection.toString().replaceAll(/\s+/gu, ' ').trim()
  if (!row || !element?.closest(selector) || text === '' || text.length > LONGEST) return undefined
  return { unit: row.dataset['unitRow']!, text }
}

/**
 * What is selected in the source and the translation of a text. In the source it is what was selected there last: with the first key in the
 * translation it is no longer.
 */
export function useSelectedWords(): (unit: string) => { source: string; target: string } {
  const source = useRef<Selected>(undefined)
  useEffect(() => {
    const note = (): void => {
      source.current = selectedIn('[data-source-text]') ?? source.current
    }
    document.addEventListener('selectionchange', note)
    return () => document.removeEventListener('selectionchange', note)
  }, [])
  return (unit) => {
    const target = selectedIn('[role="textbox"]')
    return {
      source: source.current?.unit === unit ? source.current.text : '',
      target: target?.unit === unit ? target.text : '',
    }
  }
}
