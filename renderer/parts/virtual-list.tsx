import { useVirtualizer } from '@tanstack/react-virtual'
import {
  useCallback,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
  type ReactNode,
  type Ref,
} from 'react'
import { classNames } from '../theme/class-names.ts'
import css from './virtual-list.module.css'

export interface VirtualListHandle {
  /** Brings an item into view. `auto` moves no further than needed. */
  show(index: number, align?: 'auto' | 'center' | 'start'): void
  /** Gives focus back to the list's own scroll area. */
  focus(): void
}

export interface VirtualListProps<T> {
  readonly label: string
  readonly items: readonly T[]
  readonly keyOf: (item: T) => string
  /** A guess at an item's height in CSS pixels; the real one is measured. */
  readonly estimate: (item: T) => number
  readonly render: (item: T, index: number) => ReactNode
  readonly className?: string | undefined
  readonly ref?: Ref<VirtualListHandle>
  /** An item that stays in the page wherever the list is scrolled to, because focus is in it. */
  readonly keep?: number | undefined
}

/** The same array for as long as it says the same: the heights of thousands of rows are reckoned anew for another. */
function useSame(list: readonly string[]): readonly string[] {
  const [kept, setKept] = useState(list)
  const same =
    kept === list || (kept.length === list.length && kept.every((key, at) => key === list[at]))
  if (same) return kept
  setKept(list)
  return list
}

/** A list of any length, of which only what is in view is in the page. */
export function VirtualList<T>({
  label,
  items,
  keyOf,
  estimate,
  render,
  className,
  ref,
  keep,
}: VirtualListProps<T>) {
  const scroller = useRef<HTMLDivElement>(null)
  // Not at each frame that somebody scrolls.
  const keys = useSame(useMemo(() => items.map(keyOf), [items, keyOf]))
  const getItemKey = useCallback((index: number) => keys[index]!, [keys])
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    getItemKey,
    estimateSize: (index) => estimate(items[index]!),
    overscan: 6,
    rangeExtractor: ({ startIndex, endIndex, overscan, count }) => {
      const from = Math.max(startIndex - overscan, 0)
      const to = Math.min(endIndex + overscan, count - 1)
      const range = Array.from({ length: Math.max(to - from + 1, 0) }, (_, at) => from + at)
      if (keep !== undefined && keep >= 0 && keep < count && (keep < from || keep > to))
        range.push(keep)
      return range.toSorted((a, b) => a - b)
    },
  })
  useImperativeHandle(ref, () => ({
    show: (index, align = 'auto') => virtual.scrollToIndex(index, { align }),
    focus: () => scroller.current?.focus(),
  }))
  return (
    <div
      ref={scroller}
      className={classNames(css['scroller'], className)}
      // A scrolled area must be reachable by keyboard even where nothing in it takes focus.
      tabIndex={-1}
    >
      <ul aria-label={label} className={css['list']} style={{ blockSize: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => (
          <li
            key={key}
            ref={virtual.measureElement}
            data-index={index}
            aria-setsize={items.length}
            aria-posinset={index + 1}
            className={css['item']}
            style={{ transform: `translateY(${start}px)` }}
          >
            {render(items[index]!, index)}
          </li>
        ))}
      </ul>
    </div>
  )
}
