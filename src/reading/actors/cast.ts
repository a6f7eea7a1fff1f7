import type { CatalogueEntry } from '../../knowledge/catalogue.ts'
import { holderOn } from '../../knowledge/catalogue.ts'
import type { Agreement, Gender, GrammaticalNumber } from '../../knowledge/conjugation.ts'
import { fold } from '../../fold.ts'
import type { Actor, ActorKind, Mention, MentionForm } from '../../record.ts'
import { compareSpans, type Span } from '../../span.ts'
import { type NounPhrase, phraseSpan } from '../phrases/noun-phrases.ts'
import { DEMONSTRATIVE, isClass, type Page, REFLEXIVE } from '../phrases/page.ts'
import { romanise } from './romanise.ts'

/** An actor while its report is being read: what is known so far, and where it was last named. */
export interface Member {
  readonly number: number
  kind: ActorKind
  name: string
  /** True when `name` is a name, not only a role or a description. */
  isNamed: boolean
  readonly forms: Set<string>
  role: string | null
  roleKey: string | null
  entry: CatalogueEntry | null
  gender: Gender | null
  grammatical: GrammaticalNumber
  headKey: string | null
  lastToken: number
  /** Tokens at which the text names it, ascending. */
  readonly tokens: number[]
  readonly mentions: Mention[]
  why: string
  confidence: number
}

/**
 * The actors of one report, as they come up in reading order. A phrase is first looked for among those already known (name,
 * last name, role, epithet), then in the catalogue, then becomes an actor of its own.
 */
export interface Cast {
  readonly members: readonly Member[]
  /** The actor that a phrase names. */
  readonly ofPhrase: (phrase: NounPhrase) => Member
  /** The latest actor before a token that a pronoun or an unnamed subject of this form can mean, or null. */
  readonly ofPronoun: (agreement: Agreement, token: number, candidates?: readonly Member[]) => Member | null
  /** The actor of a catalogue id, as a demonym or place inside a phrase names it. */
  readonly ofEntry: (entry: CatalogueEntry, span: Span, form: MentionForm) => Member
  /** The actors that lines use, as the record lists them, with the id each member got. */
  readonly finish: (used: ReadonlySet<Member>) => { actors: Actor[]; idOf: (member: Member) => string }
}

const words = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

/** How many sentences back a pronoun reaches. */
const PRONOUN_REACH = 4

