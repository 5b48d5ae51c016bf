import { run } from './run.ts'

/** A reader that has seen enough (`afterword list | head -1`) closes the pipe: that is no failure. */
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })

// The code is set and not forced: what was written must still reach a slow pipe.
process.exitCode = await run(process.argv.slice(2), {
  print: (line) => void process.stdout.write(`${line}\n`),
  say: (line) => void process.stderr.write(`${line}\n`),
})
