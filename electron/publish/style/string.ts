/**
 * A text as a CSS string: everything but plain letters, digits and the space is a hexadecimal escape (CSS Syntax 3,
 * 4.3.7), so that no title can end the string, the rule or the style element.
 */
export const cssString = (text: string): string =>
  `"${text.replace(/[^A-Za-z0-9 ]/gu, (character) => `\\${character.codePointAt(0)!.toString(16)} `)}"`
