import * as v from 'valibot'

/** The ranks of a heading that a fragment may begin with; below the last one there is room for what stands under it. */
export const TITLE_LEVELS = [1, 2, 3, 4] as const

/** A page as a piece of another one. `level`: the rank of its title; the pages that it is put into mostly have an h1. */
export const FragmentChoiceSchema = v.strictObject({
  level: v.picklist(TITLE_LEVELS),
})
export type FragmentChoice = v.InferOutput<typeof FragmentChoiceSchema>
export const DEFAULT_FRAGMENT: FragmentChoice = { level: 2 }
