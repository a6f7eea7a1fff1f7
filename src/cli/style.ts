import type { TextStream } from './surroundings.ts'

/** How words stand out in the output for people. */
export interface Style {
  readonly strong: (text: string) => string
  readonly faint: (text: string) => string
  readonly name: (text: string) => string
  readonly quoted: (text: string) => string
  readonly warning: (text: string) => string
  /** Keeps text of its own direction apart from the line it stands in. */
  readonly isolate: (text: string) => string
}

const paint = (open: number, close: number) => (text: string) => `\u001b[${open}m${text}\u001b[${close}m`
const same = (text: string) => text

/** First strong isolate and pop directional isolate (Unicode Standard Annex 9). */
export const isolateText = (text: string): string => `\u2068${text}\u2069`

/** A style with or without colour, and with or without isolates. */
export const createStyle = (isColoured: boolean, isIsolating: boolean): Style => ({
  strong: isColoured ? paint(1, 22) : same,
  faint: isColoured ? paint(2, 22) : same,
  name: isColoured ? paint(36, 39) : same,
  quoted: isColoured ? paint(32, 39) : same,
  warning: isColoured ? paint(33, 39) : same,
  isolate: isIsolating ? isolateText : same,
})

/**
 * Decides on colour for one stream: `--color` and `--no-color` first, then NO_COLOR, then whether it is a terminal that has
 * colours.
 */
export function isColoured(stated: boolean | undefined, stream: TextStream, env: { readonly [name: string]: string | undefined }): boolean {
  if (stated !== undefined) return stated
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false
  return stream.isTTY === true && env.TERM !== 'dumb' && (stream.hasColors?.() ?? true)
}
