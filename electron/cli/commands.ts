import type { Command } from './command.ts'
import { changesCommand } from './commands/changes.ts'
import { checkCommand } from './commands/check.ts'
import { deleteCommand } from './commands/delete.ts'
import { exportCommand } from './commands/export.ts'
import { importCommand } from './commands/import.ts'
import { listCommand } from './commands/list.ts'
import { memoryCommand } from './commands/memory.ts'
import { newCommand } from './commands/new.ts'
import { pseudoCommand } from './commands/pseudo.ts'
import { proofCommand } from './commands/proof.ts'
import { publishCommand } from './commands/publish.ts'
import { reviewCommand } from './commands/review.ts'
import { serviceCommand } from './commands/service.ts'
import { showCommand } from './commands/show.ts'
import { termsCommand } from './commands/terms.ts'
import { translateCommand } from './commands/translate.ts'
import { verifyCommand } from './commands/verify.ts'
import { wordsCommand } from './commands/words.ts'

/** Every command by its name, in the order in which the help lists them. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  new: newCommand,
  list: listCommand,
  show: showCommand,
  delete: deleteCommand,
  import: importCommand,
  export: exportCommand,
  memory: memoryCommand,
  terms: termsCommand,
  pseudo: pseudoCommand,
  translate: translateCommand,
  proof: proofCommand,
  service: serviceCommand,
  check: checkCommand,
  review: reviewCommand,
  changes: changesCommand,
  words: wordsCommand,
  publish: publishCommand,
  verify: verifyCommand,
}
