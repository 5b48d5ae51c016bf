// `npm run …`: a script of this folder, under the Node that it needs, from an old Node and on a clean clone, too.
import { goOn } from './install.mjs'

const [script] = process.argv.splice(2, 1)
if (script === undefined) throw new Error('Name a script: node build/run.mjs build.ts')
await goOn(script)
