declare module 'hyphen/hyphen.js' {
  /** A function that puts `hyphenChar` wherever the patterns let a word be divided. */
  export default function createHyphenator(
    patterns: readonly unknown[],
    options: {
      readonly hyphenChar: string
      readonly minWordLength: number
      readonly html: boolean
      readonly async: false
    },
  ): (text: string) => string
}
