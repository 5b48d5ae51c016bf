/**
 * Characters that nobody sees and that change what is read: controls, overrides and isolates of direction (Unicode
 * Standard Annex 9; "Trojan Source", CVE-2021-42574), zero-width spaces and joiners of words, invisible operators,
 * fillers, interlinear marks, tags, and what is no character at all. Not among them: marks of direction (LRM, RLM,
 * ALM), joiners that scripts and emoji need, and variation selectors, which choose a form of what is seen.
 */
const UNSEEN =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u180E\u200B\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\uFFFE\uFFFF]/g

/** Tags spell out the region of a flag after a black flag (Unicode Technical Standard 51); elsewhere they hide text. */
const TAGS = /(\u{1F3F4}[\u{E0030}-\u{E007A}]+\u{E007F})|[\u{E0000}-\u{E007F}]/gu

/** Joiner and non-joiner say something after letters of joining scripts, marks of Indic ones, and emoji. */
const JOINERS =
  /(?<![\p{sc=Arab}\p{sc=Syrc}\p{sc=Mong}\p{sc=Nkoo}\p{sc=Thaa}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200C\u200D]/gu

const LONE = /\p{Surrogate}/gu

/** The text without characters that would be invisible in it. */
export const seenText = (text: string): string =>
  text
    .replaceAll(UNSEEN, '')
    .replaceAll(TAGS, '$1')
    .replaceAll(JOINERS, '')
    .replaceAll(LONE, '\u{FFFD}')
