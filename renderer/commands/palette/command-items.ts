import { COMMAND_IDS, specOf, type CommandId } from '../../../model/commands/commands.ts'
import type { Format } from '../../../model/contract/calls.ts'
import type { Audience } from '../../../model/document/audience.ts'
import type { EntryKind } from '../../../model/document/entry.ts'
import type { SectionKind } from '../../../model/document/section.ts'
import { words } from '../../i18n/i18n.ts'
import { keysOf } from '../keyboard.ts'
import { isReady, runCommand, variantsOf, type CommandName } from '../registry.ts'
import type { Item } from './item.ts'

/** The name of what a command is done with. */
function variantName({ id, variant }: CommandName): string {
  switch (id) {
    case 'addEntry':
      return words.t(`write:entry.${variant as EntryKind}`)
    case 'addSection':
      return words.t(`write:kind.${variant as SectionKind}`)
    case 'export':
      return words.t(`publish:${variant as Format}`)
    default:
      return words.t(`write:audience.${variant as Audience}`)
  }
}

export const titleOf = (name: CommandName): string =>
  words.t(`commands:title.${name.id}`, {
    name: name.variant === '' ? '' : variantName(name),
  })

/** The palette is no command to choose in the palette. */
const OWN: ReadonlySet<CommandId> = new Set(['palette'])

/** The commands that can be carried out now. */
export const commandItems = (): Item[] =>
  COMMAND_IDS.filter((id) => !OWN.has(id))
    .flatMap(variantsOf)
    .filter(({ id, variant }) => isReady(id, variant))
    .map((name) => ({
      key: `${name.id} ${name.variant}`.trim(),
      group: 'commands',
      text: titleOf(name),
      note: words.t(`commands:category.${specOf(name.id).category}`),
      keys: keysOf(name.id),
      run: () => void runCommand(name.id, name.variant),
    }))
