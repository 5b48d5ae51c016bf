import type audience from '../../locales/en/interface/audience.json'
import type blocks from '../../locales/en/interface/blocks.json'
import type bubble from '../../locales/en/interface/bubble.json'
import type checks from '../../locales/en/interface/checks.json'
import type commands from '../../locales/en/interface/commands.json'
import type comments from '../../locales/en/interface/comments.json'
import type common from '../../locales/en/interface/common.json'
import type editor from '../../locales/en/interface/editor.json'
import type entries from '../../locales/en/interface/entries.json'
import type errors from '../../locales/en/interface/errors.json'
import type exchange from '../../locales/en/interface/exchange.json'
import type figure from '../../locales/en/interface/figure.json'
import type history from '../../locales/en/interface/history.json'
import type find from '../../locales/en/interface/find.json'
import type library from '../../locales/en/interface/library.json'
import type measure from '../../locales/en/interface/measure.json'
import type ownTemplate from '../../locales/en/interface/own-template.json'
import type ownWords from '../../locales/en/interface/own-words.json'
import type memory from '../../locales/en/interface/memory.json'
import type notes from '../../locales/en/interface/notes.json'
import type publish from '../../locales/en/interface/publish.json'
import type quality from '../../locales/en/interface/quality.json'
import type readers from '../../locales/en/interface/readers.json'
import type service from '../../locales/en/interface/service.json'
import type settings from '../../locales/en/interface/settings.json'
import type spelling from '../../locales/en/interface/spelling.json'
import type template from '../../locales/en/interface/template.json'
import type theme from '../../locales/en/interface/theme.json'
import type terms from '../../locales/en/interface/terms.json'
import type timeline from '../../locales/en/interface/timeline.json'
import type translate from '../../locales/en/interface/translate.json'
import type windows from '../../locales/en/interface/windows.json'
import type write from '../../locales/en/interface/write.json'

// One line a namespace: a key that is not in the English words is a type error.
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: {
      audience: typeof audience
      blocks: typeof blocks
      bubble: typeof bubble
      checks: typeof checks
      commands: typeof commands
      comments: typeof comments
      common: typeof common
      editor: typeof editor
      entries: typeof entries
      errors: typeof errors
      exchange: typeof exchange
      figure: typeof figure
      history: typeof history
      find: typeof find
      library: typeof library
      measure: typeof measure
      memory: typeof memory
      notes: typeof notes
      'own-template': typeof ownTemplate
      'own-words': typeof ownWords
      publish: typeof publish
      quality: typeof quality
      readers: typeof readers
      service: typeof service
      settings: typeof settings
      spelling: typeof spelling
      template: typeof template
      theme: typeof theme
      terms: typeof terms
      timeline: typeof timeline
      translate: typeof translate
      windows: typeof windows
      write: typeof write
    }
  }
}
