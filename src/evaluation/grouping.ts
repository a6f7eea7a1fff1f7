import { formsOf, isSameActor, sharesForm } from './names.ts'
import { pairUp } from './pair.ts'
import { actorOf, sentenceAt, sentenceStarts, type Annotated, type AnnotatedActor, type Share } from './score.ts'

/** Sums of B³ over mentions: each mention's own precision and recall added up, and how many mentions were counted. */
export interface GroupingCount {
  readonly precision: number
  readonly recall: number
  /** Gold mentions that some actor of the system has. */
  readonly found: number
  /** All gold mentions. */
  readonly mentions: number
}

/**
 * How well the system puts an actor's forms together, by B³ (Bagga and Baldwin 1998). A mention is one written form (name or
 * alias, folded) of one gold actor. Its system group is the actor that has this form; where several have it, the one that
 * shares most forms with the gold actor. A form that no system actor has counts as missed in the recall, and not at all in
 * the precision; the system's further forms and actors are not looked at, as the gold holds only actors that take part.
 */
export function groupMentions(gold: readonly AnnotatedActor[], system: readonly AnnotatedActor[]): GroupingCount {
  const systemForms = system.map((actor) => new Set(formsOf(actor)))
  const mentions: { actor: number; group: number }[] = []
  gold.forEach((actor, i) => {
    const forms = [...new Set(formsOf(actor))]
    for (const form of forms) {
      let group = -1
      let most = 0
      systemForms.forEach((candidate, j) => {
        if (!candidate.has(form)) return
        const shared = forms.filter((other) => candidate.has(other)).length
        if (shared > most) [group, most] = [j, shared]
      })
      mentions.push({ actor: i, group })
    }
  })
  let precision = 0
  let recall = 0
  const found = mentions.filter(({ group }) => group >= 0)
  for (const { actor, group } of found) {
    const both = found.filter((other) => other.actor === actor && other.group === group).length
    precision += both / found.filter((other) => other.group === group).length
    recall += both / mentions.filter((other) => other.actor === actor).length
  }
  return { precision, recall, found: found.length, mentions: mentions.length }
}

/** Gold actors paired one to one with the system's, a shared form before shared words; `right` have the same kind. */
export function compareKinds(
  gold: readonly AnnotatedActor[],
  system: readonly AnnotatedActor[],
): Share & { readonly wrong: [AnnotatedActor, AnnotatedActor][] } {
  const { pairs } = pairUp(gold, system, (g, s) => (sharesForm(g, s) ? 2 : isSameActor(g, s) ? 1 : 0))
  const wrong = pairs.filter(([g, s]) => g.kind !== s.kind).map(([g, s]): [AnnotatedActor, AnnotatedActor] => [g, s])
  return { right: pairs.length - wrong.length, of: pairs.length, wrong }
}

/** Sentences in which the gold has no event, and how many events the system has in them. */
export interface QuietCount {
  readonly sentences: number
  readonly events: number
}

/** Counts the events that the system finds in sentences (as the measures divide them) where the gold has none. */
export function countQuietEvents(gold: Annotated, system: Annotated): QuietCount {
  const starts = sentenceStarts(gold.text)
  const busy = new Set(gold.events.map(({ trigger }) => sentenceAt(starts, trigger[0])))
  const sentences = starts.filter((start, i) => !busy.has(i) && gold.text.slice(start, starts[i + 1]).trim() !== '').length
  return { sentences, events: system.events.filter(({ trigger }) => !busy.has(sentenceAt(starts, trigger[0]))).length }
}

/** The name of an actor, or null where the record has none of that id. */
export const nameOf = (record: Annotated, id: string | null): string | null => actorOf(record, id)?.name ?? null
