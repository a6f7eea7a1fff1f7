/** How records are printed: for people, as one JSON array, or as one JSON object a line. */
export const outputFormats = ['text', 'json', 'jsonl'] as const
export type OutputFormat = (typeof outputFormats)[number]

/** The format that the ending of an output file asks for. */
export const formatOfFile = (file: string | null): OutputFormat | null =>
  file === null ? null : /\.(?:jsonl|ndjson)$/i.test(file) ? 'jsonl' : /\.json$/i.test(file) ? 'json' : null
