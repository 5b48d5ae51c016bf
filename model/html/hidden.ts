import { classesOf, type HtmlElement } from './tree.ts'
import type { Declarations } from './style.ts'

/** Elements whose inside is no text of the page. */
const NO_TEXT = new Set(
  `applet area audio base canvas datalist embed frame frameset head iframe link map meta noembed noframes noscript
   object optgroup option param picture portal progress script select source style svg template textarea title track
   video xml o:p rp`.split(/\s+/),
)

/** What a reviewer said, and what Word writes around it. */
const COMMENTS = new Set(['msocomanchor', 'msocommentreference', 'msocomoff', 'msocomtxt'])

const isComment = (element: HtmlElement, style: Declarations): boolean =>
  style['mso-element']?.startsWith('comment') === true ||
  style['mso-special-character'] === 'comment' ||
  /^#(_msocom_|cmnt)/.test(element.attributes['href'] ?? '') ||
  classesOf(element).some((name) => COMMENTS.has(name.toLowerCase()))

const isZero = (length: string | undefined): boolean =>
  length !== undefined && /^[-+]?0*\.?0*(px|pt|em|rem|%)?$/.test(length) && /0/.test(length)

const isFarOff = (length: string | undefined): boolean =>
  length !== undefined && /^-\d{3,}(\.\d+)?(px|pt|em|rem|%)?$/.test(length)

const isTiny = (length: string | undefined): boolean =>
  length !== undefined && /^[01](\.0+)?(px)?$/.test(length)

/** Kept from the eye by its style alone: how pages speak to screen readers only, and how mails hide words. */
function isUnseen(style: Declarations): boolean {
  if (style['display'] === 'none') return true
  if (style['visibility'] === 'hidden' || style['visibility'] === 'collapse') return true
  if (style['mso-hide'] !== undefined && style['mso-hide'] !== 'none') return true
  if (isZero(style['font-size']) || isZero(style['opacity'])) return true
  if (isFarOff(style['text-indent'])) return true
  const away = style['position'] === 'absolute' || style['position'] === 'fixed'
  const clipped = /^(hidden|clip)/.test(style['overflow'] ?? '')
  if (away && [style['left'], style['right'], style['top']].some(isFarOff)) return true
  if (away && /^rect\(\s*[01]?(px)?[\s,]/.test(style['clip'] ?? '')) return true
  if (/^inset\(\s*(50|100)%/.test(style['clip-path'] ?? '')) return true
  const [wide, high] = [
    [style['width'], style['max-width']],
    [style['height'], style['max-height']],
  ]
  return clipped && ((away && wide!.some(isTiny)) || [...wide!, ...high!].some(isZero))
}

/** Taken out by somebody who tracked the changes. A plain `<del>` on a page is struck through for all to read. */
export const isDeletion = (element: HtmlElement, office: boolean): boolean =>
  classesOf(element).some((name) => name.toLowerCase() === 'msodel') ||
  (element.name === 'del' &&
    (office || 'datetime' in element.attributes || 'cite' in element.attributes))

/** Is nothing of the element to be read? */
export const isHidden = (element: HtmlElement, style: Declarations, office: boolean): boolean =>
  NO_TEXT.has(element.name) ||
  element.name.startsWith('v:') ||
  'hidden' in element.attributes ||
  isUnseen(style) ||
  isDeletion(element, office) ||
  isComment(element, style) ||
  // The bullet or number that Word writes before an item by hand, and the end of a paragraph in Word online.
  style['mso-list'] === 'ignore' ||
  classesOf(element).includes('EOP')
