/** Whether a window can be shown. Windows and macOS have no way to ask; a session without one fails there by itself. */
export const hasDisplay = () =>
  process.platform !== 'linux' ||
  Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']) ||
  process.env['AFTERWORD_HEADLESS'] === '1'
