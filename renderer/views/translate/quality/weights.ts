import { createStore, useStore } from 'zustand'
import {
  weightOf,
  type CheckSettings,
  type Weight,
} from '../../../../model/checks/translation/settings.ts'
import type { QualityRule } from '../../../../model/checks/translation/rules.ts'
import { api } from '../../../api.ts'
import { toastFailure } from '../../../app/failure-toast.ts'

const store = createStore<CheckSettings>(() => ({}))

/** What weighs otherwise than by default in this library. */
export const useWeights = (): CheckSettings => useStore(store)

/** Reads what the library weighs, and takes up what another window sets. */
export function followWeights(): () => void {
  const put = (settings: CheckSettings): void => store.setState(settings, true)
  void api.call('check.settings', {}).then((read) => {
    if (read.ok) put(read.value)
    else toastFailure(read.error)
  })
  return api.on('check.configured', put)
}

/** Takes effect at once; what cannot be kept is as it was before, and said. */
async function configure(next: CheckSettings): Promise<void> {
  const before = store.getState()
  store.setState(next, true)
  const kept = await api.call('check.configure', next)
  if (kept.ok) return
  store.setState(before, true)
  toastFailure(kept.error)
}

/** Weighs a rule; what a rule weighs by default is not kept, so that a later default holds for it. */
export function weigh(rule: QualityRule, weight: Weight): Promise<void> {
  const next = { ...store.getState() }
  delete next[rule]
  return configure(weightOf(rule, next) === weight ? next : { ...next, [rule]: weight })
}

/** All rules weigh what they do by default. */
export const weighAsBefore = (): Promise<void> => configure({})
