import type { Element, ElementContent, Nodes } from 'hast'

/** The kinds of type on a page. `sans` stands for all its weights: there is little of it. */
export const ROLES = [
  'text',
  'bold',
  'italic',
  'boldItalic',
  'sans',
  'headings',
  'headingsItalic',
  'mono',
] as const
export type Role = (typeof ROLES)[number]

const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
/** The classes that the style sheets set in the sans family. */
const SANS_CLASSES = new Set([
  'attribution',
  'audience',
  'back',
  'contents',
  'imprint',
  'key',
  'label',
  'languages',
  'marks',
  'masthead',
  'metadata',
  'notice',
  'picture',
  'ref',
  'remark',
  'skip',
  'tone',
  'when',
])

const isSans = ({ tagName, properties }: Element): boolean =>
  tagName === 'table' ||
  (Array.isArray(properties.className) &&
    properties.className.some((name) => SANS_CLASSES.has(name)))

const EMPHASISED: Partial<Record<Role, Role>> = {
  text: 'italic',
  bold: 'boldItalic',
  headings: 'headingsItalic',
}
const STRONG: Partial<Record<Role, Role>> = { text: 'bold', italic: 'boldItalic' }

/** The kind of type inside an element, given the kind around it. It must say what the style sheets say. */
function roleIn(element: Element, around: Role): Role {
  if (element.tagName === 'code') return 'mono'
  if (isSans(element)) return 'sans'
  if (HEADINGS.has(element.tagName)) return 'headings'
  if (element.tagName === 'strong') return STRONG[around] ?? around
  return element.tagName === 'em' ? (EMPHASISED[around] ?? around) : around
}

/** The characters that a tree shows in each kind of type. */
export function charactersByRole(tree: Nodes): ReadonlyMap<Role, Set<string>> {
  const found = new Map<Role, Set<string>>(ROLES.map((role) => [role, new Set()]))
  const walk = (node: ElementContent | Nodes, role: Role): void => {
    if (node.type === 'text') for (const character of node.value) found.get(role)!.add(character)
    else if (node.type === 'element')
      for (const child of node.children) walk(child, roleIn(node, role))
    else if (node.type === 'root') for (const child of node.children) walk(child, role)
  }
  walk(tree, 'text')
  return found
}
