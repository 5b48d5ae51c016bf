import type { Handlers } from './context.ts'
import { assetHandlers } from './handlers/asset.ts'
import { checkHandlers } from './handlers/check.ts'
import { importHandlers } from './handlers/import.ts'
import { exchangeHandlers } from './handlers/exchange.ts'
import { exportHandlers } from './handlers/export.ts'
import { exportPictureHandlers } from './handlers/export-picture.ts'
import { fontHandlers } from './handlers/font.ts'
import { historyHandlers } from './handlers/history.ts'
import { hostHandlers } from './handlers/host.ts'
import { libraryHandlers } from './handlers/library.ts'
import { memoryHandlers } from './handlers/memory.ts'
import { postmortemHandlers } from './handlers/postmortem.ts'
import { previewHandlers } from './handlers/preview.ts'
import { publicationHandlers } from './handlers/publication.ts'
import { publishHandlers } from './handlers/publish.ts'
import { sampleHandlers } from './handlers/sample.ts'
import { serviceHandlers } from './handlers/service.ts'
import { settingsHandlers } from './handlers/settings.ts'
import { spotHandlers } from './handlers/spot.ts'
import { termHandlers } from './handlers/terms.ts'
import { themeHandlers } from './handlers/theme.ts'
import { templateHandlers } from './handlers/template.ts'
import { translationHandlers } from './handlers/translation.ts'

/** Every call of the contract and who answers it. */
export const HANDLERS: Handlers = {
  ...libraryHandlers,
  ...settingsHandlers,
  ...spotHandlers,
  ...postmortemHandlers,
  ...templateHandlers,
  ...themeHandlers,
  ...fontHandlers,
  ...publicationHandlers,
  ...translationHandlers,
  ...historyHandlers,
  ...assetHandlers,
  ...checkHandlers,
  ...previewHandlers,
  ...exportHandlers,
  ...exportPictureHandlers,
  ...exchangeHandlers,
  ...publishHandlers,
  ...importHandlers,
  ...memoryHandlers,
  ...termHandlers,
  ...serviceHandlers,
  ...sampleHandlers,
  ...hostHandlers,
}
