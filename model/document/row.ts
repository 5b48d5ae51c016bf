import type { Change } from './change.ts'

/** The row that a change writes. Two changes of one row with nothing in between are the later one. */
export function rowOf(change: Change): string {
  switch (change.type) {
    case 'title.put':
    case 'metadata.put':
    case 'locales.put':
      return change.type
    case 'section.put':
      return `section ${change.section.id}`
    case 'section.remove':
      return `section ${change.section}`
    case 'block.put':
      return `block ${change.block.id}`
    case 'block.remove':
      return `block ${change.block}`
    case 'workstream.put':
      return `workstream ${change.workstream.id}`
    case 'workstream.remove':
      return `workstream ${change.workstream}`
    case 'fact.put':
      return `fact ${change.fact.id}`
    case 'fact.remove':
      return `fact ${change.fact}`
    case 'translation.put':
      return `translation ${change.translation.locale} ${change.translation.unit}`
    case 'translation.remove':
      return `translation ${change.locale} ${change.unit}`
    case 'comment.put':
      return `comment ${change.comment.id}`
    case 'comment.remove':
      return `comment ${change.comment}`
  }
}
