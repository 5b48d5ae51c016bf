import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The package that has veraPDF's library in it. */
const JAR = join(
  import.meta.dirname,
  '../../node_modules/@opendataloader/pdf/lib/opendataloader-pdf-cli.jar',
)
/** Where Debian keeps JAXB (libjaxb-java), which reads veraPDF's rules and is not in newer Javas. */
const SYSTEM_JARS = '/usr/share/java'
const JAXB = /^(?:jaxb-|istack-commons-|txw2|javax\.activation|FastInfoset|stax-ex).*\.jar$/

const systemJars = (): string[] =>
  existsSync(SYSTEM_JARS)
    ? readdirSync(SYSTEM_JARS)
        .filter((file) => JAXB.test(file))
        .map((file) => join(SYSTEM_JARS, file))
    : []

const run = (given: readonly string[]) =>
  spawnSync(
    'java',
    [
      '-cp',
      [JAR, ...systemJars()].join(delimiter),
      join(import.meta.dirname, 'Conformance.java'),
      ...given,
    ],
    { encoding: 'utf8' },
  )

/** Whether veraPDF can be asked. Where it cannot, its tests are skipped, and this says so. */
export function hasVeraPdf(): boolean {
  const { error, status } = spawnSync('java', ['--version'], { stdio: 'ignore' })
  const java = error === undefined && status === 0
  const jaxb = systemJars().some((file) => /\/jaxb-/.test(file))
  if (!java || !jaxb)
    process.stderr.write(
      `\nSKIPPED: ${java ? 'JAXB (libjaxb-java)' : 'Java (default-jdk-headless)'} is not installed, so veraPDF does not look at our PDFs here.\n`,
    )
  return java && jaxb
}

/** What veraPDF finds: one line for each file and one for each broken rule. `flavour`: `ua1` (PDF/UA-1), `3a` (PDF/A-3a). */
export function verdicts(flavour: 'ua1' | '3a', files: readonly string[]): string[] {
  const { stdout, stderr, status } = run([flavour, ...files])
  if (status !== 0) throw new Error(`veraPDF: ${stderr}${stdout}`)
  return stdout.trim().split('\n')
}
