/** Joins the class names that apply. A CSS module's name is `undefined` to the type checker; here it becomes a string. */
export const classNames = (...names: readonly (string | false | null | undefined)[]): string =>
  names.filter(Boolean).join(' ')
