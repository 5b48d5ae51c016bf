import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { queryOf, rank } from '../../../model/search/rank.ts'

const best = (typed: string, texts: readonly string[]): string[] =>
  texts
    .flatMap((text) => {
      const score = rank(queryOf(typed), text)
      return score === null ? [] : [{ text, score }]
    })
    .toSorted((a, b) => b.score - a.score)
    .map(({ text }) => text)

describe('what a query finds', () => {
  test('begins with it, then has a word that begins with it, then has it inside', () => {
    expect(best('add', ['Ladder', 'Insert an addition', 'Add section'])).toEqual([
      'Add section',
      'Insert an addition',
      'Ladder',
    ])
  })

  test('has every word of it, in any order', () => {
    expect(best('section move', ['Move section up', 'Move entry up'])).toEqual(['Move section up'])
  })

  test('is found by initials, and not by letters that stand about by chance', () => {
    expect(best('msu', ['Move section up', 'Milestones of fun'])).toEqual(['Move section up'])
    expect(best('oeo', ['Move section up'])).toEqual([])
  })

  test('is folded for case, marks and width', () => {
    expect(best('resume', ['Résumé'])).toEqual(['Résumé'])
    expect(best('ｆｉｎｄ', ['Find…'])).toEqual(['Find…'])
    expect(best('توسطه', ['يَتَوَسَّطُه خط'])).toEqual(['يَتَوَسَّطُه خط'])
    expect(best('履歴', ['バージョン履歴', '見出し 1'])).toEqual(['バージョン履歴'])
  })

  test('is everything where nothing is typed, and a text itself always', () => {
    expect(rank(queryOf('  '), 'Anything')).not.toBeNull()
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        expect(rank(queryOf(text), text)).not.toBeNull()
      }),
    )
  })
})
