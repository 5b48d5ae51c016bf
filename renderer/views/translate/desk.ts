import type { KeyboardEvent } from 'react'
import type { LexicalEditor } from 'lexical'
import type { Match } from '../../../model/contract/memory.ts'
import type { FoundTerm } from '../../../model/contract/terms.ts'
import { nextCode } from '../../../model/workflow/codes.ts'
import type { Problem } from '../../../model/checks/problem.ts'
import type { QualityRule } from '../../../model/checks/translation/rules.ts'
import type { CommentKind } from '../../../model/document/comment.ts'
import type { Content } from '../../../model/document/text.ts'
import type { UnitInLocale } from '../../../model/units/locale-view.ts'
import { isCommandPress, pressed } from '../../commands/keyboard.ts'
import type { FactReader } from '../../editor/fact/reader.ts'
import type { Session } from '../../session/session.ts'
import { saying } from '../comments/actions.ts'
import {
  approve,
  confirm,
  copySource,
  insertMatch,
  keepStale,
  mendTranslation,
  reject,
  reopen,
  review,
  writeTranslation,
} from './actions.ts'
import type { TermFinder } from '../../terms/finder.ts'
import { insertContent } from './memory/insert-content.ts'
import { insertCode } from './insert-code.ts'
import { insertTerm } from './terms/insert-term.ts'
import { insertable } from './terms/found-terms.ts'
import { heed, setAside } from './quality/aside.ts'
import { isQualityRule } from './quality/look.ts'
import { nextOpen, nextWaiting } from './units.ts'

/** What is written about a text: something, or why its translation is sent back. */
export type Talk = 'comment' | 'reject'

export type Command = 'confirm' | 'review' | 'approve' | 'reopen' | 'copy' | 'still'

/** Whether its translation can be looked at and found right. */
export const canReview = ({ state, stale }: UnitInLocale): boolean =>
  state !== 'untranslated' && state !== 'approved' && (state !== 'reviewed' || stale)
export const canApprove = ({ state }: UnitInLocale): boolean =>
  state === 'translated' || state === 'reviewed'
export const canReject = ({ state }: UnitInLocale): boolean =>
  state === 'translated' || state === 'reviewed'
export const canConfirm = ({ state }: UnitInLocale): boolean => state !== 'approved'
export const canReopen = ({ state }: UnitInLocale): boolean => state === 'approved'
/** Whether nothing would be lost by the source in its place. */
export const canCopy = ({ state }: UnitInLocale): boolean => state === 'untranslated'

/** The digit of a key, also where Shift is what types it. */
const digitOf = ({ nativeEvent: { key, code } }: KeyboardEvent): number =>
  Number(/^[1-9]$/.exec(key)?.[0] ?? /[1-9]$/.exec(code)?.[0])

/** What the rows of the list share. It stays the same object while its language does, so that rows need not be redrawn. */
export interface Desk {
  readonly session: Session
  readonly locale: string
  readonly sourceLocale: string
  readonly sourceReader: FactReader
  /** A text of the source, word by word. */
  readonly sourceWords: (content: Content) => string[]
  readonly languageName: string
  /** The unit is worked on; focus stays where it is. */
  activate(unit: string): void
  /** Puts the caret into the translation of a unit, which comes into view first. */
  enter(unit: string): void
  write(unit: string, content: Content, isTyped: boolean): void
  run(command: Command, unit: string): void
  /** Shows what is said about a text; null puts it away. */
  talk(unit: string, talk: Talk | null): void
  say(unit: string, kind: CommentKind, text: string): void
  /** Goes to the next text that is open. */
  toOpen(from: string): void
  /** Goes to the next text with something wrong, or the one before. */
  toProblem(from: string | null, by: 1 | -1): void
  /** Finds the terms of the source. */
  readonly terms: TermFinder
  /** Puts a term in at the caret, by its number; behind the text where there is no caret. */
  insertTerm(unit: string, at: number, editor: LexicalEditor | null): void
  /** Asks for a new term, from what is selected. */
  addTerm(unit: string): void
  /** Puts in what the memory has, by its place in the list; what it has for a sentence at the caret of `editor`. */
  insertMatch(unit: string, at: number, editor: LexicalEditor | null): void
  /** Mends a problem: this one, or the first that can be. */
  mend(unit: string, problem?: Problem): void
  /** Asks why a rule is set aside for a text; null puts that away. */
  askAside(unit: string, rule: string | null): void
  setAside(unit: string, rule: QualityRule, reason: string): void
  /** Takes that back. */
  heed(unit: string, rule: QualityRule): void
  /** Puts the next code of the source in at the caret. */
  insertCode(unit: string, editor: LexicalEditor | null): void
  /** `editor`: the one that the caret is in. */
  onKey(event: KeyboardEvent, item: UnitInLocale, editor: LexicalEditor | null): void
}

