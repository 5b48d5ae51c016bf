import { createStore, useStore } from 'zustand'
import { DEFAULT_SETTINGS, type Settings } from '../../model/contract/settings.ts'
import { api } from '../api.ts'
import { setInterfaceLocale } from '../i18n/i18n.ts'
import { interfaceLocale } from '../i18n/interface-locale.ts'
import { toastFailure } from './failure-toast.ts'

const store = createStore<Settings>(() => DEFAULT_SETTINGS)
export const useSettings = (): Settings => useStore(store)
export const settings = (): Settings => store.getState()
export const subscribeSettings = store.subscribe

async function put(next: Settings): Promise<void> {
  store.setState(next, true)
  const root = document.documentElement
  if (next.theme === 'system') delete root.dataset['theme']
  else root.dataset['theme'] = next.theme
  await setInterfaceLocale(interfaceLocale(next.interfaceLocale, navigator.languages))
}

/** Reads the settings and puts the window into their language and colours. */
export async function loadSettings(): Promise<void> {
  const loaded = await api.call('settings.get', {})
  await put(loaded.ok ? loaded.value : DEFAULT_SETTINGS)
  if (!loaded.ok) toastFailure(loaded.error)
}

/** Changes of this window that the core has not answered yet. */
let changing = 0

/** Takes up what another window has set. */
export const followSettings = (): (() => void) =>
  api.on('settings.changed', (settings) => {
    if (changing === 0) void put(settings)
  })

/** Takes effect at once; a failure to keep it is said, and the window stays as the person wanted it. */
export async function changeSettings(change: Partial<Settings>): Promise<void> {
  const next = { ...store.getState(), ...change }
  await put(next)
  changing++
  const kept = await api.call('settings.set', next)
  changing--
  // A library that takes no changes keeps no settings either; the window has said so already.
  if (!kept.ok && kept.error.code !== 'LIBRARY_READ_ONLY') toastFailure(kept.error)
}
