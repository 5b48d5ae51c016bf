/** What is shown to the person outside of the page: a dialog, an address in the browser, a file in its folder. */
export interface Question {
  readonly kind: 'open' | 'save' | 'folder' | 'message' | 'external' | 'reveal'
  /** The words of a message, the name that is offered for a file, the address or the path that is shown. */
  readonly text: string
  readonly buttons: readonly string[]
}

/** Paths for `open`, `save` and `folder`; the number of the button for `message`; null where the person closed it. */
export type Answer = readonly string[] | number | null

let someone: ((question: Question) => Promise<Answer>) | undefined

/** Tests answer here in the person's place. */
export function answerWith(answer: (question: Question) => Promise<Answer>): void {
  someone = answer
}

/** Without a screen nobody sees a dialog: it counts as closed, unless a test answers. */
export const askElsewhere = async (question: Question): Promise<Answer> =>
  someone === undefined ? null : someone(question)

export const answersElsewhere = (): boolean => someone !== undefined
