import { expect, test } from 'vitest'
import {
  blankEntry,
  blankPostmortem,
  blankSection,
  paragraphBlock,
  unitText,
} from '../../../model/document/blank.ts'
import type { Phrasing } from '../../../model/document/text.ts'
import { factUsage } from '../../../model/facts/usage.ts'

const chip = (fact: string): Phrasing => ({ type: 'fact', fact, form: 'long' })

test('a fact is found in every text that names it, in reading order, and in the values of measures', () => {
  const paragraph = paragraphBlock('a0', [
    chip('reach'),
    { type: 'strong', children: [chip('reach')] },
  ])
  const measure = {
    ...blankEntry('measure', 'a1'),
    label: unitText([chip('day')]),
    potential: 'reach',
  }
  const section = { ...blankSection('impact', 'a0', [chip('day')]), blocks: [paragraph, measure] }
  const uses = factUsage({ ...blankPostmortem('en', [chip('day')]), sections: [section] })
  expect(uses.get('day')!.map(({ place }) => place.field)).toEqual(['title', 'heading', 'label'])
  expect(uses.get('reach')).toEqual([
    ...[1, 2].map(() => ({
      unit: paragraph.id,
      place: { section: section.id, block: paragraph.id, field: 'text', index: 0 },
    })),
    {
      unit: null,
      place: { section: section.id, block: measure.id, field: 'potential', index: 0 },
    },
  ])
  expect([...uses.keys()].toSorted()).toEqual(['day', 'reach'])
})
