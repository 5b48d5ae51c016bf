import { AUDIENCES } from '../document/audience.ts'
import { ENTRY_KINDS } from '../document/entry.ts'
import { SECTION_KINDS } from '../document/section.ts'
import type { Keyboard } from './shortcut.ts'

/** Under what a command stands in the sheet of shortcuts. */
export const CATEGORIES = [
  'general',
  'go',
  'edit',
  'text',
  'block',
  'structure',
  'translate',
  'publish',
] as const
export type Category = (typeof CATEGORIES)[number]

/**
 * Where a shortcut is heard. The inner place comes first: in a text, a key of the text is not one of the app.
 * `text` and `block`: while a text is edited, and one of blocks; `unit`: in a row of Translate; `row`: on a row of the library.
 */
export const SCOPES = ['app', 'text', 'block', 'unit', 'row'] as const
export type Scope = (typeof SCOPES)[number]

export interface CommandSpec {
  readonly category: Category
  readonly scope: Scope
  /** The first is the one that is shown. */
  readonly keys?: readonly string[]
  /** Where a Mac has others. */
  readonly mac?: readonly string[]
  /** What means the same when it is typed into a text. */
  readonly typed?: string
  /** The arrows left and right change places where the interface runs from right to left. */
  readonly mirrors?: true
  /** It stands in the menu. */
  readonly menu?: true
  /** One command for each of these. */
  readonly variants?: readonly string[]
}

