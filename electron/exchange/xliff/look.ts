import type { Content, Phrasing } from '../../../model/document/text.ts'

/** How XLIFF names what a code is: `type` and `subType` (2.1, 4.3.1.40 and 4.3.1.36). */
const TYPES: Readonly<Record<string, readonly [type: string, subType: string]>> = {
  strong: ['fmt', 'xlf:b'],
  emphasis: ['fmt', 'xlf:i'],
  delete: ['fmt', 'afterword:delete'],
  break: ['fmt', 'xlf:lb'],
  inlineCode: ['other', 'afterword:code'],
  link: ['link', 'afterword:link'],
  fact: ['other', 'afterword:fact'],
  footnoteReference: ['other', 'afterword:note'],
  passage: ['other', 'afterword:passage'],
}
/** Codes that `subType` says everything of; the others have their shell in the original data. */
const BARE = new Set(['strong', 'emphasis', 'delete', 'break'])
const SHELLS = new Map(
  [...BARE].map((type) => [TYPES[type]![1], JSON.stringify({ type })] as const),
)

export interface Look {
  readonly type: string
  readonly subType: string
  /** Whether the shell has to be kept beside it. */
  readonly data: boolean
  /** What a translator sees in its place. */
  readonly disp: string | undefined
}

export function lookOf(shell: string, read: (content: Content) => string): Look {
  const node = JSON.parse(shell) as Phrasing
  const [type, subType] = TYPES[node.type]!
  const disp =
    node.type === 'link'
      ? node.url
      : node.type === 'passage'
        ? node.audience
        : node.type === 'break' || 'children' in node || BARE.has(node.type)
          ? undefined
          : read([node])
  return { type, subType, data: !BARE.has(node.type), disp }
}

/** The shell of a code that needs no data. */
export const shellOfSubType = (subType: string | undefined): string | undefined =>
  subType === undefined ? undefined : SHELLS.get(subType)
