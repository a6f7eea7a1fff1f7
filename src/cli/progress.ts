import type { TextStream } from './surroundings.ts'

/** A line on standard error that shows how far long work has come, and is gone when it ends. */
export interface Progress {
  /** `share` is 0–1, or null when the whole is not known. */
  readonly show: (share: number | null, words: string) => void
  /** Takes the line off the screen, so that something else can be written. */
  readonly clear: () => void
}

const WIDTH = 24
/** In milliseconds: work shorter than the delay shows nothing, and no more than ten lines a second are drawn. */
const DELAY = 700
const INTERVAL = 100

const silent: Progress = { show: () => {}, clear: () => {} }

/**
 * Draws on a terminal only; anywhere else, and without a stream, it stays silent.
 * @param now milliseconds of a clock that only goes forward
 */
export function createProgress(stream: TextStream | null, now: () => number = () => performance.now()): Progress {
  if (stream?.isTTY !== true) return silent
  const begun = now()
  let last = 0
  let isShown = false
  return {
    show: (share, words) => {
      const time = now()
      if (time - begun < DELAY || time - last < INTERVAL) return
      last = time
      isShown = true
      const filled = share === null ? 0 : Math.round(Math.min(1, share) * WIDTH)
      const bar = share === null ? '' : `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${Math.floor(Math.min(1, share) * 100)} % `
      stream.write(`\r\u001b[2K${bar}${words}`)
    },
    clear: () => {
      if (isShown) stream.write('\r\u001b[2K')
      isShown = false
    },
  }
}
