import type { XmlElement } from '../../../xml/element.ts'

/** What a rule of a module knows of where an element stands. */
export interface Surroundings {
  readonly root: XmlElement
  /** From the document's root down to the parent. */
  readonly ancestors: readonly XmlElement[]
}
