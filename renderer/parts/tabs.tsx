import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components'
import { classNames } from '../theme/class-names.ts'
import css from './tabs.module.css'

export interface TabItem<T extends string> {
  readonly id: T
  readonly text: string
  readonly content: ReactNode
}

export interface TabsProps<T extends string> {
  readonly label: string
  readonly items: readonly TabItem<T>[]
  readonly selected: T
  readonly onSelect: (id: T) => void
}

/** Panels of one place, one at a time. */
export function Tabs<T extends string>({ label, items, selected, onSelect }: TabsProps<T>) {
  return (
    <AriaTabs
      className={classNames(css['tabs'])}
      selectedKey={selected}
      onSelectionChange={(key) => onSelect(key as T)}
    >
      <TabList aria-label={label} className={classNames(css['list'])}>
        {items.map(({ id, text }) => (
          <Tab key={id} id={id} className={classNames(css['tab'])}>
            {text}
          </Tab>
        ))}
      </TabList>
      {items.map(({ id, content }) => (
        <TabPanel key={id} id={id} className={classNames(css['panel'])}>
          {content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
