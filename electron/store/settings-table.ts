import * as v from 'valibot'
import { DEFAULT_SETTINGS, SettingsSchema, type Settings } from '../../model/contract/settings.ts'
import type { Connection } from './connection.ts'

export interface SettingsTable {
  read(): Settings
  write(settings: Settings): void
}

/** Settings that cannot be read are the defaults: they are no reason to keep a person from their work. */
export function settingsTable(connection: Connection): SettingsTable {
  const read = connection.prepare<[], string>('SELECT json FROM settings WHERE id = 1').pluck()
  const write = connection.prepare(
    'INSERT INTO settings (id, json) VALUES (1, ?) ON CONFLICT DO UPDATE SET json = excluded.json',
  )
  return {
    read() {
      const json = read.get()
      if (json === undefined) return DEFAULT_SETTINGS
      try {
        return v.parse(SettingsSchema, JSON.parse(json))
      } catch {
        return DEFAULT_SETTINGS
      }
    },
    write: (settings) => void write.run(JSON.stringify(settings)),
  }
}
