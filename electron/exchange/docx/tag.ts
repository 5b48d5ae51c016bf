/** What the line begins with that says whose table it is; the number is that of its form. */
export const MARK = 'afterword:1'
/** Digits of a hash in a cell: enough to tell the texts of one unit apart, and to be read over. */
export const STATED = 16
/** In place of the hash of a translation, where there was none. */
export const NO_TARGET = '-'
