import { ChevronDown } from '../icons/icons.ts'
import { useTranslation } from 'react-i18next'
import {
  Button,
  ComboBox as AriaCombo,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components'
import { classNames } from '../theme/class-names.ts'
import css from './field.module.css'
import menu from './menu.module.css'
import type { Option } from './select.tsx'
import type { FieldProps } from './text-field.tsx'

export interface ComboBoxProps extends FieldProps {
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  readonly input: string
  readonly onInput: (input: string) => void
  /** The options that fit the input, already filtered: what fits is for the caller to say. */
  readonly options: readonly Option[]
  readonly autoFocus?: boolean
}

/** A text with suggestions; the text may be one that is not suggested. */
export function ComboBox({
  label,
  labelHidden = false,
  note,
  error,
  internal = false,
  placeholder,
  value,
  onChange,
  input,
  onInput,
  options,
  lang: _lang,
  dir: _dir,
  ...props
}: ComboBoxProps) {
  const { t } = useTranslation()
  return (
    <AriaCombo
      {...props}
      className={classNames(css['field'])}
      value={value}
      onChange={(key) => onChange(key === null ? null : String(key))}
      inputValue={input}
      onInputChange={onInput}
      items={options}
      allowsCustomValue
      allowsEmptyCollection
      menuTrigger="input"
      isInvalid={error !== undefined}
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
      <div
        className={css['box']}
        onKeyDown={(event) => {
          // The first Escape closes the list and not also the dialog around it.
          const open = event.currentTarget.querySelector('[aria-expanded="true"]') !== null
          if (event.key === 'Escape' && open) event.stopPropagation()
        }}
      >
        <Input className={classNames(css['input'])} placeholder={placeholder ?? ''} />
        <Button aria-label={t('suggestions')} className={classNames(css['trail'])}>
          <ChevronDown />
        </Button>
      </div>
      {note !== undefined && (
        <Text slot="description" className={classNames(css['note'])}>
          {note}
        </Text>
      )}
      <FieldError className={classNames(css['error'])}>{error}</FieldError>
      <Popover className={classNames(menu['popover'])} offset={4}>
        <ListBox
          className={classNames(menu['menu'])}
          renderEmptyState={() => <div className={menu['empty']}>{t('noMatch')}</div>}
        >
          {(option: Option) => (
            <ListBoxItem
              id={option.value}
              textValue={option.text}
              className={classNames(menu['item'])}
            >
              <span className={menu['texts']}>
                {/* Both are its name: whoever says what they see means both (WCAG 2.5.3). */}
                <span>{option.text}</span>
                {option.note !== undefined && (
                  <span className={menu['description']}>
                    {' '}
                    <bdi lang={option.lang}>{option.note}</bdi>
                  </span>
                )}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaCombo>
  )
}
