import type { Code as MdastCode } from 'mdast'
import type { Code } from '../document/prose.ts'

const LONGEST_INFO = 100

/** The info string of a fence stays whole: `lang` is its first word and whatever stands behind it. */
export function codeFromMdast({ lang, meta, value }: MdastCode): { node: Code; rest: string } {
  const info = [lang, meta].filter((part) => part).join(' ')
  if (info === '') return { node: { type: 'code', value }, rest: '' }
  if (info.length > LONGEST_INFO) return { node: { type: 'code', value }, rest: info }
  return { node: { type: 'code', lang: info, value }, rest: '' }
}

export function codeToMdast({ lang = '', value }: Code): MdastCode {
  const [, name = '', meta = ''] = /^(\S*)\s*(.*)$/s.exec(lang) ?? []
  return { type: 'code', lang: name || null, meta: meta || null, value }
}
