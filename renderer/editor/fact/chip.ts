import type { Identifier } from '../../../model/document/identifier.ts'
import { FACT_FORMS, type FactForm } from '../../../model/document/text.ts'
import { redrawReferences } from '../footnote/draw.ts'
import type { FactReader } from './reader.ts'
import styles from './chip.module.css'

interface Marks {
  readonly bold: boolean
  readonly italic: boolean
  readonly struck: boolean
}

export const chipText = (reader: FactReader, fact: Identifier, form: FactForm): string =>
  reader.read(fact, form) ?? reader.missing

function fill(chip: HTMLElement, reader: FactReader, fact: Identifier, form: FactForm): void {
  const text = chipText(reader, fact, form)
  if (chip.textContent !== text) chip.textContent = text
  const name = reader.name(fact)
  if (name === '') chip.removeAttribute('title')
  else if (chip.title !== name) chip.title = name
  chip.toggleAttribute('data-missing', reader.read(fact, form) === undefined)
}

/** The element that shows a fact in a text. */
export function drawChip(
  document: Document,
  reader: FactReader,
  fact: Identifier,
  form: FactForm,
  marks: Marks,
): HTMLElement {
  const chip = document.createElement('span')
  chip.className = styles['chip'] ?? ''
  chip.contentEditable = 'false'
  chip.dataset['fact'] = fact
  chip.dataset['form'] = form
  chip.toggleAttribute('data-bold', marks.bold)
  chip.toggleAttribute('data-italic', marks.italic)
  chip.toggleAttribute('data-struck', marks.struck)
  fill(chip, reader, fact, form)
  return chip
}

/** Writes the chips below `root` anew where their facts changed, and the numbers of notes. */
export function redrawChips(root: ParentNode, reader: FactReader): void {
  redrawReferences(root, reader)
  for (const chip of root.querySelectorAll<HTMLElement>('[data-fact]')) {
    const form = FACT_FORMS.find((each) => each === chip.dataset['form']) ?? 'long'
    fill(chip, reader, chip.dataset['fact'] ?? '', form)
  }
}
