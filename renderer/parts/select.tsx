import type { Glyph } from '../icons/icon.tsx'
import { Check, ChevronDown } from '../icons/icons.ts'
import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
} from 'react-aria-components'
import { classNames } from '../theme/class-names.ts'
import css from './field.module.css'
import menu from './menu.module.css'

export interface Option<T extends string = string> {
  readonly value: T
  readonly text: string
  readonly note?: string | undefined
  /** The language of `text`, where it is not the interface's. */
  readonly lang?: string | undefined
}

export interface SelectProps<T extends string> {
  readonly label: string
  readonly labelHidden?: boolean
  /** Stands for what is chosen where there is little room; its words are in the tooltip and read out. */
  readonly icon?: Glyph | undefined
  readonly internal?: boolean
  /** Null: nothing is chosen, and `placeholder` says so. */
  readonly value: T | null
  readonly placeholder?: string
  readonly options: readonly Option<T>[]
  readonly onChange: (value: T) => void
  readonly isDisabled?: boolean
}

/** One of a list. A choice of "nothing" is an option like any other: give it a value of its own. */
export function Select<T extends string>({
  label,
  labelHidden = false,
  icon: Icon,
  internal = false,
  value,
  placeholder = '',
  options,
  onChange,
  isDisabled = false,
}: SelectProps<T>) {
  return (
    <AriaSelect
      className={classNames(css['field'])}
      value={value}
      onChange={(key) => onChange(key as T)}
      placeholder={placeholder}
      isDisabled={isDisabled}
    >
      <Label
        className={classNames(
          css['label'],
          internal && css['internal'],
          labelHidden && css['hidden'],
        )}
      >
        {label}
      </Label>
      <Button className={classNames(css['input'], css['pick'])}>
        {Icon && (
          <span
            className={css['sign']}
            title={options.find((option) => option.value === value)?.text ?? label}
          >
            <Icon />
          </span>
        )}
        <SelectValue className={classNames(css['value'], Icon && css['hidden'])}>
          {({ selectedText, defaultChildren }) => selectedText || defaultChildren}
        </SelectValue>
        <ChevronDown />
      </Button>
      <Popover className={classNames(menu['popover'])} offset={4}>
        <ListBox className={classNames(menu['menu'])} items={options}>
          {(option) => (
            <ListBoxItem
              id={option.value}
              textValue={option.text}
              className={classNames(menu['item'])}
            >
              <span className={menu['texts']}>
                {/* Both are its name: whoever says what they see means both (WCAG 2.5.3). */}
                <span>
                  <bdi lang={option.lang}>{option.text}</bdi>
                </span>
                {option.note !== undefined && (
                  <span className={menu['description']}> {option.note}</span>
                )}
              </span>
              <Check className={menu['check']} />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
