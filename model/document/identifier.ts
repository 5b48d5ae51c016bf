import * as v from 'valibot'
import { v7 } from 'uuid'

/**
 * Ids are opaque strings. Ours are UUIDv7 (RFC 9562), which sort by the time they were made, so that rows that
 * were written together lie together; ids that came in with a file keep their form.
 */
export const IdentifierSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/))
export type Identifier = string

export const newId = (): Identifier => v7()
