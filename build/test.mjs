// `npm test`: on a clean clone, too, and from an old Node.
import { goOn } from './install.mjs'

await goOn('test.ts')
