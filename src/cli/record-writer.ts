import type { Messages } from '../messages/en.ts'
import type { Record } from '../record.ts'
import type { OutputFormat } from './output-formats.ts'
import type { Style } from './style.ts'
import { formatRecord } from './text-format.ts'

/** Turns records into the text of one output, one by one, so that the first is written before the last is read. */
export interface RecordWriter {
  readonly write: (record: Record) => string
  /** What closes the output; an output without records is whole too. */
  readonly end: () => string
}

/** A writer of `format`. `json` is one array, `jsonl` one record a line, `text` for people. */
export function createRecordWriter(format: OutputFormat, messages: Messages, style: Style): RecordWriter {
  let written = 0
  switch (format) {
    case 'jsonl':
      return { write: (record) => `${JSON.stringify(record)}\n`, end: () => '' }
    case 'json':
      return {
        write: (record) => `${written++ === 0 ? '[\n' : ',\n'}${JSON.stringify(record, null, 2).replace(/^/gm, '  ')}`,
        end: () => (written === 0 ? '[]\n' : '\n]\n'),
      }
    case 'text':
      return {
        write: (record) => `${written++ === 0 ? '' : `\n${style.faint('─'.repeat(40))}\n\n`}${formatRecord(record, messages, style)}`,
        end: () => '',
      }
  }
}
