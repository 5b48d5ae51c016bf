import { canonicalLocale } from '../../../../model/document/locale.ts'

/** The characters of a name token outside ASCII are those of XML 1.0, productions 4 and 4a. */
const NMTOKEN =
  /^[-.:\w\u00B7\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u037D\u037F-\u1FFF\u{200C}-\u{200D}\u203F\u2040\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{EFFFF}]+$/u

export const isNmtoken = (value: string): boolean => NMTOKEN.test(value)
const oneOf =
  (...values: readonly string[]) =>
  (value: string): boolean =>
    values.includes(value)
const matching =
  (pattern: RegExp) =>
  (value: string): boolean =>
    pattern.test(value)
/** `prefix:value`, where the prefix is not the one that XLIFF keeps for itself. */
const isOwnType = matching(/^(?!xlf:)[^\s:]+:.+$/)

/** What the value of an attribute may be, by the name of the kind. */
export const VALUES = {
  any: () => true,
  id: isNmtoken,
  ids: (value: string) => value.split(/\s+/).every(isNmtoken),
  yesNo: oneOf('yes', 'no'),
  firstNo: oneOf('yes', 'firstNo', 'no'),
  language: (value: string) => canonicalLocale(value) !== undefined,
  direction: oneOf('ltr', 'rtl', 'auto'),
  state: oneOf('initial', 'translated', 'reviewed', 'final'),
  own: isOwnType,
  subType: matching(/^[^\s:]+:.+$/),
  codeType: oneOf('fmt', 'ui', 'quote', 'link', 'image', 'other'),
  noteType: oneOf('source', 'target'),
  annotation: (value: string) => ['generic', 'comment', 'term'].includes(value) || isOwnType(value),
  priority: matching(/^([1-9]|10)$/),
  positive: matching(/^0*[1-9]\d*$/),
  /** A character that XML 1.0 cannot hold; all others stand for themselves. */
  hex: (value: string) => {
    if (!/^([\dA-Fa-f]{4}|0[\dA-Fa-f]{5}|10[\dA-Fa-f]{4})$/.test(value)) return false
    const code = Number.parseInt(value, 16)
    return (
      (code < 0x20 && code !== 0x9 && code !== 0xa && code !== 0xd) ||
      (code >= 0xd800 && code <= 0xdfff) ||
      code === 0xfffe ||
      code === 0xffff
    )
  },
  space: oneOf('default', 'preserve'),
} as const
export type ValueName = keyof typeof VALUES
