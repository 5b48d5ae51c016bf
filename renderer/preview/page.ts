// What stands in a frame: of a long page that takes long to find out again.
const sources = new WeakMap<Document, string>()

/** What a page says, to be put into a frame; null where the frame shows it already. */
export function readPage(shown: Document, html: string): Document | null {
  if (sources.get(shown) === html) return null
  sources.set(shown, html)
  // The parser of the frame: its documents are under the page's policy, which allows the page's style sheet.
  const { DOMParser: Parser } = shown.defaultView as unknown as { DOMParser: typeof DOMParser }
  return new Parser().parseFromString(html, 'text/html')
}

/** Puts a newly rendered page in place of the one in a frame, without loading it anew: place and focus stay. */
export function patchPage(shown: Document, next: Document): void {
  const from = next.documentElement
  shown.documentElement.lang = from.lang
  shown.documentElement.dir = from.dir
  const styles = (document: Document) => [...document.head.querySelectorAll('style')]
  const sameStyles =
    styles(shown)
      .map((style) => style.textContent)
      .join('\n') ===
    styles(next)
      .map((style) => style.textContent)
      .join('\n')
  if (!sameStyles) {
    styles(shown).forEach((style) => style.remove())
    shown.head.append(...styles(next).map((style) => shown.importNode(style, true)))
  }
  const scroller = shown.scrollingElement
  const top = scroller?.scrollTop ?? 0
  patchElement(shown.body, next.body)
  if (scroller && scroller.scrollTop !== top) scroller.scrollTop = top
}

// Nodes of a frame are not instances of this window's classes.
const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE

/**
 * Makes an element of the page what another says it is now. What is equal stays: the browser compares thousands of elements
 * in a few milliseconds, and only what leads to a difference is gone through.
 */
function patchElement(shown: Element, next: Element): void {
  if (shown.isEqualNode(next)) return
  takeAttributes(shown, next)
  const page = shown.ownerDocument
  const [old, fresh] = [[...shown.childNodes], [...next.childNodes]]
  const alike =
    old.length === fresh.length && old.every((node, at) => node.nodeName === fresh[at]!.nodeName)
  if (!alike) return shown.replaceChildren(...fresh.map((node) => page.importNode(node, true)))
  for (const [at, node] of old.entries()) {
    const other = fresh[at]!
    if (isElement(node) && isElement(other)) patchElement(node, other)
    else if (node.nodeValue !== other.nodeValue) node.nodeValue = other.nodeValue
  }
}

/** A text that was just translated has another language and direction. The style of a unit is `markUnit`'s. */
function takeAttributes(element: Element, other: Element): void {
  const isOurs = (name: string): boolean => name === 'style' && element.hasAttribute('data-unit')
  for (const { name } of [...element.attributes])
    if (!isOurs(name) && !other.hasAttribute(name)) element.removeAttribute(name)
  for (const { name, value } of other.attributes)
    if (!isOurs(name) && element.getAttribute(name) !== value) element.setAttribute(name, value)
}

/** Shows which unit is worked on, and brings it into view where it is not. Null takes the mark away. */
export function markUnit(shown: Document, unit: string | null): void {
  // Of thousands only those that have a mark, and those that get one.
  const marked = [...shown.querySelectorAll<HTMLElement>('[data-unit][style]')]
  const wanted =
    unit === null
      ? []
      : [...shown.querySelectorAll<HTMLElement>(`[data-unit="${CSS.escape(unit)}"]`)]
  for (const element of new Set([...marked, ...wanted])) {
    const current = element.dataset['unit'] === unit
    // Through the style object, because the page's own style sheet is that of the publication.
    element.style.outline = current ? '2px solid light-dark(#1171a0, #4cd1ee)' : ''
    element.style.outlineOffset = current ? '4px' : ''
    element.style.borderRadius = current ? '2px' : ''
    if (!current) element.removeAttribute('style')
    if (current) bringIntoView(shown, element)
  }
}

const isInView = (view: Window, element: HTMLElement): boolean => {
  const { top, bottom } = element.getBoundingClientRect()
  return top >= 0 && bottom <= view.innerHeight
}

/** What a person does in the page, after which it is theirs to scroll. */
const HANDS = ['wheel', 'pointerdown', 'keydown'] as const

function bringIntoView(shown: Document, element: HTMLElement): void {
  const view = shown.defaultView
  if (view === null || isInView(view, element)) return
  const calm = view.matchMedia('(prefers-reduced-motion: reduce)').matches
  const { top, bottom } = element.getBoundingClientRect()
  // What is passed on the way gets its true height only then, and moves the rest.
  const passed = new AbortController()
  const { signal } = passed
  for (const name of HANDS) view.addEventListener(name, () => passed.abort(), { signal })
  view.addEventListener(
    'scrollend',
    () => {
      passed.abort()
      if (element.isConnected && !isInView(view, element))
        element.scrollIntoView({ block: 'center' })
    },
    { signal },
  )
  view.scrollBy({
    top: top - Math.max((view.innerHeight - (bottom - top)) / 2, 0),
    behavior: calm ? 'instant' : 'smooth',
  })
}

/** The unit that an event in the page is about. */
export function unitAt(event: Event): string | null {
  const target = event.target as Element | null
  return target?.closest<HTMLElement>('[data-unit]')?.dataset['unit'] ?? null
}
