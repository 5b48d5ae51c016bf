/**
 * The conformance suite of OASIS against our rules: `node test/exchange/xliff/suite.ts FOLDER`, where FOLDER is a checkout
 * of github.com/oasis-tcs/xliff-xliff-22. None of its files are ours, so none are here. Prints a line for each file, and
 * ends with 1 where an invalid one was accepted or a valid one refused.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decodeXml } from '../../../electron/exchange/xml/decode.ts'
import { parseXml } from '../../../electron/exchange/xml/parse.ts'
import { validate } from '../../../electron/exchange/xliff/validate.ts'

const [checkout = ''] = process.argv.slice(2)
/** Not well-formed, although it stands among the valid ones: it ends in the middle of its first unit's tags. */
const KNOWN = new Set(['Good-pgs_plural.xlf'])

/** Undefined where the file is valid. */
function refusal(path: string, name: string): string | undefined {
  const text = decodeXml({ name, bytes: new Uint8Array(readFileSync(path)) })
  if (!text.ok) return text.error.code
  const xml = parseXml(text.value, name)
  if (!xml.ok)
    return `XML line ${String(xml.error.params['line'])}: ${String(xml.error.params['why'])}`
  const [first] = validate(xml.value)
  return first && `line ${String(first.line)}: ${first.rule} at ${first.what}`
}

let wrong = 0
for (const version of ['xliff-21', 'xliff-22'])
  for (const part of ['core', 'modules'])
    for (const kind of ['invalid', 'valid']) {
      const folder = join(checkout, version, 'test-suite', part, kind)
      if (!existsSync(folder)) throw new Error(`No conformance suite in ${folder}`)
      const files = readdirSync(folder).filter((name) => name.endsWith('.xlf'))
      let right = 0
      for (const name of files) {
        const why = refusal(join(folder, name), name)
        const asSaid = (why === undefined) === (kind === 'valid')
        if (asSaid) right++
        else if (!KNOWN.has(name)) wrong++
        process.stdout.write(`${asSaid ? '' : '! '}${name}\t${why ?? 'valid'}\n`)
      }
      process.stdout.write(
        `${version} ${part} ${kind}: ${String(right)} of ${String(files.length)}\n\n`,
      )
    }
process.exitCode = wrong === 0 ? 0 : 1
