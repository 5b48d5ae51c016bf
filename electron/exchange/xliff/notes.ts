import * as v from 'valibot'
import { COMMENT_KINDS, type Comment } from '../../../model/document/comment.ts'
import type { ReturnedNote } from '../bilingual/bilingual.ts'
import { attribute, elementsIn, textOf, type XmlElement } from '../xml/element.ts'
import { escapeText, withoutForbidden, writeAttributes } from '../xml/write.ts'
import { isCore, OWN } from './names.ts'

const Instant = v.pipe(v.string(), v.isoTimestamp())

/** What is said about a unit, as notes of XLIFF 2 (2.1, 4.2.2.10 and 4.2.2.11), with who said it, when, and to whom it answers. */
export function writeNotes(comments: readonly Comment[], indent: string): string[] {
  if (comments.length === 0) return []
  const note = ({ id, locale, kind, thread, text, by, at, resolved }: Comment): string => {
    const attributes = {
      id,
      appliesTo: locale === null ? 'source' : 'target',
      category: kind,
      'afterword:by': by === '' ? undefined : withoutForbidden(by),
      'afterword:at': at,
      'afterword:thread': thread ?? undefined,
      'afterword:resolved': resolved?.at,
    }
    return `${indent}  <note${writeAttributes(attributes)}>${escapeText(withoutForbidden(text))}</note>`
  }
  return [`${indent}<notes>`, ...comments.map(note), `${indent}</notes>`]
}

const kindOf = (category: string | undefined): ReturnedNote['kind'] =>
  COMMENT_KINDS.find((kind) => kind === category?.toLowerCase()) ?? 'comment'

/** The notes of a unit of XLIFF 2, of our own and of whoever had the file. */
export const readNotes = (unit: XmlElement): ReturnedNote[] =>
  elementsIn(unit)
    .filter(({ local, namespace }) => isCore(namespace) && local === 'notes')
    .flatMap(elementsIn)
    .filter(({ local, namespace }) => isCore(namespace) && local === 'note')
    .map((note) => {
      const at = attribute(note, 'at', OWN)
      return {
        id: attribute(note, 'id'),
        about: attribute(note, 'appliesTo') === 'source' ? 'source' : 'target',
        kind: kindOf(attribute(note, 'category')),
        by: attribute(note, 'by', OWN) ?? '',
        at: v.is(Instant, at) ? at : undefined,
        thread: attribute(note, 'thread', OWN),
        text: textOf(note),
      }
    })

/** The notes of a unit of XLIFF 1.2 (2.2.1, `note`), which say who but not when. */
export const readNotes12 = (unit: XmlElement): ReturnedNote[] =>
  elementsIn(unit)
    .filter(({ local }) => local === 'note')
    .map((note) => ({
      id: undefined,
      about: attribute(note, 'annotates') === 'source' ? 'source' : 'target',
      kind: 'comment',
      by: attribute(note, 'from') ?? '',
      at: undefined,
      thread: undefined,
      text: textOf(note),
    }))
