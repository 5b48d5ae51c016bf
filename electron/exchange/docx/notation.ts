import type { Content, Phrasing } from '../../../model/document/text.ts'
import { knownCodes, tokensOf, type Token } from '../bilingual/code.ts'
import { contentOf } from '../bilingual/content.ts'

/** The marks that a word processor has itself. */
export const LOOKS = ['strong', 'emphasis', 'delete'] as const
export type Look = (typeof LOOKS)[number]

/** A stretch of one look. Codes are characters in it: `⟦1⟧…⟦/1⟧` around a text, `⟦2 what it reads⟧` for one alone. */
export interface Run {
  readonly text: string
  readonly looks: ReadonlySet<Look>
}

const typeOf = (shell: string | undefined): Phrasing['type'] =>
  (JSON.parse(shell ?? '{}') as Phrasing).type
const isLook = (type: string): type is Look => (LOOKS as readonly string[]).includes(type)

/** A bracket that belongs to the text is written twice. */
const escape = (text: string): string => text.replaceAll(/[⟦⟧]/g, (bracket) => bracket + bracket)

/** A text in runs. `read` says what is shown of a code; breaks are line feeds. */
export function runsOf(tokens: readonly Token[], read: (node: Phrasing) => string): Run[] {
  const out: Run[] = []
  let looks = new Set<Look>()
  const add = (text: string) => {
    const last = out.at(-1)
    if (last?.looks === looks) out[out.length - 1] = { text: last.text + text, looks }
    else out.push({ text, looks })
  }
  const depth = new Map<Look, number>()
  for (const token of tokens) {
    if (token.kind === 'text') {
      add(escape(token.text))
      continue
    }
    const { id, shell } = token.code
    const type = typeOf(shell)
    if (isLook(type)) {
      depth.set(type, (depth.get(type) ?? 0) + (token.kind === 'open' ? 1 : -1))
      looks = new Set(LOOKS.filter((look) => (depth.get(look) ?? 0) > 0))
    } else if (type === 'break') add('\n')
    else if (token.kind === 'single') {
      const shown = read(JSON.parse(shell!) as Phrasing)
        .replaceAll(/[\s⟦⟧]+/g, ' ')
        .trim()
      add(`⟦${id} ${shown || '…'}⟧`)
    } else add(token.kind === 'open' ? `⟦${id}⟧` : `⟦/${id}⟧`)
  }
  return out
}

type Piece = { text: string } | { open: string } | { close: string } | { single: string }

/** Brackets in a run. What stands in `⟦…⟧` behind the number is for the eye alone. */
function* pieces(text: string): Generator<Piece> {
  const pattern = /⟦⟦|⟧⟧|⟦(\/?)(\d+)((?: [^⟦⟧]*)?)⟧|\n/gu
  let at = 0
  for (const match of text.matchAll(pattern)) {
    const [whole, slash, id, shown] = match
    if (match.index > at) yield { text: text.slice(at, match.index) }
    at = match.index + whole.length
    if (whole === '\n') yield { single: 'break' }
    else if (id === undefined) yield { text: whole[0]! }
    else if (slash) yield { close: id }
    else yield shown === '' ? { open: id } : { single: id }
  }
  if (at < text.length) yield { text: text.slice(at) }
}

const shellOfLook = (look: string): string => JSON.stringify({ type: look })

/** Runs as tokens again. Marks nest in a fixed order, inside of the codes around them. */
export function tokensOfRuns(runs: readonly Run[]): Token[] {
  const out: Token[] = []
  let open: Look[] = []
  let serial = 0
  const ids: string[] = []
  const turn = (wanted: readonly Look[]) => {
    let same = 0
    while (same < open.length && open[same] === wanted[same]) same++
    while (open.length > same) {
      const look = open.pop()!
      out.push({ kind: 'close', code: { id: ids.pop()!, shell: shellOfLook(look) } })
    }
    for (const look of wanted.slice(same)) {
      ids.push(`look${String(serial++)}`)
      out.push({ kind: 'open', code: { id: ids.at(-1)!, shell: shellOfLook(look) } })
    }
    open = [...wanted]
  }
  for (const { text, looks } of runs) {
    for (const piece of pieces(text)) {
      turn('text' in piece || 'single' in piece ? LOOKS.filter((look) => looks.has(look)) : [])
      if ('text' in piece) out.push({ kind: 'text', text: piece.text })
      else if ('single' in piece) {
        const shell = piece.single === 'break' ? shellOfLook('break') : undefined
        out.push({ kind: 'single', code: { id: piece.single, shell } })
      } else if ('open' in piece)
        out.push({ kind: 'open', code: { id: piece.open, shell: undefined } })
      else out.push({ kind: 'close', code: { id: piece.close, shell: undefined } })
    }
  }
  turn([])
  return out
}

/** A text as it is after it was written and read: marks in their fixed order, and none around a link but inside it. */
export function normalRuns(content: Content, source: Content): Content {
  const runs = runsOf(tokensOf(source, content).target, () => '')
  return contentOf(tokensOfRuns(runs), knownCodes(source, content)) ?? content
}
