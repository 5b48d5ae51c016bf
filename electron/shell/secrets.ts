import { Buffer } from 'node:buffer'
import { safeStorage } from 'electron'
import type { Secrets } from '../app/ports.ts'

/** Whether what is sealed is sealed by more than a password that stands in the program, as on a Linux without a secret store. */
async function lasting(): Promise<boolean> {
  if (!(await safeStorage.isAsyncEncryptionAvailable())) return false
  return process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text'
}

/** The secret store of the system: Keychain, DPAPI, libsecret or KWallet. */
export const secrets: Secrets = {
  given: undefined,
  lasting,
  async seal(text) {
    try {
      return (await safeStorage.encryptStringAsync(text)).toString('base64')
    } catch {
      return null
    }
  },
  async open(sealed) {
    try {
      if (!(await lasting())) return null
      return (await safeStorage.decryptStringAsync(Buffer.from(sealed, 'base64'))).result
    } catch {
      // Sealed on another machine or by another account.
      return null
    }
  },
}
