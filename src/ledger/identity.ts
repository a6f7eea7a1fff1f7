import { createHash } from 'node:crypto'
import { fold } from '../fold.ts'
import type { Actor, Report } from '../record.ts'
import { storable } from './packing.ts'

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** Parts of an address that name the same page: the fragment, the scheme, `www.`, a last slash, parameters of campaigns. */
function plainUrl(url: string): string {
  try {
    const parsed = new URL(url)
    for (const name of [...parsed.searchParams.keys()]) if (/^(?:utm_|fbclid$|gclid$)/.test(name)) parsed.searchParams.delete(name)
    return `${parsed.host.replace(/^www\./, '')}${parsed.pathname.replace(/\/$/, '')}${parsed.search}`
  } catch {
    return url
  }
}

/** What makes two texts the same report: the address where there is one, else the outlet and the report's own id. */
export const identityOf = (report: Report): string => (report.url ? `url ${plainUrl(report.url)}` : `id ${JSON.stringify([report.outlet, report.id])}`)

/** What makes two texts the same version: outlet, date, title and text, as columns hold them. */
export const hashOf = ({ outlet, published, title, text }: Report): string =>
  sha256(JSON.stringify([outlet, published, title, text].map((field) => (field === null ? null : storable(field)))))

/**
 * The ledger-wide id of an actor of one report: the catalogue's, where the report's words decide it; a full name's own; and
 * for those whose words could mean another in the next report (a role, a bare surname, a source without a name) one of this
 * report only, which a person may merge.
 */
export function actorIdOf(actor: Actor, identity: string): string {
  if (actor.catalogue !== null) return storable(actor.catalogue)
  const name = storable(fold(actor.name).trim())
  const words = name.split(/\s+/).length
  const isNamed = actor.mentions.some(({ form }) => form === 'name')
  const isOne = actor.kind === 'person' ? isNamed && words >= 2 : actor.kind !== 'anonymous' && actor.kind !== 'collective' && (isNamed || words >= 3)
  return isOne ? `${actor.kind}:${name.replace(/\s+/g, '-')}` : `${actor.kind}:${name.replace(/\s+/g, '-')}@${sha256(identity).slice(0, 12)}`
}
