// What stands in a frame, and what of it is not a text: of a long page both take long to find out again.
const sources = new WeakMap<Document, string>()
const skeletons = new WeakMap<Document, string>()

/** Puts a newly rendered page in place of the one in a frame, without loading it anew: place and focus stay. */
export function patchPage(shown: Document, html: string): void {
  if (sources.get(shown) === html) return
  sources.set(shown, html)
  // The parser of the frame: its documents are under the page's policy, which allows the page's style sheet.
  const { DOMParser: Parser } = shown.defaultView as unknown as { DOMParser: typeof DOMParser }
  const next = new Parser().parseFromString(html, 'text/html')
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
  if (!patchUnits(shown, next)) {
    const scroller = shown.scrollingElement
    const top = scroller?.scrollTop ?? 0
    shown.body.replaceChildren(
      ...[...next.body.childNodes].map((node) => shown.importNode(node, true)),
    )
    if (scroller) scroller.scrollTop = top
  }
}

const unitsIn = (document: Document): HTMLElement[] => [
  ...document.body.querySelectorAll<HTMLElement>('[data-unit]'),
]

/** Where the same units stand in the same order, only their elements change. False: the structure differs. */
function patchUnits(shown: Document, next: Document): boolean {
  const old = unitsIn(shown)
  const fresh = unitsIn(next)
  const same =
    old.length === fresh.length &&
    old.every((element, at) => {
      const other = fresh[at]!
      return element.dataset['unit'] === other.dataset['unit'] && element.tagName === other.tagName
    })
  const before = skeletons.get(shown) ?? skeleton(shown)
  const after = skeleton(next)
  skeletons.set(shown, after)
  if (!same || before !== after) return false
  old.forEach((element, at) => {
    const other = fresh[at]!
    if (element.innerHTML !== other.innerHTML)
      element.replaceChildren(...[...other.childNodes].map((node) => shown.importNode(node, true)))
    takeAttributes(element, other)
  })
  return true
}

/** A text that was just translated has another language and direction. The style is `markUnit`'s. */
function takeAttributes(element: HTMLElement, other: HTMLElement): void {
  for (const { name } of [...element.attributes])
    if (name !== 'style' && !other.hasAttribute(name)) element.removeAttribute(name)
  for (const { name, value } of other.attributes)
    if (name !== 'style' && element.getAttribute(name) !== value) element.setAttribute(name, value)
}

/** Everything on the page but the texts of units: headings of kinds, badges, figures. */
function skeleton(document: Document): string {
  const copy = document.body.cloneNode(true) as HTMLElement
  for (const unit of copy.querySelectorAll<HTMLElement>('[data-unit]')) {
    unit.replaceChildren()
    for (const { name } of [...unit.attributes]) unit.removeAttribute(name)
  }
  return copy.innerHTML
}

/** Shows which unit is worked on, and brings it into view where it is not. Null takes the mark away. */
export function markUnit(shown: Document, unit: string | null): void {
  for (const element of shown.querySelectorAll<HTMLElement>('[data-unit]')) {
    const current = element.dataset['unit'] === unit
    // Through the style object, because the page's own style sheet is that of the publication.
    element.style.outline = current ? '2px solid light-dark(#1171a0, #4cd1ee)' : ''
    element.style.outlineOffset = current ? '4px' : ''
    element.style.borderRadius = current ? '2px' : ''
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
