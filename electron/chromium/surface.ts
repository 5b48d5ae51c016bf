import type * as Electron from 'electron'

/**
 * The members of Electron's API that the stand-in carries out. Each is picked from Electron's own declarations, so
 * neither a name nor a signature can drift; whoever needs one more adds it here and the compiler asks for the rest.
 */
export type { Electron }

export type App = Pick<
  Electron.App,
  | 'exit'
  | 'getName'
  | 'getPath'
  | 'getPreferredSystemLanguages'
  | 'getVersion'
  | 'isPackaged'
  | 'isReady'
  | 'enableSandbox'
  | 'name'
  | 'quit'
  | 'requestSingleInstanceLock'
  | 'releaseSingleInstanceLock'
  | 'setAppUserModelId'
  | 'setPath'
  | 'whenReady'
>

export type Protocol = Pick<Electron.Protocol, 'handle' | 'registerSchemesAsPrivileged'>

export type WebRequest = Pick<Electron.WebRequest, 'onBeforeRequest'>

export type Session = Pick<
  Electron.Session,
  | 'getUserAgent'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setPermissionRequestHandler'
  | 'setSpellCheckerEnabled'
  | 'webRequest'
>

export type IpcMain = Pick<Electron.IpcMain, 'handle' | 'removeHandler'>

export type Dialog = Pick<Electron.Dialog, 'showMessageBox' | 'showOpenDialog' | 'showSaveDialog'>

export type Shell = Pick<Electron.Shell, 'openExternal' | 'showItemInFolder'>

export type SafeStorage = Pick<
  Electron.SafeStorage,
  | 'decryptStringAsync'
  | 'encryptStringAsync'
  | 'getSelectedStorageBackend'
  | 'isAsyncEncryptionAvailable'
>

export type WebContents = Pick<
  Electron.WebContents,
  | 'executeJavaScript'
  | 'getURL'
  | 'id'
  | 'isDestroyed'
  | 'mainFrame'
  | 'printToPDF'
  | 'reload'
  | 'send'
  | 'setWindowOpenHandler'
>

export type BrowserWindow = Pick<
  Electron.BrowserWindow,
  | 'close'
  | 'destroy'
  | 'focus'
  | 'id'
  | 'isDestroyed'
  | 'isFocused'
  | 'isMinimized'
  | 'loadURL'
  | 'restore'
  | 'show'
  | 'webContents'
>

export type WebFrame = Pick<Electron.WebFrameMain, 'origin' | 'parent' | 'url'>

export type Menu = Pick<Electron.Menu, 'items'>
