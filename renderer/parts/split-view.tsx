import { PanelLeft, PanelRight } from '../icons/icons.ts'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels'
import * as v from 'valibot'
import { LayoutSchema } from '../../model/contract/settings.ts'
import { changeSettings, settings } from '../app/settings.ts'
import { classNames } from '../theme/class-names.ts'
import { useNarrow } from '../theme/narrow.ts'
import { Button } from './button.tsx'
import css from './split-view.module.css'

export interface Side {
  /** The name of the landmark, and of the button that opens it as a drawer. */
  readonly label: string
  readonly content: ReactNode
  /** Widths in CSS pixels. */
  readonly size: number
  readonly min: number
  readonly max: number
  /** `navigation` to places of the document, `complementary` for what belongs beside it. */
  readonly role: 'navigation' | 'complementary'
  /** The content fills the panel to its edges and scrolls by itself. */
  readonly bare?: boolean
}

export interface SplitViewProps {
  /** Names the layout, whose widths are kept from one start to the next. */
  readonly id: string
  readonly start?: Side | undefined
  readonly end?: Side | undefined
  readonly children: ReactNode
}

/**
 * A main part between side panels whose widths a person sets by pointer or arrow keys. Where the window is narrow or
 * enlarged, the side panels are drawers behind buttons, so that the main part keeps its room.
 */
export function SplitView(props: SplitViewProps) {
  return useNarrow() ? <Drawers {...props} /> : <Columns {...props} />
}

function Landmark({ side }: { readonly side: Side }) {
  const className = classNames(css['side'], side.bare && css['bare'])
  return side.role === 'navigation' ? (
    <nav aria-label={side.label} className={className} data-region>
      {side.content}
    </nav>
  ) : (
    <aside aria-label={side.label} className={className} data-region>
      {side.content}
    </aside>
  )
}

/** The library names a view with its parts, from right to left in the other order where it keeps it: it is one view. */
const viewOf = (key: string): string => key.split(':').toSorted().join(':')

/** Keeps how a person divides a view with the settings of the library: the browser's own storage comes too late to disk. */
const LAYOUTS = {
  getItem(key: string): string | null {
    const layout = settings().layouts?.[viewOf(key)]
    return layout === undefined ? null : JSON.stringify(layout)
  },
  setItem(key: string, layout: string): void {
    const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), LayoutSchema), layout)
    if (parsed.success)
      void changeSettings({ layouts: { ...settings().layouts, [viewOf(key)]: parsed.output } })
  },
}

function Handle() {
  const { t } = useTranslation()
  // Named by its title: an aria-label would make it content, which belongs in a landmark, and it stands between two.
  return <Separator data-chrome className={classNames(css['handle'])} title={t('resize')} />
}

function Columns({ id, start, end, children }: SplitViewProps) {
  const { i18n } = useTranslation()
  const panelIds = [start && 'start', 'middle', end && 'end'].filter((name) => name !== undefined)
  const layout = useDefaultLayout({
    id,
    panelIds,
    storage: LAYOUTS,
    onlySaveAfterUserInteractions: true,
  })
  const widths = (side: Side) => ({
    defaultSize: side.size,
    minSize: side.min,
    maxSize: side.max,
    groupResizeBehavior: 'preserve-pixel-size' as const,
  })
  return (
    <Group
      // The library asks once which part is left of which; under another name it asks anew.
      id={`${id} ${i18n.dir()}`}
      orientation="horizontal"
      className={classNames(css['columns'])}
      {...(layout.defaultLayout ? { defaultLayout: layout.defaultLayout } : {})}
      onLayoutChanged={layout.onLayoutChanged}
    >
      {start && (
        <>
          <Panel id="start" data-chrome="" {...widths(start)}>
            <Landmark side={start} />
          </Panel>
          <Handle />
        </>
      )}
      <Panel id="middle" minSize={280}>
        {children}
      </Panel>
      {end && (
        <>
          <Handle />
          <Panel id="end" data-chrome="" {...widths(end)}>
            <Landmark side={end} />
          </Panel>
        </>
      )}
    </Group>
  )
}

function Drawers({ start, end, children }: SplitViewProps) {
  const [open, setOpen] = useState<'start' | 'end' | null>(null)
  const side = open === 'start' ? start : end
  return (
    <div className={css['narrow']}>
      <div className={css['openers']} data-chrome data-region>
        {start && (
          <Button look="quiet" onPress={() => setOpen('start')}>
            <PanelLeft size={16} data-mirror />
            {start.label}
          </Button>
        )}
        {end && (
          <Button look="quiet" className={css['last']} onPress={() => setOpen('end')}>
            {end.label}
            <PanelRight size={16} data-mirror />
          </Button>
        )}
      </div>
      <div className={css['rest']}>{children}</div>
      <ModalOverlay
        isOpen={open !== null && side !== undefined}
        onOpenChange={(next) => !next && setOpen(null)}
        isDismissable
        className={classNames(css['veil'])}
      >
        <Modal className={classNames(css['drawer'], open === 'end' && css['atEnd'])}>
          <Dialog aria-label={side?.label ?? ''} className={classNames(css['inside'])}>
            {side && <Landmark side={side} />}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </div>
  )
}
