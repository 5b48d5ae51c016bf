import type { Content } from '../document/text.ts'
import type { Translation } from '../document/translation.ts'

/**
 * A translation with other words: a draft again, whatever it was, and a person's. What the translator had confirmed
 * stays with it, so that a reviewer's changes can be seen against it. The caller says when and by whom.
 */
export function rewritten(old: Translation, content: Content): Translation {
  const kept = { ...old }
  delete kept.score
  delete kept.engine
  delete kept.by
  const confirmed = old.confirmed ?? (old.state === 'draft' ? undefined : old.content)
  return {
    ...kept,
    content,
    state: 'draft',
    origin: 'human',
    ...(confirmed === undefined ? {} : { confirmed }),
  }
}
