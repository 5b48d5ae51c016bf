import { resolve } from 'node:path'
import { ok } from '../../../model/errors/result.ts'
import { verifyRelease } from '../../app/verify.ts'
import type { Command } from '../command.ts'

export const verifyCommand: Command = {
  synopsis: ['verify DIR'],
  takes: ['DIR'],
  options: [],
  withoutLibrary: true,
  async run({ args, words }) {
    const verified = await verifyRelease(resolve(args[0]!))
    if (!verified.ok) return verified
    const { manifest, changed, missing, extra } = verified.value
    const lines = [
      ...changed.map((file) => words.t('verify.changed', { file })),
      ...missing.map((file) => words.t('verify.missing', { file })),
      ...extra.map((file) => words.t('verify.extra', { file })),
    ]
    const { release, number, at, audience } = manifest
    const found = lines.length > 0
    return ok({
      data: { release, number, at, audience, changed, missing, extra },
      lines: found ? lines : [words.t('verify.fine', { number, at })],
      found,
    })
  },
}
