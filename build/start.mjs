// `npm start`: on a clean clone, too, and from an old Node.
import { hasDisplay } from './display.mjs'
import { goOn } from './install.mjs'
import { say } from './words.mjs'

// Before anything is installed: without a display that would be for nothing.
if (hasDisplay()) {
  await goOn('start.ts')
} else {
  say('noDisplay')
  process.exitCode = 1
}