/** What the desk reads and does at the moment of a command. */
export interface DeskState {
  readonly units: readonly UnitInLocale[]
  readonly shown: readonly UnitInLocale[]
  readonly activate: (unit: string) => void
  readonly enter: (unit: string) => void
  readonly matches: readonly Match[]
  readonly terms: readonly FoundTerm[]
  readonly addTerm: (unit: string) => void
  readonly talk: (unit: string, talk: Talk | null) => void
  /** What is wrong with a text as it stands now. */
  readonly problems: (item: UnitInLocale) => readonly Problem[]
  readonly askAside: (unit: string, rule: string | null) => void
  /** Says that a text was confirmed with what is wrong; false where that was said before of these words. */
  readonly warn: (item: UnitInLocale) => boolean
  /** Looks again at what was found and set aside. */
  readonly again: () => void
  /** The texts in which the library knows of something wrong. */
  readonly wrong: ReadonlyMap<string, unknown>
  readonly finished: () => void
}

export function createDesk(
  session: Session,
  locale: string,
  source: {
    readonly locale: string
    readonly reader: FactReader
    readonly words: (content: Content) => string[]
    readonly terms: TermFinder
  },
  languageName: string,
  state: () => DeskState,
): Desk {
  const find = (unit: string): UnitInLocale | undefined =>
    state().units.find((item) => item.unit.id === unit)

  function step(from: string, by: 1 | -1): void {
    const { shown, enter } = state()
    const at = shown.findIndex(({ unit }) => unit.id === from)
    const next = shown[at + by]
    if (next) enter(next.unit.id)
  }

  function toOpen(from: string): void {
    const { units, shown, enter, finished } = state()
    const next = nextOpen(shown, from) ?? nextOpen(units, from)
    if (next) enter(next.unit.id)
    else finished()
  }

  function run(command: Command, unit: string): void {
    const item = find(unit)
    if (item === undefined) return
    if (command === 'copy' || command === 'reopen') {
      if (command === 'copy') copySource(session, locale, item)
      else reopen(session, locale, item)
      return state().enter(unit)
    }
    if (command === 'still') keepStale(session, locale, [item])
    else if (command === 'review') review(session, locale, item)
    else if (command === 'approve') {
      // Pressed again after it said what is wrong, it only goes on.
      if (canApprove(item)) approve(session, locale, item)
    } else confirm(session, locale, item)
    // What is wrong is confirmed all the same, and said before one goes on.
    if (command !== 'still' && state().problems(item).length > 0 && state().warn(item)) return
    const { units, shown, enter, finished } = state()
    const waiting =
      command === 'review' ? 'translated' : command === 'approve' ? 'reviewed' : undefined
    const next = waiting === undefined ? undefined : nextWaiting(shown, unit, waiting)
    const open = next ?? nextOpen(shown, unit) ?? nextOpen(units, unit)
    if (open) enter(open.unit.id)
    else finished()
  }

  return {
    session,
    locale,
    sourceLocale: source.locale,
    sourceReader: source.reader,
    sourceWords: source.words,
    languageName,
    activate: (unit) => state().activate(unit),
    enter: (unit) => state().enter(unit),
    write(unit, content, isTyped) {
      const item = find(unit)
      if (item !== undefined) writeTranslation(session, locale, item, content, isTyped)
    },
    run,
    toOpen,
    talk(unit, talk) {
      state().talk(unit, talk)
      if (talk === null) state().enter(unit)
    },
    say(unit, kind, text) {
      const item = find(unit)
      if (item === undefined) return
      if (kind !== 'rejection') {
        session.apply([saying(session, { unit, locale }, kind, text)])
        return
      }
      reject(session, locale, item, text)
      state().talk(unit, null)
      state().enter(unit)
    },
    toProblem(from, by) {
      const { shown, wrong, enter } = state()
      const count = shown.length
      const at = shown.findIndex(({ unit }) => unit.id === from)
      const start = at === -1 && by === -1 ? 0 : at
      for (let step = 1; step <= count; step++) {
        const next = shown[(start + by * step + count * 2) % count]!
        if (wrong.has(next.unit.id)) return enter(next.unit.id)
      }
    },
    insertMatch(unit, at, editor) {
      const [item, match] = [find(unit), state().matches[at]]
      if (item === undefined || match === undefined || item.state === 'approved') return
      // A sentence is a part of the text: it goes where the caret is.
      const here = editor?.getRootElement()?.dataset['unit'] === unit ? editor : null
      if (match.sentence && here !== null && insertContent(here, match.target)) return
      insertMatch(session, locale, item, match)
      state().enter(unit)
    },
    terms: source.terms,
    insertTerm(unit, at, editor) {
      session.settle()
      const [item, term] = [find(unit), insertable(state().terms)[at]]
      if (item === undefined || term === undefined || item.state === 'approved') return
      if (editor !== null && insertTerm(editor, term.text)) return
      const now = session.store.getState().state.translations.get(locale)?.get(unit)?.content ?? []
      const text = now.length === 0 ? term.text : ` ${term.text}`
      const content: Content = [...now, { type: 'text', value: text }]
      writeTranslation(session, locale, item, content, false)
      state().enter(unit)
    },
    addTerm: (unit) => state().addTerm(unit),
    mend(unit, problem) {
      session.settle()
      const item = find(unit)
      if (item === undefined) return
      const found = state()
        .problems(item)
        .filter(({ mend }) => mend !== undefined)
      // The text may be another by now: the same rule, and the same place where that is still one.
      const same = found.filter(({ rule }) => problem === undefined || rule === problem.rule)
      const meant = same.find(({ range }) => range?.start === problem?.range?.start) ?? same[0]
      if (meant?.mend === undefined) return
      mendTranslation(session, locale, item, meant.mend)
      state().enter(unit)
    },
    askAside(unit, rule) {
      state().askAside(unit, rule)
      if (rule === null) state().enter(unit)
    },
    setAside(unit, rule, reason) {
      state().askAside(unit, null)
      state().enter(unit)
      void setAside(session, { unit, locale, rule, reason }, () => state().again())
    },
    heed(unit, rule) {
      state().enter(unit)
      void heed(session, { unit, locale, rule }, () => state().again())
    },
    insertCode(unit, editor) {
      session.settle()
      const item = find(unit)
      if (item === undefined || editor === null) return
      const now = session.store.getState().state.translations.get(locale)?.get(unit)
      const next = nextCode(item.unit.content, now?.content ?? [])
      if (next !== undefined) insertCode(editor, next.code)
    },
    onKey(event, item, editor) {
      const { unit } = item
      // Where somebody writes about a text, its keys are not meant.
      if ((event.target as Element).closest('[data-talk]') !== null) return
      const id = isCommandPress(event.nativeEvent) ? pressed(event.nativeEvent, 'unit') : undefined
      if (id === undefined) return
      event.preventDefault()
      event.stopPropagation()
      if (id === 'nextUnit') step(unit.id, 1)
      else if (id === 'previousUnit') step(unit.id, -1)
      else if (id === 'nextOpen') toOpen(unit.id)
      else if (id === 'confirm' || id === 'review') run(id, unit.id)
      else if (id === 'approve' && (canApprove(item) || (canReopen(item) && !item.stale)))
        run(id, unit.id)
      else if (id === 'reopen' && canReopen(item)) run(id, unit.id)
      else if (id === 'comment') state().talk(unit.id, 'comment')
      else if (id === 'reject' && canReject(item)) state().talk(unit.id, 'reject')
      else if (id === 'insertCode') this.insertCode(unit.id, editor)
      else if (id === 'insertTerm') this.insertTerm(unit.id, digitOf(event) - 1, editor)
      else if (id === 'addTerm') this.addTerm(unit.id)
      else if (id === 'mend') this.mend(unit.id)
      else if (id === 'setAside') {
        const first = state()
          .problems(item)
          .find(({ rule }) => isQualityRule(rule))
        if (first !== undefined) this.askAside(unit.id, first.rule)
      } else if (id === 'insertMatch') this.insertMatch(unit.id, digitOf(event) - 1, editor)
      else if (id === 'keepStale' && item.stale) run('still', unit.id)
      else if (id === 'copySource' && canCopy(item)) run('copy', unit.id)
    },
  }
}
