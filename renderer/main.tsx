import { createRoot } from 'react-dom/client'
import './theme/fonts.css'
import './theme/tokens.css'
import './theme/base.css'
import { App } from './app/app.tsx'
import { openStart } from './app/start.ts'
import { loadSettings } from './app/settings.ts'

// Text that is drawn in one font and again in another jumps. The faces of the frame are small and local.
const faces = ['400 14px "IBM Plex Sans"', '500 14px "IBM Plex Sans"', '600 14px "IBM Plex Sans"']
const fonts = Promise.all(faces.map((face) => document.fonts.load(face)))

await Promise.all([loadSettings(), openStart()])
await Promise.race([fonts, new Promise((resolve) => setTimeout(resolve, 300))])
createRoot(document.getElementById('root')!).render(<App />)
