import type { Surroundings } from './surroundings.ts'

export const STOPPED = Symbol('stopped')

/** Ctrl-C as something that work can ask about and wait with. */
export interface Stop {
  readonly isStopped: () => boolean
  /** What comes first: the promise, or Ctrl-C. Nothing is kept of promises that came first, however many. */
  readonly race: <T>(promise: Promise<T>) => Promise<T | typeof STOPPED>
  readonly forget: () => void
}

export function listenForStop(surroundings: Surroundings): Stop {
  let isStopped = false
  let wake = () => {}
  const forget = surroundings.onInterrupt(() => {
    isStopped = true
    wake()
  })
  return {
    isStopped: () => isStopped,
    race: (promise) =>
      new Promise((resolve, reject) => {
        wake = () => resolve(STOPPED)
        if (isStopped) resolve(STOPPED)
        promise.then(resolve, reject)
      }),
    forget,
  }
}
