import type { Api } from '../model/contract/api.ts'

declare global {
  interface Window {
    /** Set by the preload script before any script of the page runs. */
    readonly afterword: Api
  }
}

/** The only way out of the page. */
export const api: Api = window.afterword
