import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Content, Phrasing } from '../document/text.ts'

/** The parts of a node that carry meaning, in a fixed order of keys. */
function canonicalNode(node: Phrasing): unknown[] {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return [node.type, node.value]
    case 'break':
      return [node.type]
    case 'footnoteReference':
      return [node.type, node.note]
    case 'fact':
      return [node.type, node.fact, node.form]
    case 'link':
      return [node.type, node.url, node.title ?? '', canonical(node.children)]
    case 'passage':
      // A translation has the passage too, so it goes stale with it: leaving it out would hide a half that moved.
      return [node.type, node.audience, canonical(node.children)]
    default:
      return [node.type, canonical(node.children)]
  }
}

/** Empty marks and empty texts go, neighbours of one kind join: two contents that read the same are the same. */
function canonical(content: Content): unknown[][] {
  const out: unknown[][] = []
  for (const node of content) {
    const next = canonicalNode(node)
    const last = out.at(-1)
    if (node.type === 'text' && next[1] === '') continue
    if ('children' in node && (next.at(-1) as unknown[]).length === 0) continue
    if (node.type === 'text' && last?.[0] === 'text') last[1] = `${String(last[1])}${node.value}`
    else if (
      (node.type === 'strong' || node.type === 'emphasis' || node.type === 'delete') &&
      last?.[0] === node.type
    )
      last[1] = [...(last[1] as unknown[]), ...(next[1] as unknown[])]
    else out.push(next)
  }
  return out
}

// Contents are never changed in place, and a window with thousands of units asks for the same hashes at every key.
const hashes = new WeakMap<Content, string>()

/**
 * SHA-256 (lower-case hex) of a unit's canonical content. Text is compared in NFC; a fact counts by its id, so a
 * changed value leaves the hash alone and a changed sentence does not.
 */
export function contentHash(content: Content): string {
  const seen = hashes.get(content)
  if (seen !== undefined) return seen
  const hash = bytesToHex(sha256(utf8ToBytes(JSON.stringify(canonical(content)).normalize('NFC'))))
  hashes.set(content, hash)
  return hash
}
