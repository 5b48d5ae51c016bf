import { maySee, type Audience } from '../document/audience.ts'
import type { Postmortem } from '../document/postmortem.ts'

/**
 * The document as one audience may see it. Sections, blocks and facts that are meant for a narrower circle are gone,
 * and so is every remark that is not for publication, before anything is rendered. A reference to a fact that went
 * stays in the text and reads as "not disclosed"; the check `fact-withheld` reports it.
 */
export function documentForAudience(document: Postmortem, audience: Audience): Postmortem {
  const internal = audience === 'internal'
  const sections = document.sections
    .filter((section) => maySee(audience, section.audience))
    .map((section) => ({
      ...section,
      blocks: section.blocks
        .filter((block) => maySee(audience, block.audience))
        .map((block) => {
          if (internal) return block
          if (block.kind === 'finding') return { ...block, evidence: '', replaces: '' }
          if (block.kind === 'action') return { ...block, owner: '', ticket: '' }
          return block
        }),
    }))
  const used = new Set(
    sections.flatMap(({ blocks }) =>
      blocks.map((block) => (block.kind === 'action' ? block.workstream : null)),
    ),
  )
  return {
    ...document,
    // What helps the authors is for no reader, not even an internal one.
    metadata: { ...document.metadata, template: undefined, answers: undefined },
    sections,
    workstreams: document.workstreams.filter(({ id }) => used.has(id)),
    facts: document.facts
      .filter((fact) => maySee(audience, fact.audience))
      .map((fact) => (internal ? fact : { ...fact, name: '', evidence: '' })),
  }
}
