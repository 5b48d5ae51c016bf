import { Check, ChevronDown } from '../../../icons/icons.ts'
import { Button, Menu, MenuItem, MenuTrigger, Popover, Text } from 'react-aria-components'
import { useHost } from '../../../editor/context.ts'
import menu from '../../../parts/menu.module.css'
import { classNames } from '../../../theme/class-names.ts'
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

/**
 * One attribute of an entry, in a line with the others: its name and its value, and a menu to choose from. A menu and
 * not a select, because its choices cost nothing until it opens, and a page has hundreds of these.
 */
export function Attribute<T extends string>({
  label,
  value,
  values,
  text,
  notStated,
  onChange,
}: AttributeProps<T>) {
  const host = useHost()
  const said = value === null ? notStated : text(value)
  return (
    <div className={css['attribute']}>
      <span className={css['label']} aria-hidden>
        {label}
      </span>
      <MenuTrigger>
        <Button
          className={classNames(css['value'])}
          data-unset={value === null || undefined}
          aria-label={`${label}: ${said}`}
          isDisabled={host.readOnly}
        >
          {said}
          <ChevronDown size={14} />
        </Button>
        <Popover className={classNames(menu['popover'])} offset={4}>
          <Menu
            aria-label={label}
            className={classNames(menu['menu'])}
            selectionMode="single"
            selectedKeys={[value ?? NOT_STATED]}
            onAction={(key) => onChange(key === NOT_STATED ? null : (key as T))}
          >
            {[NOT_STATED, ...values].map((each) => {
              const name = each === NOT_STATED ? notStated : text(each as T)
              return (
                <MenuItem
                  key={each}
                  id={each}
                  textValue={name}
                  className={classNames(menu['item'])}
                >
                  <span className={menu['texts']}>
                    <Text slot="label">{name}</Text>
                  </span>
                  <Check className={menu['check']} />
                </MenuItem>
              )
            })}
          </Menu>
        </Popover>
      </MenuTrigger>
    </div>
  )
}
