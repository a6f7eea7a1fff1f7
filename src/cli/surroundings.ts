/** A stream of text going out; `columns` and colours are known on a terminal only. */
export interface TextStream {
  readonly isTTY?: boolean
  readonly columns?: number
  hasColors?(count?: number): boolean
  write(text: string, done?: (error?: Error | null) => void): boolean
  once(event: 'drain', listener: () => void): unknown
}

/** All that the command line touches of the process, so that tests can stand in for it. */
export interface Surroundings {
  readonly env: { readonly [name: string]: string | undefined }
  readonly stdin: AsyncIterable<Uint8Array> & { readonly isTTY?: boolean }
  readonly stdout: TextStream
  readonly stderr: TextStream
  /** Calls the listener at the first Ctrl-C; the answer takes it off again. */
  readonly onInterrupt: (listener: () => void) => () => void
}

/** The surroundings of this very process. A second Ctrl-C ends it at once. */
export const processSurroundings = (): Surroundings => ({
  env: process.env,
  // A getter, since touching process.stdin opens it.
  get stdin() {
    return process.stdin as unknown as Surroundings['stdin']
  },
  stdout: process.stdout,
  stderr: process.stderr,
  onInterrupt: (listener) => {
    process.once('SIGINT', listener)
    return () => process.removeListener('SIGINT', listener)
  },
})
