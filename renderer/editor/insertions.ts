import { COMMAND_IDS } from '../../model/commands/commands.ts'
import type { Insertion } from '../commands/inserting.ts'
import { words } from '../i18n/i18n.ts'
import type { EditingHost } from './host.ts'
import { slashOptions } from './slash/options.ts'

/** What is a command already, and stands among the commands. */
const COMMAND_OPTIONS: ReadonlySet<string> = new Set([...COMMAND_IDS, 'fact-new'])
const COMMAND_GROUPS: ReadonlySet<string> = new Set(['entries', 'sections'])

/** What the menu of the slash offers in the text that is edited, for the palette. */
export function insertionsOf(host: EditingHost): Insertion[] {
  const { editor, kind, blockId } = host.active.getState()
  if (editor === null || kind === null || host.readOnly) return []
  return slashOptions(host, kind, blockId, (key) => words.t(`editor:${key}`))
    .filter(({ id, group }) => !COMMAND_OPTIONS.has(id) && !COMMAND_GROUPS.has(group))
    .map(({ id, text, note, lang, run }) => ({
      id,
      text,
      note,
      lang,
      run: () => editor.focus(() => run(editor)),
    }))
}
