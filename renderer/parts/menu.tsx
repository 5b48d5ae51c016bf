import type { Glyph } from '../icons/icon.tsx'
import { ChevronRight } from '../icons/icons.ts'
import { useRef, type ReactElement, type ReactNode } from 'react'
import {
  Header,
  Keyboard,
  Menu as AriaMenu,
  MenuItem as AriaItem,
  MenuSection as AriaSection,
  MenuTrigger,
  Popover,
  Separator,
  SubmenuTrigger,
  Text,
  type MenuItemProps as AriaItemProps,
} from 'react-aria-components'
import { classNames } from '../theme/class-names.ts'
import css from './menu.module.css'

export interface MenuProps {
  readonly label: string
  /** The button that opens it. */
  readonly trigger: ReactElement
  readonly onAction?: (key: string) => void
  readonly children: ReactNode
}

export function Menu({ label, trigger, onAction, children }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={classNames(css['popover'])} offset={4}>
        <AriaMenu
          aria-label={label}
          className={classNames(css['menu'])}
          {...(onAction ? { onAction: (key) => onAction(String(key)) } : {})}
        >
          {children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

export interface MenuAtProps extends Omit<MenuProps, 'trigger'> {
  /** What it belongs to, in the window's pixels. */
  readonly rect: DOMRect
  readonly onClose: () => void
}

/** A menu that opens at a place instead of at a button. */
export function MenuAt({ label, rect, onAction, onClose, children }: MenuAtProps) {
  const anchor = useRef<HTMLSpanElement>(null)
  return (
    <>
      <span
        ref={anchor}
        className={css['anchor']}
        style={{ top: rect.top, left: rect.left, width: rect.width, height: rect.height }}
      />
      <Popover
        aria-label={label}
        triggerRef={anchor}
        isOpen
        placement="bottom start"
        offset={4}
        className={classNames(css['popover'])}
        onOpenChange={(open) => {
          if (!open) onClose()
        }}
      >
        <AriaMenu
          aria-label={label}
          autoFocus="first"
          className={classNames(css['menu'])}
          onClose={onClose}
          {...(onAction ? { onAction: (key) => onAction(String(key)) } : {})}
        >
          {children}
        </AriaMenu>
      </Popover>
    </>
  )
}

export interface SubmenuProps {
  readonly text: string
  readonly icon?: Glyph | undefined
  readonly onAction: (key: string) => void
  readonly children: ReactNode
}

/** An item that opens a menu of its own beside it. */
export function Submenu({ text, icon: Icon, onAction, children }: SubmenuProps) {
  return (
    <SubmenuTrigger>
      <AriaItem textValue={text} className={classNames(css['item'])}>
        {Icon && <Icon className={css['icon']} />}
        <Text slot="label" className={classNames(css['texts'])}>
          {text}
        </Text>
        <ChevronRight className={css['icon']} data-mirror />
      </AriaItem>
      <Popover className={classNames(css['popover'])} offset={-4}>
        <AriaMenu
          aria-label={text}
          className={classNames(css['menu'])}
          onAction={(key) => onAction(String(key))}
        >
          {children}
        </AriaMenu>
      </Popover>
    </SubmenuTrigger>
  )
}

export interface MenuItemProps extends Omit<AriaItemProps, 'className' | 'children' | 'style'> {
  readonly text: string
  readonly icon?: Glyph | undefined
  readonly description?: string | undefined
  readonly keys?: string | undefined
  readonly danger?: boolean
}

export function MenuItem({ text, icon: Icon, description, keys, danger, ...props }: MenuItemProps) {
  return (
    <AriaItem
      {...props}
      textValue={text}
      className={classNames(css['item'], danger && css['danger'])}
    >
      {Icon && <Icon className={css['icon']} />}
      <span className={css['texts']}>
        <Text slot="label">{text}</Text>
        {description !== undefined && (
          <Text slot="description" className={classNames(css['description'])}>
            {description}
          </Text>
        )}
      </span>
      {keys !== undefined && <Keyboard className={css['keys']}>{keys}</Keyboard>}
    </AriaItem>
  )
}

export interface MenuSectionProps {
  readonly title: string
  readonly children: ReactNode
}

export function MenuSection({ title, children }: MenuSectionProps) {
  return (
    <AriaSection>
      <Header className={css['header']}>{title}</Header>
      {children}
    </AriaSection>
  )
}

export const MenuSeparator = () => <Separator className={classNames(css['separator'])} />
