import { strict } from './strict.ts'
import type { SafeStorage } from './surface.ts'

const none = (): Promise<never> =>
  Promise.reject(new Error('There is no secret store that a browser driven from outside may use'))

/**
 * A browser keeps its own secrets in the system's store and gives nobody else a key, so there is none here: it says so, as
 * Electron does where the system has no store, and encrypts nothing.
 */
export const safeStorage: SafeStorage = strict<SafeStorage>('safeStorage', {
  isAsyncEncryptionAvailable: () => Promise.resolve(false),
  getSelectedStorageBackend: () => 'basic_text',
  encryptStringAsync: none,
  decryptStringAsync: none,
})
