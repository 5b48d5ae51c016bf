// What goes into the installers. `npm run package` builds them for the system it runs on.
const fs = require('node:fs')
const path = require('node:path')

const locales = path.join(__dirname, '../locales')
/** Chromium's own strings, for the languages that the interface has; it needs American English in any case. */
const languages = fs
  .readdirSync(locales)
  .filter((tag) => fs.existsSync(path.join(locales, tag, 'interface')))

/** @type {import('electron-builder').Configuration} */
module.exports = {
  appId: 'org.afterword.desktop',
  productName: 'Afterword',
  executableName: 'afterword',
  copyright: 'Copyright © the Afterword authors',
  directories: { output: 'release', buildResources: 'build/icon' },
  files: [
    'package.json',
    'LICENSE',
    'NOTICE',
    'dist/{main,preload,memory,renderer,fonts}/**',
    '!**/*.map',
    // Of SQLite only the compiled library for the system at hand.
    '!node_modules/better-sqlite3/{deps,src,binding.gyp}',
    '!node_modules/better-sqlite3/prebuilds/!(${platform}-${arch}).node',
    '!node_modules/node-addon-api',
    '!node_modules/fontverter/testdata',
    // Node itself is only for development; Electron brings its own.
    '!**/node_modules/node-{linux,win,darwin}-*/**',
    '!**/node_modules/node-bin-darwin-*/**',
  ],
  asar: true,
  asarUnpack: ['node_modules/better-sqlite3/prebuilds/**'],
  npmRebuild: false,
  nodeGypRebuild: false,
  buildDependenciesFromSource: false,
  electronLanguages: ['en-US', ...languages],
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
  },
  publish: null,
  mac: {
    target: ['dmg'],
    category: 'public.app-category.productivity',
    icon: 'build/icon/icon.icns',
    hardenedRuntime: true,
  },
  win: { target: ['nsis'], icon: 'build/icon/icon.ico' },
  nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true },
  linux: {
    target: ['AppImage', 'deb'],
    category: 'Office',
    icon: 'build/icon',
    maintainer: 'Afterword',
    synopsis: 'Write, translate and publish the postmortem of a security incident',
  },
}
