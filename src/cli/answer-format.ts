import type { Change } from '../answers/changes.ts'
import type { Denial } from '../answers/denials.ts'
import type { Disagreement } from '../answers/disagreements.ts'
import type { ActorFacts, Evidence } from '../answers/evidence.ts'
import type { EventAnswer } from '../answers/events.ts'
import type { Plan } from '../answers/plans.ts'
import type { PositionAnswer } from '../answers/positions.ts'
import type { Side } from '../answers/sides.ts'
import type { StatementAnswer } from '../answers/statements.ts'
import type { Verification } from '../answers/verify.ts'
import type { CountedActor } from '../ledger/queries/actors.ts'
import type { ListedCorrection } from '../ledger/queries/corrections.ts'
import type { FoundReport } from '../ledger/queries/reports.ts'
import type { Messages } from '../messages/en.ts'
import type { Question } from './questions.ts'
import type { Style } from './style.ts'
import { showable } from './text-format.ts'

/** Writes answers for people: each with its report below it, quoted words on a line of their own. */
export interface AnswerFormat {
  readonly answer: (question: Question, item: unknown) => string
  readonly verification: (found: Verification) => string
}

export function createAnswerFormat(messages: Messages, style: Style): AnswerFormat {
  const { labels, ledger } = messages
  const text = (value: string) => style.isolate(showable(value))
  const nameOf = (actor: ActorFacts | null) => (actor === null ? labels.speakerUnknown : style.isolate(style.name(showable(actor.name))))
  const namesOf = (actors: readonly ActorFacts[]) => messages.list(actors.map(nameOf))
  const indent = (block: string) => block.replace(/^/gm, '  ')
  const quoted = (value: string) => style.quoted(`«${showable(value)}»`)
  const reportLine = ({ id, outlet, published, title, url }: Pick<FoundReport, 'id' | 'outlet' | 'published' | 'title' | 'url'>) =>
    style.faint(
      [
        text(id),
        outlet === null ? labels.noOutlet : text(outlet),
        published ?? labels.noDate,
        ...(title === null ? [] : [text(title)]),
        ...(url === null ? [] : [url]),
      ].join(' · '),
    )
  const foot = ({ id, report, state }: Evidence) => `  ${style.faint(`${id} · ${ledger.states[state]}`)}\n  ${reportLine(report)}`

  const statement = (item: StatementAnswer): string =>
    [
      `${nameOf(item.speaker)}${item.act === null ? '' : ` – ${messages.acts[item.act]}`}${item.addressee === null ? '' : ` – ${labels.to} ${nameOf(item.addressee)}`}`,
      `  ${quoted(item.quotation)}`,
      foot(item),
    ].join('\n')
  const event = (item: EventAnswer): string =>
    [
      `${style.strong(messages.events[item.type])} (${messages.statuses[item.status]}): ${text(item.words)}`,
      ...(item.actors.length === 0 ? [] : [`  ${labels.who}: ${namesOf(item.actors)}`]),
      ...(item.recipients.length === 0 ? [] : [`  ${labels.toWhom}: ${namesOf(item.recipients)}`]),
      ...(item.when === null ? [] : [`  ${labels.when}: ${item.when}`]),
      ...(item.where === null ? [] : [`  ${labels.where}: ${text(item.where)}`]),
      ...(item.claimant === null ? [] : [`  ${labels.claimedBy}: ${nameOf(item.claimant)}`]),
      `  ${quoted(item.sentence)}`,
      foot(item),
    ].join('\n')
  const position = (item: PositionAnswer): string =>
    [
      `${nameOf(item.holder)}: ${style.strong(messages.polarities[item.polarity])}${item.conditional ? ` (${labels.conditional})` : ''} ${quoted(item.target)}`,
      `  ${quoted(item.sentence)}`,
      foot(item),
    ].join('\n')
  const change = (item: Change): string => {
    const line = (side: StatementAnswer | PositionAnswer) => indent('polarity' in side ? position(side) : statement(side))
    return `${style.strong(ledger.changes[item.type])}\n  ${ledger.earlier}:\n${indent(line(item.earlier))}\n  ${ledger.later}:\n${indent(line(item.later))}`
  }
  const side = (item: Side): string => {
    const heading = { supports: ledger.supporters, opposes: ledger.opponents, divided: ledger.divided }[item.side]
    return [
      `${style.strong(heading)}: ${nameOf(item.holder)} (${item.supports} / ${item.opposes})`,
      ...item.latest.map((latest) => indent(position(latest))),
    ].join('\n')
  }
  const denial = (item: Denial): string =>
    [
      statement(item.denial),
      ...[...item.claims.map(statement), ...item.events.map(event)].map((claim) => `  ${ledger.claims}:\n${indent(indent(claim))}`),
    ].join('\n')
  const plan = (item: Plan): string =>
    [event(item.plan), `  → ${style.strong(ledger.outcomes[item.outcome])}`, ...item.evidence.map((told) => indent(indent(event(told))))].join('\n')
  const disagreement = ({ types, first, second }: Disagreement): string =>
    [style.strong(messages.list(types.map((type) => ledger.disagreements[type]))), indent(event(first)), indent(event(second))].join('\n')
  const actor = (item: CountedActor): string =>
    `${nameOf(item)}${item.latin === '' ? '' : ` – ${item.latin}`} (${messages.actorKinds[item.kind as keyof Messages['actorKinds']] ?? item.kind}) · ${ledger.reports(item.reports)}\n  ${style.faint(text(item.id))}`
  const correction = ({ id, made, person, why, deed, isActive }: ListedCorrection): string =>
    `${made} ${text(person)}: ${style.strong(deed.action)}${isActive || deed.action === 'undo' ? '' : ` (${ledger.undone})`}${why === null ? '' : ` – ${text(why)}`}\n  ${style.faint(id)}`

  return {
    answer: (question, item) => {
      switch (question) {
        case 'reports': {
          const report = item as FoundReport
          return `${report.key}  ${reportLine(report)}`
        }
        case 'statements':
          return statement(item as StatementAnswer)
        case 'events':
          return event(item as EventAnswer)
        case 'positions':
          return position(item as PositionAnswer)
        case 'changes':
          return change(item as Change)
        case 'sides':
          return side(item as Side)
        case 'denials':
          return denial(item as Denial)
        case 'plans':
          return plan(item as Plan)
        case 'disagreements':
          return disagreement(item as Disagreement)
        case 'actors':
          return actor(item as CountedActor)
        case 'corrections':
          return correction(item as ListedCorrection)
      }
    },
    verification: ({ verdict, statements, reports, near }) =>
      [
        style.strong(ledger.verdicts[verdict]),
        ...statements.map(statement),
        ...reports.map((report) => reportLine(report)),
        ...near.map(({ statement: found, difference }) => {
          const words = difference.map(({ kind, words }) =>
            kind === 'same' ? words : kind === 'asked' ? style.warning(`[-${words}-]`) : style.strong(`{+${words}+}`),
          )
          return `${statement(found)}\n  [-${ledger.asked}-] {+${ledger.recorded}+}\n  ${text(words.join(' '))}`
        }),
      ].join('\n\n'),
  }
}
