// `npm start`: on a clean clone, too, and from an old Node.
import { goOn } from './install.mjs'

await goOn('start.ts')
