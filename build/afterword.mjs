#!/usr/bin/env node
// The command `afterword` of a checkout. Plain JavaScript that an old Node can read: it finds the Node that the
// program needs and hands over.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { findNode, handOver, isRecent } from './node.mjs'
import { say } from './words.mjs'

const program = join(fileURLToPath(import.meta.url), '../../dist/cli/cli.mjs')
const node = findNode()

if (!existsSync(program)) {
  say('notBuilt')
  process.exit(2)
} else if (node === undefined) {
  say('nodeMissing', { version: process.versions.node })
  process.exit(2)
} else if (isRecent(process.versions.node)) {
  await import(pathToFileURL(program).href)
} else {
  handOver(node, [program, ...process.argv.slice(2)])
}
