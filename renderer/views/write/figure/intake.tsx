import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { sectionOfBlock } from '../../../../model/document/state.ts'
import { useHost } from '../../../editor/context.ts'
import type { Session } from '../../../session/session.ts'
import css from './figure.module.css'
import { insertImages, type FigurePlace } from './insert.ts'
import { taking } from './take.ts'

/** Where a drop would put something, and the line that says so. */
interface Landing {
  readonly place: FigurePlace
  readonly line: { readonly top: number; readonly left: number; readonly width: number }
}

const holdsFiles = (event: DragEvent): boolean =>
  event.dataTransfer?.types.includes('Files') === true

/**
 * The images that are pasted. With a text beside them the text is meant: a word processor and a spreadsheet put a
 * picture of what was copied there as well.
 */
function pastedImages(data: DataTransfer | null): File[] {
  if (data === null || data.types.includes('text/plain')) return []
  return [...data.files].filter(({ type }) => type.startsWith('image/'))
}

/** The place between two blocks that is nearest to a height, in the section that is there. */
function landingAt(stage: HTMLElement, session: Session, y: number): Landing | null {
  const sections = [...stage.querySelectorAll<HTMLElement>('[data-section]')]
  const home =
    sections.findLast((section) => section.getBoundingClientRect().top <= y) ?? sections[0]
  const id = home?.dataset['section']
  if (home === undefined || id === undefined) return null
  const { document: doc } = session.store.getState().state
  const isHere = (block: string | undefined): block is string =>
    block !== undefined && sectionOfBlock(doc, block)?.id === id
  const blocks = [...home.querySelectorAll<HTMLElement>('[data-block]')]
    .map((element) => ({ id: element.dataset['block'], box: element.getBoundingClientRect() }))
    .filter((block): block is { id: string; box: DOMRect } => isHere(block.id))
  const above = blocks.findLast(({ box }) => (box.top + box.bottom) / 2 <= y)
  const text = home.querySelector('[data-run]')?.getBoundingClientRect()
  const frame = above?.box ?? blocks[0]?.box ?? text ?? home.getBoundingClientRect()
  const top = above ? above.box.bottom : frame.top
  return {
    place: { section: id, after: above?.id ?? null },
    line: { top: top + (above ? 4 : -4), left: frame.left, width: frame.width },
  }
}

/** Takes the images that are pasted into the text around it or dropped on it. */
export function ImageIntake({ session }: { readonly session: Session }) {
  const host = useHost()
  const self = useRef<HTMLDivElement>(null)
  const [landing, setLanding] = useState<Landing | null>(null)

  useEffect(() => {
    const stage = self.current?.closest('main')
    if (!stage || host.readOnly) return
    const over = (event: DragEvent): void => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      event.stopPropagation()
      event.dataTransfer!.dropEffect = 'copy'
      setLanding((old) => {
        const next = landingAt(stage, session, event.clientY)
        return JSON.stringify(old) === JSON.stringify(next) ? old : next
      })
    }
    const leave = (event: DragEvent): void => {
      if (!(event.relatedTarget instanceof Node && stage.contains(event.relatedTarget)))
        setLanding(null)
    }
    const drop = (event: DragEvent): void => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      event.stopPropagation()
      setLanding(null)
      const found = landingAt(stage, session, event.clientY)
      const files = [...(event.dataTransfer?.files ?? [])]
      if (found !== null && files.length > 0) void insertImages(session, files, found.place)
    }
    const paste = (event: ClipboardEvent): void => {
      const files = pastedImages(event.clipboardData)
      const target = event.target instanceof Element ? event.target : null
      const section = target?.closest<HTMLElement>('[data-section]')?.dataset['section']
      if (files.length === 0 || section === undefined) return
      event.preventDefault()
      event.stopPropagation()
      const caret = document.getSelection()?.anchorNode ?? null
      const at = caret instanceof Element ? caret : (caret?.parentElement ?? target)
      const after = at?.closest<HTMLElement>('[data-block]')?.dataset['block'] ?? null
      void insertImages(session, files, { section, after })
    }
    // Before the editors hear of it: they know nothing to do with files.
    const early = { capture: true }
    stage.addEventListener('dragover', over, early)
    stage.addEventListener('dragleave', leave, early)
    stage.addEventListener('drop', drop, early)
    stage.addEventListener('paste', paste, early)
    return () => {
      stage.removeEventListener('dragover', over, early)
      stage.removeEventListener('dragleave', leave, early)
      stage.removeEventListener('drop', drop, early)
      stage.removeEventListener('paste', paste, early)
    }
  }, [session, host])

  return (
    <div ref={self} className={css['intake']}>
      {landing !== null && (
        <div
          className={css['line']}
          data-image-landing
          style={{
            top: landing.line.top,
            left: landing.line.left,
            inlineSize: landing.line.width,
          }}
        />
      )}
      <Taking />
    </div>
  )
}

/** Says which image is on its way where that takes a while. */
function Taking() {
  const { t } = useTranslation('figure')
  const now = useStore(taking, (state) => state.now)
  return (
    <p role="status" className={css['taking']}>
      {now !== null &&
        (now.total === 1 ? t('adding', { name: now.name }) : t('addingOf', { ...now }))}
    </p>
  )
}
