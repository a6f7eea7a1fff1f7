#!/usr/bin/env node
import { exits } from './exit-codes.ts'
import { run } from './program.ts'
import { processSurroundings } from './surroundings.ts'

// A reader that has seen enough (`| head`) closes the pipe: that is no mistake.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? exits.done : exits.nothing))

const exit = await run(process.argv.slice(2), processSurroundings())
process.exitCode = exit
// Standard input may still be open after Ctrl-C and would keep the process waiting.
if (exit === exits.interrupted) process.stdout.write('', () => process.exit(exit))