/** Every command of the window, once: what the menu, the toolbars, the palette and the sheet show, and every key. */
export const COMMANDS = {
  palette: { category: 'general', scope: 'app', keys: ['Mod+Shift+P', 'Mod+K'], menu: true },
  shortcuts: {
    category: 'general',
    scope: 'app',
    keys: ['Mod+/', 'F1'],
    mac: ['Mod+/'],
    menu: true,
  },
  new: { category: 'general', scope: 'app', keys: ['Mod+N'], menu: true },
  newWindow: { category: 'general', scope: 'app', keys: ['Mod+Shift+N'], menu: true },
  import: { category: 'general', scope: 'app', keys: ['Mod+O'], menu: true },
  sample: { category: 'general', scope: 'app', menu: true },
  settings: { category: 'general', scope: 'app', keys: ['Mod+,'], menu: true },
  services: { category: 'general', scope: 'app' },
  save: { category: 'general', scope: 'app', keys: ['Mod+S'], menu: true },
  nameVersion: { category: 'general', scope: 'app', keys: ['Mod+Shift+S'], menu: true },
  focus: { category: 'general', scope: 'app', keys: ['Mod+Shift+M'], menu: true },
  typewriter: { category: 'general', scope: 'app' },
  terms: {
    category: 'general',
    scope: 'app',
    keys: ['Mod+Alt+Shift+G'],
    mac: ['Mod+Alt+G'],
    menu: true,
  },
  remove: { category: 'general', scope: 'row', keys: ['Delete'] },

  library: { category: 'go', scope: 'app', keys: ['Mod+Shift+L'], menu: true },
  write: { category: 'go', scope: 'app', keys: ['Alt+1'], mac: ['Mod+1'], menu: true },
  translate: { category: 'go', scope: 'app', keys: ['Alt+2'], mac: ['Mod+2'], menu: true },
  publish: { category: 'go', scope: 'app', keys: ['Alt+3'], mac: ['Mod+3'], menu: true },
  history: { category: 'go', scope: 'app', keys: ['Alt+4'], mac: ['Mod+4'], menu: true },
  readAs: { category: 'go', scope: 'app', keys: ['Mod+Shift+D'] },
  // On a Mac, Option and an arrow move the caret by words.
  back: {
    category: 'go',
    scope: 'app',
    keys: ['Alt+ArrowLeft'],
    mac: ['Mod+['],
    mirrors: true,
    menu: true,
  },
  forward: {
    category: 'go',
    scope: 'app',
    keys: ['Alt+ArrowRight'],
    mac: ['Mod+]'],
    mirrors: true,
    menu: true,
  },
  goTo: { category: 'go', scope: 'app', keys: ['Mod+Shift+O'], menu: true },
  nextPart: { category: 'go', scope: 'app', keys: ['F6'] },
  previousPart: { category: 'go', scope: 'app', keys: ['Shift+F6'] },
  // As in CKEditor and TinyMCE, and so in most web editors.
  toolbar: { category: 'go', scope: 'app', keys: ['Alt+F10'] },
  nextProblem: { category: 'go', scope: 'app', keys: ['F8'] },
  previousProblem: { category: 'go', scope: 'app', keys: ['Shift+F8'] },
  nextSection: { category: 'go', scope: 'app', keys: ['Alt+PageDown'] },
  previousSection: { category: 'go', scope: 'app', keys: ['Alt+PageUp'] },

  undo: { category: 'edit', scope: 'app', keys: ['Mod+Z'], menu: true },
  redo: {
    category: 'edit',
    scope: 'app',
    keys: ['Mod+Y', 'Mod+Shift+Z'],
    mac: ['Mod+Shift+Z'],
    menu: true,
  },
  find: { category: 'edit', scope: 'app', keys: ['Mod+F'], menu: true },
  // With the Command key, H hides the app.
  replace: {
    category: 'edit',
    scope: 'app',
    keys: ['Mod+H'],
    mac: ['Mod+Alt+F'],
    menu: true,
  },
  spelling: { category: 'edit', scope: 'app', keys: ['F7'], menu: true },

  bold: { category: 'text', scope: 'text', keys: ['Mod+B'], typed: '**…**' },
  italic: { category: 'text', scope: 'text', keys: ['Mod+I'], typed: '*…*' },
  strikethrough: { category: 'text', scope: 'text', keys: ['Mod+Shift+X'], typed: '~~…~~' },
  code: { category: 'text', scope: 'text', keys: ['Mod+E'], typed: '`…`' },
  link: { category: 'text', scope: 'text', keys: ['Mod+K'], typed: '[…](…)' },
  fact: { category: 'text', scope: 'text', keys: ['Mod+Shift+F'] },
  footnote: { category: 'text', scope: 'text', keys: ['Mod+Alt+Shift+F'] },
  internal: { category: 'text', scope: 'text', keys: ['Mod+Shift+I'] },
  pastePlain: { category: 'text', scope: 'text', keys: ['Mod+Shift+V'] },

  paragraph: { category: 'block', scope: 'block', keys: ['Mod+Alt+0'] },
  heading1: { category: 'block', scope: 'block', keys: ['Mod+Alt+1'], typed: '#' },
  heading2: { category: 'block', scope: 'block', keys: ['Mod+Alt+2'], typed: '##' },
  heading3: { category: 'block', scope: 'block', keys: ['Mod+Alt+3'], typed: '###' },
  bullet: { category: 'block', scope: 'block', keys: ['Mod+Shift+8'], typed: '-' },
  number: { category: 'block', scope: 'block', keys: ['Mod+Shift+7'], typed: '1.' },
  quote: { category: 'block', scope: 'block', keys: ['Mod+Shift+9'], typed: '>' },
  codeBlock: { category: 'block', scope: 'block', typed: '```' },
  note: { category: 'block', scope: 'block', typed: '[!note]' },
  important: { category: 'block', scope: 'block', typed: '[!important]' },
  warning: { category: 'block', scope: 'block', typed: '[!warning]' },
  table: { category: 'block', scope: 'block' },
  rule: { category: 'block', scope: 'block' },

  insertAny: { category: 'block', scope: 'block', typed: '/' },

  addEntry: { category: 'structure', scope: 'app', variants: ENTRY_KINDS },
  addSection: { category: 'structure', scope: 'app', variants: SECTION_KINDS },
  // With the Option key alone the arrows go from paragraph to paragraph.
  moveUp: {
    category: 'structure',
    scope: 'app',
    keys: ['Alt+ArrowUp'],
    mac: ['Mod+Alt+ArrowUp'],
  },
  moveDown: {
    category: 'structure',
    scope: 'app',
    keys: ['Alt+ArrowDown'],
    mac: ['Mod+Alt+ArrowDown'],
  },
  duplicate: { category: 'structure', scope: 'app', keys: ['Mod+D'] },
  sectionUp: { category: 'structure', scope: 'app', keys: ['Alt+Shift+ArrowUp'] },
  sectionDown: { category: 'structure', scope: 'app', keys: ['Alt+Shift+ArrowDown'] },
  mark: { category: 'structure', scope: 'app', variants: AUDIENCES },
  markSection: { category: 'structure', scope: 'app', variants: AUDIENCES },

  addLanguage: { category: 'translate', scope: 'app' },
  confirm: { category: 'translate', scope: 'unit', keys: ['Mod+Enter'] },
  review: { category: 'translate', scope: 'unit', keys: ['Mod+Shift+Enter'] },
  approve: { category: 'translate', scope: 'unit', keys: ['Mod+Alt+Shift+Enter'] },
  // Word and Google Docs have Ctrl+Alt+M, which types a character on some keyboards.
  comment: {
    category: 'translate',
    scope: 'unit',
    keys: ['Mod+Alt+Shift+M'],
    mac: ['Mod+Alt+M'],
  },
  reject: { category: 'translate', scope: 'unit', keys: ['Shift+F2'] },
  reopen: { category: 'translate', scope: 'unit', keys: ['F2'] },
  copySource: { category: 'translate', scope: 'unit', keys: ['Mod+Alt+Enter'] },
  keepStale: { category: 'translate', scope: 'unit', keys: ['F4'] },
  nextOpen: { category: 'translate', scope: 'unit', keys: ['F9'] },
  // On a Mac, Command and a digit change the view.
  insertMatch: {
    category: 'translate',
    scope: 'unit',
    keys: ['Mod+1', 'Mod+2', 'Mod+3', 'Mod+4', 'Mod+5', 'Mod+6', 'Mod+7', 'Mod+8', 'Mod+9'],
    mac: ['Ctrl+1', 'Ctrl+2', 'Ctrl+3', 'Ctrl+4', 'Ctrl+5', 'Ctrl+6', 'Ctrl+7', 'Ctrl+8', 'Ctrl+9'],
  },
  mend: { category: 'translate', scope: 'unit', keys: ['Alt+Enter'] },
  setAside: { category: 'translate', scope: 'unit', keys: ['Alt+Shift+Enter'] },
  asides: { category: 'translate', scope: 'app' },
  rules: { category: 'translate', scope: 'app' },
  // On many keyboards Shift makes another sign of the key.
  // On a Mac, Option and a digit type a character.
  insertTerm: {
    category: 'translate',
    scope: 'unit',
    keys: [1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => `Alt+Shift+${digit}`),
    mac: [1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => `Ctrl+Shift+${digit}`),
  },
  addTerm: {
    category: 'translate',
    scope: 'unit',
    keys: ['Mod+Alt+Shift+D'],
    mac: ['Mod+Alt+T'],
  },
  insertCode: { category: 'translate', scope: 'unit', keys: ['Mod+Shift+.', 'Mod+Shift+>'] },
  counts: {
    category: 'translate',
    scope: 'app',
    keys: ['Mod+Alt+Shift+C'],
    mac: ['Mod+Alt+C'],
  },
  changedSince: {
    category: 'translate',
    scope: 'app',
    keys: ['Mod+Alt+Shift+S'],
    mac: ['Mod+Alt+S'],
  },
  goToUnit: { category: 'translate', scope: 'app', keys: ['Mod+G'] },
  nextUnit: { category: 'translate', scope: 'unit', keys: ['Alt+ArrowDown'] },
  previousUnit: { category: 'translate', scope: 'unit', keys: ['Alt+ArrowUp'] },

  suggest: { category: 'translate', scope: 'app', keys: ['Mod+Alt+Shift+T'] },
  translateOpen: { category: 'translate', scope: 'app' },
  proofread: { category: 'translate', scope: 'app' },
  proofreadSource: { category: 'translate', scope: 'app' },
  concordance: {
    category: 'translate',
    scope: 'app',
    keys: ['Mod+Alt+Shift+K'],
    mac: ['Mod+Alt+K'],
  },
  repeat: { category: 'translate', scope: 'app', keys: ['Mod+Alt+Shift+R'] },
  pretranslate: { category: 'translate', scope: 'app' },
  memoryFiles: { category: 'translate', scope: 'app' },
  pseudo: { category: 'translate', scope: 'app' },
  removePseudo: { category: 'translate', scope: 'app' },

  publishAll: { category: 'publish', scope: 'app' },
  export: { category: 'publish', scope: 'app', variants: ['html', 'pdf', 'docx', 'md'] },
} as const satisfies Readonly<Record<string, CommandSpec>>

export type CommandId = keyof typeof COMMANDS
export const COMMAND_IDS = Object.keys(COMMANDS) as CommandId[]

/** What is known of a command, with what it leaves out. */
export const specOf = (id: CommandId): CommandSpec => COMMANDS[id]

const SWAPPED: Readonly<Record<string, string>> = {
  ArrowLeft: 'ArrowRight',
  ArrowRight: 'ArrowLeft',
}

/** The shortcuts of a command on a keyboard, the one to show first. */
export function shortcutsOf(id: CommandId, { mac, rtl }: Keyboard): readonly string[] {
  const { keys = [], mac: onMac = keys, mirrors } = specOf(id)
  const all = mac ? onMac : keys
  if (!mirrors || !rtl) return all
  return all.map((text) => text.replace(/Arrow(Left|Right)$/, (arrow) => SWAPPED[arrow] ?? arrow))
}

/** Commands of the application menu, which the window carries out. */
export type MenuCommand = {
  [Id in CommandId]: (typeof COMMANDS)[Id] extends { readonly menu: true } ? Id : never
}[CommandId]
export const MENU_COMMANDS = COMMAND_IDS.filter(
  (id): id is MenuCommand => specOf(id).menu !== undefined,
)
