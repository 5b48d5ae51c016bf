import { h } from 'hastscript'
import type { Element, ElementContent, Properties } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { publicationWords } from '../../locales/publication-words.ts'
import type { FragmentChoice } from '../../model/document/fragment.ts'
import { fail, ok, type Result } from '../../model/errors/result.ts'
import { anchorOf } from './anchor.ts'
import { articleParts } from './body.ts'
import { breakLines } from './lines.ts'
import { imprint } from './masthead.ts'
import { rendering, type PageInput } from './rendering.ts'

/** What stands for nothing without the style of a page. */
const BARE = new Set(['div', 'span', 'data'])
/** The key of a drawing goes with it. */
const DRAWN = new Set(['picture', 'key'])
/** These hold several things together, which nothing else would do without a style. */
const HELD = new Set(['callout', 'restricted', 'remark'])

/** Attributes that a style sheet, a program or a reader of landmarks would want: on a page of others they are theirs. */
const DROPPED = /^(?:className|style|tabIndex|value|ariaDescribedBy|data[A-Z].*)$/

const classesOf = ({ properties }: Element): readonly string[] =>
  Array.isArray(properties.className) ? properties.className.map(String) : []

/** Whatever on the page is led to by something else on it. */
function targetsOf(parts: readonly Element[]): ReadonlySet<string> {
  const found = new Set<string>()
  const walk = (node: ElementContent): void => {
    if (node.type !== 'element') return
    const { href, ariaLabelledBy } = node.properties
    if (typeof href === 'string' && href.startsWith('#')) found.add(href.slice(1))
    if (node.tagName === 'nav' && ariaLabelledBy) found.add(String(ariaLabelledBy))
    node.children.forEach(walk)
  }
  parts.forEach(walk)
  return found
}

interface Plain {
  /** What stands before each fragment identifier, so that two postmortems can stand on one page. */
  readonly prefix: string
  readonly targets: ReadonlySet<string>
  readonly level: number
}

function propertiesOf({ prefix, targets }: Plain, { tagName, properties }: Element): Properties {
  const kept: Properties = {}
  for (const [name, value] of Object.entries(properties)) {
    if (DROPPED.test(name)) continue
    const text = String(value)
    if (name === 'id') {
      if (tagName === 'section' || targets.has(text)) kept.id = prefix + text
    } else if (name === 'ariaLabelledBy') {
      // A region a section would be many among the landmarks of the page around it.
      if (tagName === 'nav') kept.ariaLabelledBy = [prefix + text]
    } else
      kept[name] = name === 'href' && text.startsWith('#') ? `#${prefix}${text.slice(1)}` : value
  }
  return kept
}

function plain(choice: Plain, node: ElementContent): ElementContent[] {
  if (node.type !== 'element') return [node]
  const classes = classesOf(node)
  if (node.tagName === 'svg' || classes.some((name) => DRAWN.has(name))) return []
  const properties = propertiesOf(choice, node)
  const children = node.children.flatMap((child) => plain(choice, child))
  const held = classes.some((name) => HELD.has(name))
  if (BARE.has(node.tagName) && !held && Object.keys(properties).length === 0) return children
  const rank = /^h([1-6])$/.exec(node.tagName)?.[1]
  const tagName = rank ? `h${Math.min(Number(rank) - 1 + choice.level, 6)}` : node.tagName
  const note = classes.includes('callout') ? { role: 'note' } : {}
  return [{ ...node, tagName, properties: { ...properties, ...note }, children }]
}

/**
 * A postmortem as one `article` to be put into a page of somebody else's: every word of its own page in elements that say
 * what they are, with nothing that wants a style of ours, runs or is drawn. What leads from one place to another in it
 * goes on doing so.
 *
 * @returns the HTML text; `LABELS_MISSING` where the locale has no publication words
 */
export function renderFragment(
  input: Omit<PageInput, 'medium' | 'alternates'>,
  { level }: FragmentChoice,
): Result<string> {
  const words = publicationWords(input.locale, input.own)
  if (words === undefined) return fail('LABELS_MISSING', { locale: input.locale })
  const page = rendering({ ...input, medium: 'screen', alternates: [] }, words)
  const { audience, document, locale, direction } = page
  const parts = [
    ...(audience === 'public' ? [] : [h('p', words.audiences[audience])]),
    ...articleParts(page),
    ...imprint(page),
  ]
  const prefix = `${anchorOf({ id: document.id, kind: 'postmortem' })}-`
  const choice = { prefix, targets: targetsOf(parts), level }
  const article = h(
    'article',
    { lang: locale, dir: direction },
    parts.flatMap((part) => plain(choice, part)),
  )
  breakLines(article)
  return ok(`${toHtml(article)}\n`)
}