/** Opens the cast of a page. */
export function openCast(page: Page): Cast {
  const { knowledge, tokens, text } = page
  const { catalogue, names } = knowledge
  const members: Member[] = []
  const byEntry = new Map<string, Member>()
  const byForm = new Map<string, Member>()
  /** The words of a span; a span behind the ل of «للقاهرة» gets its article back. */
  const writtenOf = (from: number, to: number): string => {
    const { joined, article } = knowledge.lexicon.clitics
    const written = text.slice(from, to)
    const before = text[from - 1] ?? ''
    return joined.some(({ form }) => before !== '' && form === before + written[0] && written[0] === article.at(-1)) ? article[0] + written : written
  }
  const slice = (from: number, to: number) => text.slice(tokens.start[from], tokens.end[to - 1])

  const create = (kind: ActorKind, name: string, values: Partial<Member> = {}): Member => {
    const member: Member = {
      number: members.length,
      kind,
      name,
      isNamed: false,
      forms: new Set(),
      role: null,
      roleKey: null,
      entry: null,
      gender: null,
      grammatical: 'singular',
      headKey: null,
      lastToken: -1,
      tokens: [],
      mentions: [],
      why: 'names/shape',
      confidence: 0.6,
      ...values,
    }
    members.push(member)
    return member
  }

  const mention = (member: Member, span: Span, form: MentionForm, token: number) => {
    if (!member.mentions.some((m) => m.span[0] === span[0] && m.span[1] === span[1])) member.mentions.push({ span, form })
    if (form !== 'pronoun') {
      const written = writtenOf(span[0], span[1])
      member.forms.add(written)
      const key = fold(written)
      if (!byForm.has(key)) byForm.set(key, member)
    }
    member.lastToken = Math.max(member.lastToken, token)
    if (token >= 0 && !member.tokens.includes(token)) {
      member.tokens.push(token)
      member.tokens.sort((a, b) => a - b)
    }
    return member
  }

  const entryMember = (entry: CatalogueEntry, name: string): Member => {
    const known = byEntry.get(entry.id)
    if (known) return known
    const kind: ActorKind = entry.kind === 'place' ? 'state' : entry.kind
    const member = create(kind, name, {
      entry,
      gender: entry.gender ?? (kind === 'state' ? 'f' : null),
      isNamed: true,
      why: entry.why,
      confidence: 0.95,
    })
    byEntry.set(entry.id, member)
    return member
  }

  /** One of several people a form may name: one already in the report, one of the state or office that the title says. */
  const chooseEntry = (phrase: NounPhrase): CatalogueEntry | null => {
    const entries = phrase.match?.form.entries ?? []
    if (entries.length === 1) return entries[0] as CatalogueEntry
    const inCast = entries.filter((entry) => byEntry.has(entry.id))
    if (inCast.length === 1) return inCast[0] as CatalogueEntry
    const near = entries.filter((entry) =>
      phrase.about.some((id) => entry.country === id || entry.partOf === id || entry.offices.some((office) => office.holder === id)),
    )
    if (near.length === 1) return near[0] as CatalogueEntry
    if (phrase.title && page.published) {
      const title = page.best[phrase.title.from]?.stem ?? ''
      const pool = near.length > 0 ? near : entries
      const day = page.published
      const inOffice = pool.filter((entry) =>
        entry.offices.some(
          (office) =>
            fold(office.title).includes(title) &&
            office.from <= day.slice(0, office.from.length) &&
            (office.to === '' || day.slice(0, office.to.length) <= office.to),
        ),
      )
      if (inOffice.length === 1) return inOffice[0] as CatalogueEntry
    }
    // A state and something else of the same name: the state, which news means unless it says otherwise.
    const states = entries.filter((entry) => entry.kind === 'state')
    return states.length === 1 && entries.every((entry) => entry.kind !== 'person') ? (states[0] as CatalogueEntry) : null
  }

  const setRole = (member: Member, phrase: NounPhrase) => {
    if (!phrase.title || member.role !== null) return
    const span: Span = [
      phrase.title.from === phrase.from ? phrase.start : (tokens.start[phrase.title.from] as number),
      tokens.end[phrase.title.to - 1] as number,
    ]
    member.role = writtenOf(span[0], span[1])
    member.roleKey = roleKeyOf(phrase)
  }
  const roleKeyOf = (phrase: NounPhrase): string => {
    if (!phrase.title) return ''
    const stems: string[] = []
    for (let t = phrase.title.from; t < phrase.title.to; t++) if (tokens.kind[t] === 'word') stems.push(page.best[t]?.stem ?? '')
    return stems.join(' ')
  }

  const personByName = (nameWords: readonly string[]): Member | null => {
    const last = nameWords.at(-1)
    let found: Member | null = null
    for (const member of members) {
      if (member.kind !== 'person' || !member.isNamed) continue
      const known = words(member.name)
      const within = nameWords.every((word) => known.includes(word)) || known.every((word) => nameWords.includes(word))
      if (!within) continue
      if (nameWords.length === 1 && known.length > 1 && known.at(-1) !== last && known[0] !== last && !known.includes(last as string)) continue
      // Two people of one family name stay two: the later one is meant unless the words decide.
      if (!found || member.lastToken > found.lastToken) found = member
    }
    return found
  }

  const ofPerson = (phrase: NounPhrase): Member => {
    const span = phraseSpan(phrase)
    const range = phrase.name as NonNullable<NounPhrase['name']>
    const nameStart = range.from === phrase.from ? phrase.start : (tokens.start[range.from] as number)
    const name = writtenOf(nameStart, tokens.end[range.to - 1] as number)
    const entry = phrase.match?.form.entries.some((e) => e.kind === 'person') ? chooseEntry(phrase) : null
    const nameWords = words(name)
    let member = entry && entry.kind === 'person' ? (byEntry.get(entry.id) ?? null) : null
    if (!member) {
      const same = personByName(nameWords)
      if (same && (!entry || !same.entry || same.entry === entry)) member = same
    }
    if (!member && phrase.title) {
      // A role that came alone before now gets its name.
      const key = roleKeyOf(phrase)
      const unnamed = members.find((m) => m.kind === 'person' && !m.isNamed && m.roleKey === key)
      if (unnamed) {
        member = unnamed
        member.isNamed = true
        member.name = name
      }
    }
    member ??= create('person', name, {
      isNamed: true,
      gender: phrase.gender,
      why: phrase.titleWord?.why ?? 'names/shape',
      confidence: phrase.title ? 0.85 : 0.6,
    })
    if (entry && entry.kind === 'person' && !member.entry) {
      member.entry = entry
      member.why = entry.why
      member.confidence = 0.95
      member.gender = entry.gender ?? member.gender
      byEntry.set(entry.id, member)
    }
    if (nameWords.length > words(member.name).length || !member.isNamed) member.name = name
    member.isNamed = true
    setRole(member, phrase)
    mention(member, [nameStart, tokens.end[range.to - 1] as number], 'name', range.from)
    if (span[0] !== nameStart) mention(member, span, 'name', range.from)
    return member
  }

  const ofRole = (phrase: NounPhrase): Member => {
    const span = phraseSpan(phrase)
    const written = writtenOf(span[0], span[1])
    if (phrase.titleWord?.isPlural) return ofDescription(phrase, 'collective')
    const key = roleKeyOf(phrase)
    const stem = key.split(' ')[0] as string
    let best: Member | null = null
    for (const member of members) {
      if (member.kind !== 'person' || !member.roleKey) continue
      const fits =
        member.roleKey === key ||
        (phrase.isDefinite &&
          (` ${member.roleKey} `.startsWith(`${key} `) ||
            (phrase.about.length === 0 && key.split(' ').every((word) => member.roleKey?.split(' ').includes(word)))))
      if (fits && (!best || member.lastToken > best.lastToken)) best = member
    }
    if (!best) {
      for (const about of phrase.about) {
        const title = officeTitle(phrase)
        const holder = title ? holderOn(catalogue, title, about, page.published) : null
        if (holder) {
          best = byEntry.get(holder.id) ?? null
          if (!best) {
            best = create('person', written, { entry: holder, gender: holder.gender, why: holder.why, confidence: 0.8 })
            byEntry.set(holder.id, best)
          }
          break
        }
      }
    }
    if (!best && phrase.isDefinite && phrase.about.length === 0) {
      // «الرئيس», «الوزير» alone: the latest person whose role begins with that word.
      for (const member of members)
        if (member.kind === 'person' && member.roleKey?.split(' ')[0] === stem && (!best || member.lastToken > best.lastToken)) best = member
    }
    const isIndefinite = !phrase.isDefinite && phrase.about.length === 0
    best ??=
      byForm.get(fold(written)) ??
      create(isAnonymousTitle(phrase) ? 'anonymous' : 'person', written, {
        gender: phrase.gender,
        why: phrase.titleWord?.why ?? 'names/shape',
        confidence: isIndefinite ? 0.55 : 0.7,
      })
    if (best.kind === 'person') setRole(best, phrase)
    return mention(best, span, 'role', phrase.from)
  }

  /** «مسؤول أمريكي», «دبلوماسي»: an official without name, unless the role is one that only one person holds. */
  const isAnonymousTitle = (phrase: NounPhrase): boolean =>
    !phrase.isDefinite && (phrase.titleWord?.kind === 'officer' || phrase.titleWord?.kind === 'profession' || phrase.titleWord?.kind === 'member')

  const officeTitle = (phrase: NounPhrase): string | null => {
    if (!phrase.title) return null
    const parts: string[] = []
    for (let t = phrase.title.from; t < phrase.title.to; t++) {
      const best = page.best[t]
      if (!best || tokens.kind[t] !== 'word' || catalogue.demonyms.has(best.stem) || page.matches[t]?.form.entries.some((e) => e.kind === 'state')) continue
      parts.push(best.stem)
    }
    const key = parts.join(' ')
    return officeKeys.get(key) ?? null
  }
  const officeKeys = officesByStem(page)

  const ofDescription = (phrase: NounPhrase, kind: ActorKind): Member => {
    const span = phraseSpan(phrase)
    const written = writtenOf(span[0], span[1])
    const same = byForm.get(fold(written))
    const headKey = phrase.headNoun?.why ?? phrase.titleWord?.why ?? page.best[phrase.from]?.stem ?? ''
    const isBareDefinite = phrase.isDefinite && phrase.about.length === 0 && phrase.to - phrase.from <= 2
    const second =
      phrase.to - phrase.from === 2 && isBareDefinite && !isClass(page, phrase.from, DEMONSTRATIVE) ? withoutFeminine(page.best[phrase.to - 1]?.stem ?? '') : ''
    const isReflexive = phrase.to - phrase.from <= 3 && isClass(page, phrase.to - 1, REFLEXIVE)
    if (kind === 'anonymous' && !isBareDefinite && !isReflexive && !phrase.isDefinite) {
      // Another unnamed source is another one, unless the text joins them.
      return mention(
        create(kind, written, { gender: phrase.gender, grammatical: phrase.number, headKey, why: phrase.headNoun?.why ?? 'names/shape', confidence: 0.75 }),
        span,
        'nominal',
        phrase.from,
      )
    }
    if (same && same.kind !== 'person') return mention(same, span, 'nominal', phrase.from)
    if (isBareDefinite || isReflexive) {
      let latest: Member | null = null
      for (const member of members) {
        const fits =
          member.headKey === headKey || (member.kind !== 'person' && member.forms.size > 0 && headWordsOf(member).has(page.best[phrase.from]?.stem ?? ''))
        // «الشرطة الأوروبية» is not the «الشرطة» named before, «المصدر القضائي» is the «مصدر قضائي».
        if (second !== '' && ![...member.forms].some((form) => fold(form).includes(second))) continue
        if (fits && (!latest || member.lastToken > latest.lastToken)) latest = member
      }
      if (latest) return mention(latest, span, 'nominal', phrase.from)
    }
    return mention(
      create(kind, written, {
        gender: phrase.gender,
        grammatical: phrase.number,
        headKey,
        why: phrase.headNoun?.why ?? 'names/shape',
        confidence: phrase.headNoun ? 0.8 : 0.4,
      }),
      span,
      'nominal',
      phrase.from,
    )
  }
  const withoutFeminine = (stem: string): string => {
    const ending = knowledge.lexicon.clitics.feminineEndings.find((e) => stem.endsWith(e))
    return ending ? stem.slice(0, -ending.length) : stem
  }
  const headWordsOf = (member: Member): Set<string> => new Set([...member.forms].map((form) => words(form)[0] ?? ''))

  const ofPhrase = (phrase: NounPhrase): Member => {
    const span = phraseSpan(phrase)
    if (phrase.name) return ofPerson(phrase)
    if (phrase.head === 'catalogue' && phrase.match) {
      const entry = chooseEntry(phrase)
      if (entry) {
        if (entry.kind === 'person') return ofPerson({ ...phrase, name: { from: phrase.match.from, to: phrase.match.to } })
        const start = phrase.match.from === phrase.from ? phrase.start : (tokens.start[phrase.match.from] as number)
        const name = writtenOf(start, tokens.end[phrase.match.to - 1] as number)
        const member = entryMember(entry, name)
        const form: MentionForm = phrase.match.form.kind === 'seat' ? 'metonym' : 'name'
        if (form === 'name' && member.mentions.every((m) => m.form !== 'name')) member.name = name
        mention(member, [start, tokens.end[phrase.match.to - 1] as number], form, phrase.from)
        if (span[1] !== tokens.end[phrase.match.to - 1]) mention(member, span, form, phrase.from)
        return member
      }
    }
    if (phrase.head === 'title') return ofRole(phrase)
    if (phrase.head === 'head' && phrase.headNoun) {
      if (phrase.match && !phrase.match.form.entries.some((e) => e.kind === 'person')) {
        const entry = chooseEntry(phrase)
        if (entry && entry.kind !== 'state' && entry.kind !== 'place')
          return mention(entryMember(entry, writtenOf(span[0], span[1])), span, 'name', phrase.from)
      }
      const kind = phrase.headNoun.kind
      if (kind === 'state') {
        // A government is its state.
        const state = phrase.about.map((id) => catalogue.entries.get(id)).find((entry) => entry?.kind === 'state')
        if (state) return mention(entryMember(state, writtenOf(span[0], span[1])), span, 'metonym', phrase.from)
      }
      if (kind === 'person') {
        // «الرجل», «المرأة»: the latest person it can mean.
        const latest = phrase.isDefinite
          ? ofPronoun(
              { person: 3, gender: phrase.gender ?? 'm', number: 'singular' },
              phrase.from,
              members.filter((m) => m.kind === 'person'),
            )
          : null
        if (latest) return mention(latest, span, 'epithet', phrase.from)
        return ofDescription(phrase, phrase.number === 'singular' ? 'person' : 'collective')
      }
      return ofDescription(phrase, kind === 'media' ? 'organization' : kind === 'place' ? 'organization' : kind)
    }
    const known = phrase.to - phrase.from === 1 ? ofLastName(phrase) : null
    return known ?? ofDescription(phrase, phrase.number === 'plural' ? 'collective' : 'organization')
  }

  /** «وأكد الحكيم»: a word of the language that is the last name of somebody already named. */
  const ofLastName = (phrase: NounPhrase): Member | null => {
    const span = phraseSpan(phrase)
    const written = fold(writtenOf(span[0], span[1]))
    const bearer = members.findLast(
      (member) => member.kind === 'person' && member.isNamed && words(member.name).length > 1 && words(member.name).at(-1) === written,
    )
    return bearer ? mention(bearer, span, 'name', phrase.from) : null
  }

  /** The sentence nearest before the token that names somebody who agrees, and in it the one named first: its subject. */
  const ofPronoun = (agreement: Agreement, token: number, candidates: readonly Member[] = members): Member | null => {
    const sentence = tokens.sentence[token] ?? 0
    let best: Member | null = null
    let bestSentence = -1
    let bestToken = -1
    for (const member of candidates) {
      if (member.entry?.kind === 'place') continue
      if (agreement.number === 'plural' ? member.kind === 'person' : member.grammatical === 'plural' && agreement.gender === 'm') continue
      if (agreement.number !== 'plural' && member.gender !== null && member.gender !== agreement.gender) continue
      for (const at of member.tokens) {
        if (at >= token) break
        const own = tokens.sentence[at] as number
        if (own < sentence - PRONOUN_REACH) continue
        if (own > bestSentence || (own === bestSentence && at < bestToken)) {
          best = member
          bestSentence = own
          bestToken = at
        }
      }
    }
    return best
  }

  const ofEntry = (entry: CatalogueEntry, span: Span, form: MentionForm): Member => {
    // An adjective is no form of its state's name.
    const member = entryMember(entry, entry.name)
    if (!member.mentions.some((m) => m.span[0] === span[0] && m.span[1] === span[1])) member.mentions.push({ span, form })
    return member
  }

  const finish = (used: ReadonlySet<Member>) => {
    const ids = new Map<Member, string>()
    const taken = new Set<string>()
    const actors: Actor[] = []
    for (const member of members) {
      if (!used.has(member)) continue
      const latin = member.entry?.latin ?? null
      const romanised = latin ?? romanise(member.name, knowledge.romanisation)
      let id = member.entry?.id ?? `${member.kind}:${words(member.name).join('-') || member.number}`
      for (let n = 2; taken.has(id); n++) id = `${member.entry?.id ?? `${member.kind}:${words(member.name).join('-')}`}#${n}`
      taken.add(id)
      ids.set(member, id)
      const aliases = [...member.forms].filter((form) => form !== member.name)
      actors.push({
        id,
        name: member.name,
        aliases,
        kind: member.kind,
        role: member.role,
        mentions: [...member.mentions].sort((a, b) => compareSpans(a.span, b.span)),
        catalogue: member.entry?.id ?? null,
        latin: { name: romanised, romanised: latin === null },
        why: member.why,
        confidence: member.confidence,
      })
    }
    return { actors, idOf: (member: Member) => ids.get(member) as string }
  }
  void names
  void slice
  return { members, ofPhrase, ofPronoun, ofEntry, finish }
}

/** Titles of offices in the catalogue by their folded words without articles. */
function officesByStem(page: Page): ReadonlyMap<string, string> {
  return page.knowledge.catalogue.officeTitles
}
