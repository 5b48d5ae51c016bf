import * as v from 'valibot'

/** From the widest to the narrowest circle. Each circle sees what the wider ones see. */
export const AUDIENCES = ['public', 'customer', 'regulator', 'internal'] as const
export const AudienceSchema = v.picklist(AUDIENCES)
export type Audience = (typeof AUDIENCES)[number]

/** May a build for `reader` show what is marked `widest`? */
export const maySee = (reader: Audience, widest: Audience): boolean =>
  AUDIENCES.indexOf(reader) >= AUDIENCES.indexOf(widest)
