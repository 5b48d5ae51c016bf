import { Check, ChevronDown } from 'lucide-react'
import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
  Text,
} from 'react-aria-components'
import { classNames } from '../../../theme/class-names.ts'
import menu from '../../../parts/menu.module.css'
import { useHost } from '../../../editor/context.ts'
import css from './attribute.module.css'

const NOT_STATED = 'not-stated'

export interface AttributeProps<T extends string> {
  readonly label: string
  /** Null: nobody has stated it yet. */
  readonly value: T | null
  readonly values: readonly T[]
  readonly text: (value: T) => string
  readonly notStated: string
  readonly onChange: (value: T | null) => void
}

/** One attribute of an entry, in a line with the others: its name and its value, and a list to choose from. */
export function Attribute<T extends string>({
  label,
  value,
  values,
  text,
  notStated,
  onChange,
}: AttributeProps<T>) {
  const host = useHost()
  const items = [
    { id: NOT_STATED, text: notStated },
    ...values.map((each) => ({ id: each as string, text: text(each) })),
  ]
  return (
    <Select
      className={classNames(css['attribute'])}
      value={value ?? NOT_STATED}
      isDisabled={host.readOnly}
      onChange={(key) => onChange(key === NOT_STATED ? null : (key as T))}
    >
      <Label className={classNames(css['label'])}>{label}</Label>
      <Button className={classNames(css['value'])} data-unset={value === null || undefined}>
        <SelectValue>{({ selectedText }) => selectedText}</SelectValue>
        <ChevronDown size={14} aria-hidden />
      </Button>
      <Popover className={classNames(menu['popover'])} offset={4}>
        <ListBox className={classNames(menu['menu'])} items={items}>
          {(item) => (
            <ListBoxItem id={item.id} textValue={item.text} className={classNames(menu['item'])}>
              <span className={menu['texts']}>
                <Text slot="label">{item.text}</Text>
              </span>
              <Check aria-hidden className={menu['check']} />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  )
}
