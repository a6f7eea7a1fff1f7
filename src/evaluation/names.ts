/**
 * The key by which gold and system names are compared. It folds more than `src/fold.ts` does, which matches words: hamza on
 * waw and yaa too, and everything that is no letter or digit to one blank. Kept equal to the measures' own (score.mjs).
 */
export function foldName(name: string | null | undefined): string {
  return (name ?? '')
    .normalize('NFKC')
    .replace(/[\u064B-\u065F\u0670\u0640\u200B-\u200F\u202A-\u202E\u2066-\u2069]/g, '')
    .replace(/[\u0623\u0625\u0622\u0671]/g, '\u0627')
    .replace(/\u0649/g, '\u064A')
    .replace(/\u0629/g, '\u0647')
    .replace(/\u0624/g, '\u0648')
    .replace(/\u0626/g, '\u064A')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()
}

/** What tells actors apart: a name, further names, and a kind. */
export interface Named {
  readonly name: string
  readonly aliases: readonly string[]
  readonly kind: string
}

/** Every folded form of an actor's name; the same form may come twice. */
export const formsOf = (actor: Named): string[] => [actor.name, ...actor.aliases].map(foldName).filter((form) => form !== '')

/** Tells whether all words of a form of more than three letters stand in another form, in any order. */
function isWithin(part: string, whole: string): boolean {
  if (part.length <= 3) return false
  const words = whole.split(' ')
  return part.split(' ').every((word) => words.includes(word))
}

/** Tells whether two actors share a written form. */
export function sharesForm(a: Named, b: Named): boolean {
  const forms = formsOf(b)
  return formsOf(a).some((form) => forms.includes(form))
}

/** Tells whether two actors are one: they share a written form or, unless one is a state, one's words are all in the other's. */
export function isSameActor(gold: Named | null, system: Named | null): boolean {
  if (gold === null || system === null) return false
  if (sharesForm(gold, system)) return true
  if (gold.kind === 'state' || system.kind === 'state') return false
  const others = formsOf(system)
  return formsOf(gold).some((form) => others.some((other) => isWithin(form, other) || isWithin(other, form)))
}
