import { api } from '../api.ts'
import { isBehindDialog, listenForCommands } from '../commands/listen.ts'
import { provide, runCommand } from '../commands/registry.ts'
import { APP_HANDLERS } from './commands.ts'
import { endComposition } from '../session/composition.ts'
import { currentSession } from './current-session.ts'
import { followTrail, keepHere } from './trail.ts'
import { followPlace } from './place.ts'
import { followRegions } from './regions.ts'
import { followSettings } from './settings.ts'
import { followWeights } from '../views/translate/quality/weights.ts'

/** Carries out what the host asks, menu commands and saving everything before it closes, and what keys ask. */
export function followHost(): () => void {
  const stop = [
    provide(APP_HANDLERS),
    listenForCommands(document),
    followTrail(),
    followPlace(),
    followRegions(),
    followSettings(),
    followWeights(),
    api.on('menu.command', ({ command }) => {
      // A menu of the host takes no focus: what is typed is taken in first.
      currentSession()?.settle()
      // The fields of a dialog have their own undo; nothing else is to be done behind it.
      if (!isBehindDialog() || command === 'undo' || command === 'redo') runCommand(command)
    }),
    api.on('flush', () => {
      endComposition()
      void (async () => {
        await keepHere()
        const saved = (await currentSession()?.flush()) ?? true
        await api.call('window.flushed', { saved })
      })()
    }),
  ]
  return () => stop.forEach((end) => end())
}
