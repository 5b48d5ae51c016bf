import { expect, test } from 'vitest'
import {
  blankEntry,
  blankPostmortem,
  blankSection,
  paragraphBlock,
} from '../../model/document/blank.ts'
import type { Change } from '../../model/document/change.ts'
import { PostmortemSchema } from '../../model/document/postmortem.ts'
import { applyAll, inverseAll, type DocumentState } from '../../model/document/state.ts'
import { contentHash } from '../../model/units/hash.ts'
import { unitsOf } from '../../model/units/unit.ts'
import * as v from 'valibot'

const empty = (): DocumentState => ({
  document: blankPostmortem('en', 'An incident'),
  translations: new Map(),
})

test('every change is undone by its inverse', () => {
  const start = empty()
  const section = blankSection('findings', 'a0', 'Findings')
  const other = blankSection('prose', 'a1')
  const paragraph = paragraphBlock('a0', 'One sentence.')
  const finding = blankEntry('finding', 'a1')
  const built: Change[] = [
    { type: 'section.put', section },
    { type: 'section.put', section: other },
    { type: 'block.put', section: section.id, block: paragraph },
    { type: 'block.put', section: section.id, block: finding },
  ]
  const full = applyAll(start, built)
  expect(v.parse(PostmortemSchema, full.document)).toEqual(full.document)
  const edits: Change[] = [
    { type: 'title.put', content: [{ type: 'text', value: 'Another' }] },
    { type: 'block.put', section: other.id, block: { ...paragraph, order: 'a5' } },
    { type: 'section.put', section: { ...section, order: 'a9' } },
    { type: 'section.remove', section: section.id },
  ]
  const changed = applyAll(full, edits)
  expect(changed.document.sections.map(({ id }) => id)).toEqual([other.id])
  expect(applyAll(changed, inverseAll(full, edits))).toEqual(full)
  expect(applyAll(full, inverseAll(start, built)).document).toEqual(start.document)
})

test('units come in reading order and a hash ignores how a text is cut', () => {
  const section = blankSection('prose', 'a0', 'Heading')
  const state = applyAll(empty(), [
    { type: 'section.put', section },
    { type: 'block.put', section: section.id, block: paragraphBlock('a0', 'Text') },
  ])
  expect(unitsOf(state.document).map(({ place }) => place.field)).toEqual([
    'title',
    'heading',
    'text',
  ])
  expect(
    contentHash([
      { type: 'text', value: 'a' },
      { type: 'text', value: 'b' },
    ]),
  ).toBe(
    contentHash([
      { type: 'text', value: 'ab' },
      { type: 'strong', children: [] },
    ]),
  )
})
