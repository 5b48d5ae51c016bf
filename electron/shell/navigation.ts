import { shell, type WebContents } from 'electron'
import { isExternal, isMainPage, isPreview, isPrintPage } from './address.ts'

/** Links in a text are the person's to follow, in their own browser. */
function leave(url: string): void {
  if (isExternal(url)) void shell.openExternal(url)
}

/**
 * Holds a page where it is: the window at its own page, its frames at previews, a printed page at itself. No page
 * opens windows or embeds other contents.
 */
export function guard(contents: WebContents): void {
  contents.setWindowOpenHandler(({ url }) => {
    leave(url)
    return { action: 'deny' }
  })
  contents.on('will-frame-navigate', (event) => {
    const { url, isMainFrame } = event
    if (isMainFrame ? isMainPage(url) || isPrintPage(url) : isPreview(url)) return
    event.preventDefault()
    leave(url)
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
}
