import * as v from 'valibot'

/** One call: what goes in and what comes out. Both are JSON and both are parsed on the way. */
export interface Call<
  I extends v.GenericSchema = v.GenericSchema,
  O extends v.GenericSchema = v.GenericSchema,
> {
  readonly input: I
  readonly output: O
}

export const call = <I extends v.GenericSchema, O extends v.GenericSchema>(
  input: I,
  output: O,
): Call<I, O> => ({
  input,
  output,
})

/**
 * A file to write. The window leaves `path` out: the core asks through the host's dialog, so that a page can never
 * name a place on the disk. The command line gives it.
 */
export const path = v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(4096)))
