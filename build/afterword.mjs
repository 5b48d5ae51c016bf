#!/usr/bin/env node
// The command `afterword` of a checkout. Plain JavaScript that an old Node can read: it finds the Node that the
// program needs and hands over.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { findNode, isRecent } from './node.mjs'
import { say } from './words.mjs'

const file = fileURLToPath(import.meta.url)
const program = join(file, '../../dist/cli/cli.mjs')

if (!existsSync(program)) {
  say('notBuilt')
  process.exit(2)
} else if (isRecent(process.versions.node)) {
  await import(pathToFileURL(program).href)
} else {
  const node = findNode()
  if (node === undefined) {
    say('nodeMissing', { version: process.versions.node })
    process.exit(2)
  }
  const { status, signal } = spawnSync(node, [program, ...process.argv.slice(2)], {
    stdio: 'inherit',
  })
  if (signal !== null) process.kill(process.pid, signal)
  process.exit(status ?? 1)
}
