import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Record, Report } from '../record.ts'

/** What reading adds to a report. */
export type Layers = Omit<Record, keyof Report>

const pack = (value: unknown): Uint8Array => deflateRawSync(JSON.stringify(value), { level: 3 })
/** Drivers give bytes as Buffer, Uint8Array or ArrayBuffer. */
const unpack = (bytes: Uint8Array | ArrayBuffer): unknown => JSON.parse(inflateRawSync(new Uint8Array(bytes)).toString('utf8'))

const reportFields = ({ id, outlet, published, title, url, text }: Report): Report => ({ id, outlet, published, title, url, text })

/** The layers of a record as bytes; the report is stored beside them. */
export function packLayers(record: Record): Uint8Array {
  const { id: _id, outlet: _outlet, published: _published, title: _title, url: _url, text: _text, ...layers } = record
  return pack(layers)
}
export const unpackLayers = (bytes: Uint8Array): Layers => unpack(bytes) as Layers

export const packReport = (report: Report): Uint8Array => pack(reportFields(report))
export const unpackReport = (bytes: Uint8Array): Report => unpack(bytes) as Report

// biome-ignore lint/suspicious/noControlCharactersInRegex: U+0000 is what PostgreSQL refuses
const UNSTORABLE = /\u0000|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Text as a database column can hold it: lone surrogates and U+0000 become U+FFFD, so that every offset stays. */
export const storable = (text: string): string => text.replace(UNSTORABLE, '\ufffd')
const storableOrNull = (text: string | null): string | null => (text === null ? null : storable(text))

/** The report as columns hold it, and its exact bytes where these differ. */
export function storableReport(report: Report): { readonly columns: Report; readonly original: Uint8Array | null } {
  const columns: Report = {
    id: storable(report.id),
    outlet: storableOrNull(report.outlet),
    published: storableOrNull(report.published),
    title: storableOrNull(report.title),
    url: storableOrNull(report.url),
    text: storable(report.text),
  }
  const isSame = (Object.keys(columns) as (keyof Report)[]).every((field) => columns[field] === report[field])
  return { columns, original: isSame ? null : packReport(report) }
}
