/**
 * Tells whether text that is not valid JSON was cut short: it ends inside a string, or with a bracket still open and none
 * closed wrongly. O(length).
 */
export function isJsonCut(text: string): boolean {
  const open: string[] = []
  let isInString = false
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string
    if (isInString) {
      if (c === '\\') i++
      else if (c === '"') isInString = false
    } else if (c === '"') isInString = true
    else if (c === '{') open.push('}')
    else if (c === '[') open.push(']')
    else if ((c === '}' || c === ']') && open.pop() !== c) return false
  }
  return isInString || open.length > 0
}

export type Parsed = { readonly value: unknown } | { readonly cut: boolean; readonly reason: string }

/** Parses JSON; never throws. `reason` is the parser's own words, on one line. */
export function parseJson(text: string): Parsed {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch (cause) {
    const reason = (cause instanceof Error ? cause.message : String(cause)).replace(/\s+/g, ' ')
    return { cut: isJsonCut(text), reason: reason.length > 120 ? `${reason.slice(0, 119)}…` : reason }
  }
}

export const isObject = (value: unknown): value is { readonly [field: string]: unknown } => typeof value === 'object' && value !== null && !Array.isArray(value)
