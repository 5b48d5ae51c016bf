import type * as v from 'valibot'

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
