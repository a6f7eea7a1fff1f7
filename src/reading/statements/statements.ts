import type { Frame } from '../../knowledge/frames.ts'
import type { StatementAct, StatementType } from '../../record.ts'
import type { Span } from '../../span.ts'
import type { Cast, Member } from '../actors/cast.ts'
import type { Mentions } from '../actors/mentions.ts'
import type { Quotation } from '../document.ts'
import { type NounPhrase, nounPhraseAt, phraseSpan } from '../phrases/noun-phrases.ts'
import {
  BARE_COMPLEMENTIZER,
  COMPLEMENTIZER,
  type FiniteVerb,
  isClass,
  isMark,
  type Page,
  NEGATION,
  PERFECT_PARTICLE,
  PREPOSITION,
  PRONOUN,
  RELATIVE,
  SUBORDINATOR,
  stemStart,
  verbAt,
} from '../phrases/page.ts'
import { findSetPhrase, setPhraseAt, skipAdverbial, type Subject, subjectOf } from '../phrases/subjects.ts'
import {
  clauseEnd,
  type Content,
  insideSpan,
  isComma,
  isComplementizer,
  isScareQuote,
  quotationAt,
  readAfterColon,
  readClause,
  readHostClause,
  readNominal,
  readQuotation,
  sentenceEnd,
  trimEnd,
} from './content.ts'
import { type Cue, cueAt, isUnsaid, nounCueAt, unsaidTokens } from './cues.ts'

/** A statement before its actors have their final ids. */
export interface StatementDraft {
  readonly cue: Span | null
  readonly cueToken: number
  readonly frame: Frame | null
  readonly source: Member | null
  readonly sourceSpan: Span | null
  readonly content: readonly Span[]
  readonly from: number
  readonly to: number
  readonly type: StatementType
  readonly act: StatementAct | null
  readonly addressee: Member | null
  readonly via: Member | null
  readonly when: string | null
  readonly venue: Span | null
  readonly why: string
  readonly confidence: number
}

interface Slot {
  readonly content: Content
  readonly addressee: NounPhrase | null
  readonly frame: Frame
}

/** Reads the statements of a page in the order of their words. */
export function findStatements(page: Page, cast: Cast, mentions: Mentions): StatementDraft[] {
  return new StatementReader(page, cast, mentions).read()
}

/** How far behind its cue reported content may begin, in tokens. */
const REACH = 45

class StatementReader {
  private readonly page: Page
  private readonly cast: Cast
  private readonly mentions: Mentions
  private readonly drafts: StatementDraft[] = []
  /** Tokens of content already given to a statement: 1 indirect, 2 direct. */
  private readonly taken: Uint8Array
  private readonly unsaid: Set<number>
  /** The token behind the latest subject of a cue. */
  private subjectEnd = 0

  constructor(page: Page, cast: Cast, mentions: Mentions) {
    this.page = page
    this.cast = cast
    this.mentions = mentions
    this.taken = new Uint8Array(page.tokens.count)
    this.unsaid = unsaidTokens(page)
  }

  read(): StatementDraft[] {
    const { page } = this
    for (const [p, paragraph] of page.paragraphs.entries()) {
      if (page.asides[p]) continue
      const before = this.drafts.length
      for (let t = paragraph.from; t < paragraph.to; t++) {
        if (page.tokens.kind[t] === 'mark') {
          if (t > paragraph.from && isMark(page, t, ':')) this.readHeadline(paragraph.from, t)
          continue
        }
        if (this.taken[t] === 2) continue
        const cue = cueAt(page, t)
        if (cue && !this.unsaid.has(t)) {
          if (cue.kind === 'verb') this.readVerb(cue)
          else this.readParticiple(cue)
          if (this.drafts.at(-1)?.cueToken === t) continue
        }
        if (this.readAccording(t)) continue
        if (!cue) this.readNoun(t)
      }
      this.readOrphans(paragraph.from, paragraph.to, this.drafts.length > before)
    }
    return this.drafts.sort((a, b) => start(a) - start(b))
  }

  private add(draft: Omit<StatementDraft, 'why' | 'confidence'> & { why?: string; confidence?: number }) {
    const { taken } = this
    const mark = draft.type === 'direct' ? 2 : 1
    for (let t = draft.from; t < draft.to; t++) taken[t] = Math.max(taken[t] as number, mark)
    this.drafts.push({
      ...draft,
      why: draft.why ?? draft.frame?.id ?? 'statements/quotation',
      confidence: draft.confidence ?? (draft.source ? (draft.sourceSpan ? 0.9 : 0.75) : 0.4),
    })
  }

  /** Finds what a cue's frames open behind `from`: content, addressee and the frame that fits. */
  private readSlots(cue: Cue, from: number, limit: number): Slot | null {
    const { page } = this
    const { tokens } = page
    const markers = new Set(cue.frames.flatMap((frame) => frame.content))
    const listeners = new Set(cue.frames.flatMap((frame) => frame.addressee))
    let addressee: NounPhrase | null = null
    let t = from
    let isFirst = true
    // Whether a bare noun phrase here can still be the verb's object: nothing but adverbials before it.
    let isObject = true
    const { prepositions } = page.knowledge.lexicon.clitics
    const choose = (marker: string): Frame | null => chooseFrame(cue.frames, marker)
    const evaluating = cue.frames.find((frame) => frame.contentFromObject)
    if (evaluating && !cue.word.pronoun) {
      const content = this.readEvaluation(cue, evaluating, from, limit)
      if (content) return { content, addressee: null, frame: evaluating }
    }
    while (t < Math.min(limit, from + REACH)) {
      if (isComplementizer(page, t)) {
        const before = page.best[t - 1]
        const preposition = t > from && before ? (tokens.form[t - 1] as string) : ''
        // «دفع بلاده إلى أن …»: a preposition that the verb does not report with.
        if (t > from && isClass(page, t - 1, PREPOSITION) && !before?.pronoun && markers.size > 0 && !markers.has(preposition)) return null
        const frame = choose('clause') ?? choose(preposition)
        return frame ? { content: readClause(page, t, cue), addressee, frame } : null
      }
      if (isMark(page, t, ':')) {
        const frame = choose('quote')
        const content = frame && readAfterColon(page, t, cue)
        return frame && content ? { content, addressee, frame } : null
      }
      const quotation = quotationAt(page, t)
      if (quotation) {
        if ((isScareQuote(page, quotation) && !isFirst) || (!isFirst && this.isNameInMarks(quotation, limit))) {
          t = quotation.close > t ? quotation.close + 1 : t + 1
          continue
        }
        const frame = choose('quote')
        const content = frame && readQuotation(page, quotation)
        return frame && content ? { content, addressee, frame } : null
      }
      if (tokens.kind[t] === 'word') {
        const form = tokens.form[t] as string
        const word = page.best[t]
        // A free preposition, then the reported noun phrase.
        if (markers.has(form) && (word?.classes ?? 0) !== 0 && t + 1 < limit) {
          if (isComplementizer(page, t + 1)) {
            const frame = choose(form) ?? choose('clause')
            return frame ? { content: readClause(page, t + 1, cue), addressee, frame } : null
          }
          const frame = choose(form)
          const venue = page.knowledge.names.venues.has(page.best[t + 1]?.stem ?? '')
          if (frame && !venue && (page.timeAt[t + 1] as number) < 0) {
            const content = readNominal(page, t + 1, 0, cue, form)
            if (content) return { content, addressee, frame }
          }
        }
        // One that is written apart before a mark, a number or a foreign word: «بـ "…"».
        if (markers.has(form) && prepositions.includes(form) && t + 1 < limit) {
          const frame = choose(form)
          const behind = quotationAt(page, t + 1)
          const content = frame && (behind ? (readNominal(page, t + 1, 0, cue, form) ?? readQuotation(page, behind)) : readNominal(page, t + 1, 0, cue, form))
          if (frame && content) return { content, addressee, frame }
        }
        // An attached one.
        const attached = page.words[t]?.find((reading) => reading.preposition !== '' && !reading.conjunction && reading.score >= (word?.score ?? 0) - 12)
        if (attached && markers.has(attached.preposition) && attached.verbs.length === 0) {
          const frame = choose(attached.preposition)
          if (frame && !(page.knowledge.names.venues.has(attached.stem) && !isFirst) && (page.timeAt[t] as number) < 0) {
            const behind = quotationAt(page, t + 1)
            const content =
              tokens.form[t] === attached.preposition && behind
                ? (readNominal(page, t + 1, 0, cue, attached.preposition) ?? readQuotation(page, behind))
                : readNominal(page, t, attached.proclitics, cue, attached.preposition)
            if (content) return { content, addressee, frame }
          }
        }
        if (attached && listeners.has(attached.preposition) && !addressee && attached.verbs.length === 0) {
          const phrase = nounPhraseAt(page, t, limit)
          if (phrase) {
            addressee = phrase
            t = phrase.to
            isFirst = false
            continue
          }
        }
        if (isObject && (listeners.has('object') || markers.has('object'))) {
          const phrase = nounPhraseAt(page, t, limit)
          if (phrase && !page.best[t]?.conjunction) {
            const isActor = phrase.head !== 'common' || (phrase.headNoun !== null && phrase.headNoun.kind !== 'place')
            if (listeners.has('object') && (isActor || !markers.has('object'))) {
              addressee = phrase
              t = phrase.to
              isFirst = false
              isObject = markers.has('object')
              continue
            }
            if (markers.has('object') && !isActor && page.best[t]?.preposition === '') {
              const frame = choose('object')
              const content = frame && readNominal(page, t, page.best[t]?.proclitics ?? 0, cue, 'object')
              if (frame && content) return { content, addressee, frame }
            }
          }
        }
      }
      isFirst = false
      const next = skipAdverbial(page, t, limit)
      if (next > t) {
        t = next
        continue
      }
      if (!isComma(page, t)) isObject = false
      if (isClass(page, t, RELATIVE)) {
        // A relative clause of the subject: on to its closing comma, or to the complementizer that the cue wants.
        let u = t + 1
        while (u < limit && !isComma(page, u) && !isComplementizer(page, u) && !isMark(page, u, ':') && !quotationAt(page, u)) u++
        t = isComma(page, u) ? u + 1 : u
        continue
      }
      const other = cueAt(page, t)
      if (other && other.kind === 'verb' && t > from && other.agreement?.person === 3 && !isComma(page, t - 1) && other.word.conjunction) return null
      t++
    }
    return null
  }

  /** A short quotation that a colon with speech still follows is a name: «على شبكة "سي بي إس" الإخبارية: "…"». */
  private isNameInMarks(quotation: Quotation, limit: number): boolean {
    const { page } = this
    if (quotation.close < 0 || quotation.to - quotation.from > 5) return false
    for (let t = quotation.close + 1; t < Math.min(limit, quotation.close + 12); t++) {
      if (isComplementizer(page, t)) return true
      if (isMark(page, t, ':')) return quotationAt(page, t + 1) !== null
    }
    return false
  }

  /** «وصف القرار بأنه خطأ», «اعتبر الاتفاق تاريخيا»: what is judged and the judgement are the content. */
  private readEvaluation(cue: Cue, frame: Frame, from: number, limit: number): Content | null {
    const { page } = this
    let t = from
    for (let step = 0; step < 3; step++) {
      if (isComplementizer(page, t) || isMark(page, t, ':') || quotationAt(page, t)) return null
      if (frame.content.some((marker) => page.words[t]?.some((word) => word.preposition === marker && !word.conjunction))) return null
      const next = skipAdverbial(page, t, limit)
      if (next === t) break
      t = isComma(page, next) ? next + 1 : next
    }
    if (t >= limit || page.tokens.kind[t] === 'mark' || page.best[t]?.conjunction || page.best[t]?.verbs.length) return null
    const content = readNominal(page, t, page.best[t]?.proclitics ?? 0, cue, 'object')
    return content && content.to - content.from >= 2 ? content : null
  }

  private readVerb(cue: Cue) {
    const { page } = this
    const verb = cue.verb as FiniteVerb
    const { token } = cue
    if (cue.agreement?.person !== 3) return
    if (verb.word.preposition !== '' && this.taken[token] === 1) return
    // «أكد رغبته»: behind a full verb no second one stands without a conjunction.
    const governor = token > 0 && !cue.word.conjunction ? verbAt(page, token - 1) : null
    if (governor && !governor.isAmbiguous && governor.form.lemma.kind !== 'auxiliary' && governor.form.lemma.kind !== 'modal') return
    const limit = sentenceEnd(page, token)
    const isNested = this.taken[token] === 1
    const behindQuote = this.quotationBefore(token)
    if (isUnsaid(page, cue) && !behindQuote) return
    const subject = this.withoutObject(cue, subjectOf(page, verb, this.contentLimit(cue, limit)))
    if (setPhraseAt(page, token, 'impersonal') > 0 && !subject.isBefore && !this.bearsSubject(token - 1)) return
    if (verb.isAmbiguous && (token < this.subjectEnd || !this.isLikelyVerb(cue, subject, limit))) return
    if (subject.phrase && !subject.isBefore) this.subjectEnd = subject.phrase.to
    // «أجهزة يسودها فساد، التي يعتقد أنها …»: a relative clause whose head does not agree has no speaker that is named.
    if (!subject.phrase && token > 0 && isClass(page, token - 1, RELATIVE) && !cue.word.conjunction) return
    const from = subject.phrase && !subject.isBefore ? subject.phrase.to : verb.token + 1
    const slot = this.readSlots(cue, this.skipApposition(subject.phrase, from, limit), limit)
    if (isNested) {
      if (!slot || slot.content.marker !== 'clause' || !subject.phrase || !slot.frame.act || !SAYING.has(slot.frame.act)) return
    }
    const cueSpan: Span = [page.tokens.start[token] as number, page.tokens.end[token] as number]
    if (behindQuote && (!slot || slot.content.type === 'direct')) {
      const first = insideSpan(page, behindQuote)
      if (first) {
        const spans: Span[] = [first, ...(slot && slot.content.marker === 'quote' && slot.content.from - from < 8 ? slot.content.spans : [])]
        const frame = slot?.frame ?? chooseFrame(cue.frames, 'quote')
        if (frame) {
          this.finishVerb(
            cue,
            subject.phrase,
            { spans, from: behindQuote.from, to: spans.length > 1 && slot ? slot.content.to : behindQuote.to, type: 'direct', marker: 'quote' },
            frame,
            slot?.addressee ?? null,
            cueSpan,
          )
          return
        }
      }
    }
    if (!slot) return
    this.finishVerb(cue, subject.phrase, slot.content, slot.frame, slot.addressee, cueSpan)
  }

  /**
   * «وناشدت الجميع بـ…», «واتهم أنقرة بـ…»: with a verb that takes whom it is said to, the one phrase behind it is the object
   * where it does not agree with the verb, or is a collective while somebody is speaking already.
   */
  private withoutObject(cue: Cue, subject: Subject): Subject {
    const { page } = this
    const { phrase } = subject
    if (!phrase || subject.isBefore || !cue.agreement || !cue.frames.some((frame) => frame.addressee.includes('object'))) return subject
    const none: Subject = { ...subject, phrase: null, next: cue.token + 1 }
    if (cue.word.pronoun) return subject
    if (phrase.head === 'catalogue' && phrase.gender !== null && phrase.gender !== cue.agreement.gender) return none
    const speaker = cue.word.conjunction ? this.speakerFor(cue) : null
    const isCollective = phrase.number === 'plural' || (phrase.head === 'common' && phrase.headNoun === null)
    const second = nounPhraseAt(page, phrase.to)
    const hasOther = second !== null && !page.best[phrase.to]?.conjunction && page.best[phrase.to]?.preposition === ''
    if (hasOther) return subject
    // «اقترحت الشركة خطا، وطالبت الحكومة بدعم»: the one who acts in the same sentence goes on.
    if (cue.word.conjunction && this.doerBefore(cue)) return none
    return speaker && isCollective ? none : subject
  }

  private finishVerb(cue: Cue, phrase: NounPhrase | null, content: Content, frame: Frame, addressee: NounPhrase | null, cueSpan: Span) {
    // A thing may say what stands in it («القانون ينص على أن …»), but what it shows or brings is no speech.
    if (phrase && phrase.head === 'common' && phrase.number === 'singular' && content.marker !== 'clause' && content.marker !== 'quote') return
    // «لتبلغ عند التسوية 67 دولارا»: a sum speaks for nobody.
    if (phrase && phrase.head === 'common' && this.page.tokens.kind[phrase.from] === 'number') return
    let source = phrase ? this.mentions.of(phrase) : null
    let via: Member | null = null
    let sourceSpan: Span | null = phrase ? phraseSpan(phrase) : null
    if (frame.act === 'relay' && phrase) {
      const teller = this.tellerBehind(phrase.to, content.from)
      if (teller) {
        via = source
        source = this.mentions.of(teller)
        sourceSpan = phraseSpan(teller)
      }
    }
    if (!source && cue.agreement) source = this.doerBefore(cue) ?? this.speakerFor(cue)
    let listener = addressee ? this.mentions.of(addressee) : null
    if (!listener && cue.word.pronoun && frame.addressee.includes('object') && cue.word.pronoun.person === 3)
      listener = this.cast.ofPronoun(cue.word.pronoun, cue.token)
    const { when, venue } = this.circumstances(cue.token, Math.min(content.from, cue.token + 30))
    this.add({
      cue: cueSpan,
      cueToken: cue.token,
      frame,
      source,
      sourceSpan,
      content: content.spans,
      from: content.from,
      to: content.to,
      type: content.type,
      act: frame.act,
      addressee: listener,
      via,
      when,
      venue,
    })
  }

  /** «نقلت الوكالة عن مصدر قوله»: whose words a medium passes on. */
  private tellerBehind(from: number, to: number): NounPhrase | null {
    const { page } = this
    const markers = page.knowledge.lexicon.relayPrepositions
    for (let t = from; t < Math.min(to, from + 12); t++) if (markers.has(page.tokens.form[t] as string)) return nounPhraseAt(page, t + 1, to)
    return null
  }

  private commaBehind(from: number, limit: number): number {
    let t = from
    while (t < limit && !isComma(this.page, t)) t++
    return t
  }

  /** The time and place of saying, between cue and content. */
  private circumstances(from: number, to: number): { when: string | null; venue: Span | null } {
    const { page } = this
    let when: string | null = null
    let venue: Span | null = null
    for (let t = from + 1; t < to; t++) {
      const time = page.times[page.timeAt[t] as number]
      if (time && when === null && (time.type === 'DATE' || time.type === 'TIME')) when = time.value
      if (!venue && page.knowledge.names.venues.has(page.best[t]?.stem ?? '') && page.tokens.kind[t] === 'word') {
        const phrase = nounPhraseAt(page, t, to)
        if (phrase) venue = phraseSpan(phrase)
      }
    }
    return { when, venue }
  }

  /** Content begins no later than the first complementizer, colon or long quotation: a subject must stand before it. */
  private contentLimit(cue: Cue, limit: number): number {
    const { page } = this
    for (let t = cue.token + 1; t < limit; t++) {
      if (isComplementizer(page, t) || isMark(page, t, ':')) return t
      const quotation = quotationAt(page, t)
      if (quotation && !isScareQuote(page, quotation)) return t
    }
    return limit
  }

  /** «هو», «لكنه»: a word that names the subject of the verb behind it by a pronoun. */
  private bearsSubject(t: number): boolean {
    const { page } = this
    if (t < 0 || page.tokens.kind[t] !== 'word') return false
    if (isClass(page, t, PRONOUN)) return true
    const form = page.tokens.form[t] as string
    return (
      isClass(page, t, COMPLEMENTIZER | BARE_COMPLEMENTIZER | SUBORDINATOR) &&
      page.knowledge.lexicon.clitics.pronouns.some((pronoun) => form.length > pronoun.form.length + 1 && form.endsWith(pronoun.form))
    )
  }

  /** A form that may be a noun is taken for a verb where a subject and a clause or quotation follow. */
  private isLikelyVerb(cue: Cue, subject: Subject, limit: number): boolean {
    const { page } = this
    const { token } = cue
    const hasSubject = subject.phrase !== null
    // Behind قد, لم, الذي or a subject of its own the form is a verb.
    if (subject.isBefore && subject.phrase?.head !== 'common' && (page.best[token]?.classes ?? 0) === 0) return true
    if (isClass(page, token - 1, PERFECT_PARTICLE | NEGATION | RELATIVE) && token > 0) return true
    if (cue.verb && (page.best[token]?.classes ?? 0) !== 0 && !hasSubject) return false
    // «بعد أن وعد بعدم المغادرة»: behind أن, and before what its frame reports with.
    const marker = page.best[token + 1]?.preposition ?? ''
    if (token > 0 && isClass(page, token - 1, COMPLEMENTIZER) && marker !== '' && cue.frames.some((frame) => frame.content.includes(marker))) return true
    const before = page.best[token - 1]
    const isSentenceStart = page.sentences[page.tokens.sentence[token] as number]?.from === token
    if (before && !isSentenceStart && page.tokens.kind[token - 1] === 'word' && before.classes === 0 && !cue.word.conjunction && before.verbs.length === 0)
      return false
    for (let t = token + 1; t < Math.min(limit, token + 16); t++) {
      if (isComplementizer(page, t) || isMark(page, t, ':') || (quotationAt(page, t) && (hasSubject || (isSentenceStart && t <= token + 2)))) return true
      if (cueAt(page, t)?.kind === 'verb') break
    }
    // «عبر الوزير عن قلقه»: what looks like a preposition, before a subject and the preposition that its frame wants.
    const behind = page.tokens.form[subject.phrase?.to ?? -1] ?? ''
    if (isSentenceStart && hasSubject && cue.frames.some((frame) => frame.needs.includes(behind))) return true
    return isSentenceStart && hasSubject && (page.best[token]?.classes ?? 0) === 0
  }

  /** Behind a subject, an apposition or insertion between commas: «لطفي السعيد، الأمين العام للحزب، إن». */
  private skipApposition(phrase: NounPhrase | null, from: number, limit: number): number {
    const { page } = this
    if (!isComma(page, from)) return from
    // Role and name are both said: what comes behind the comma is what was said or of whom.
    if (phrase?.title && phrase.name && phrase.to === from && isComma(page, Math.max(phrase.title.to, phrase.name.from - 1))) return from + 1
    for (let t = from + 1; t < Math.min(limit, from + 25); t++) {
      if (isComplementizer(page, t) || isMark(page, t, ':')) return from
      if (isComma(page, t)) return t + 1
      const verb = verbAt(page, t)
      if (verb && !verb.isAmbiguous && t === from + 1) return from
    }
    return from
  }

  /** The quotation that ends right before a token: «"…"، قال الوزير». */
  private quotationBefore(token: number): Quotation | null {
    const { page } = this
    let t = token - 1
    if (isComma(page, t)) t--
    const open = page.tokens.partner[t] ?? -1
    if (open < 0 || open >= t) return null
    const quotation = page.quotations.find((q) => q.close === t) ?? null
    if (!quotation || isScareQuote(page, quotation) || this.taken[quotation.from] !== 0) return null
    if (page.best[token]?.conjunction) return null
    // The quotation must open its sentence or clause, not stand inside one.
    const previous = open - 1
    if (previous >= 0 && page.tokens.paragraph[previous] === page.tokens.paragraph[open] && page.tokens.kind[previous] !== 'mark') return null
    return quotation
  }

  /** «حاول مؤسس الشركة طمأنة الناس وقال»: who does what the same sentence tells just before, where he is named there. */
  private doerBefore(cue: Cue): Member | null {
    const { page } = this
    if (!cue.word.conjunction || !cue.agreement) return null
    const from = page.sentences[page.tokens.sentence[cue.token] as number]?.from ?? 0
    for (let t = cue.token - 1; t >= from; t--) {
      if ((page.quotationAt[t] as number) >= 0) return null
      if (this.taken[t] !== 0) {
        // Behind reported words: whoever said them in this sentence.
        const last = this.drafts.findLast((draft) => draft.to <= cue.token && draft.cueToken >= from && draft.cueToken < cue.token)
        return last?.source && last.source.gender === cue.agreement.gender && last.source.grammatical === cue.agreement.number ? last.source : null
      }
      const verb = verbAt(page, t)
      if (!verb || verb.isAmbiguous || verb.form.agreement.person !== 3 || isClass(page, t - 1, RELATIVE)) continue
      if (verb.form.agreement.gender !== cue.agreement.gender || verb.form.agreement.number !== cue.agreement.number) continue
      const { phrase } = subjectOf(page, verb, cue.token)
      if (!phrase) continue
      if (phrase.head === 'common' || phrase.to > cue.token) return null
      return this.mentions.of(phrase)
    }
    return null
  }

  /** Who goes on speaking where no subject is named: the latest speaker of that gender and number. */
  private speakerFor(cue: Cue): Member | null {
    const agreement = cue.agreement
    if (!agreement) return null
    for (let i = this.drafts.length - 1; i >= 0; i--) {
      const { source, cueToken } = this.drafts[i] as StatementDraft
      if (!source || cueToken > cue.token || !canSpeak(source)) continue
      if (agreement.number === 'singular' && source.gender !== null && source.gender !== agreement.gender && source.grammatical === 'singular') continue
      if (agreement.number === 'plural' && source.grammatical === 'singular' && source.kind === 'person') continue
      // A dropped subject agrees in number too: «وأضاف» goes on for one man.
      if (agreement.number === 'singular' && agreement.gender === 'm' && source.grammatical === 'plural' && source.kind !== 'person') continue
      return source
    }
    return this.cast.ofPronoun(agreement, cue.token, this.cast.members.filter(canSpeak))
  }

  /** «…، مضيفا أن …»: the subject of the sentence goes on. */
  private readParticiple(cue: Cue) {
    const { page } = this
    const { token } = cue
    if (this.taken[token] === 1 && !isComma(page, token - 1) && !cue.word.conjunction) return
    // «ستبقى ملتزمة بالاتفاق»: without a mark before it the feminine is an adjective.
    if (cue.agreement?.gender === 'f' && page.tokens.kind[token - 1] !== 'mark' && !cue.word.conjunction) return
    const limit = sentenceEnd(page, token)
    const slot = this.readSlots(cue, token + 1, limit)
    if (!slot) return
    if (slot.content.marker === 'object' && page.tokens.kind[token - 1] !== 'mark' && !cue.word.conjunction) return
    const source = this.sentenceSubject(cue)
    if (!source.member && !source.phrase) return
    const member = source.phrase ? this.mentions.of(source.phrase) : source.member
    const { when, venue } = this.circumstances(token, slot.content.from)
    this.add({
      cue: [page.tokens.start[token] as number, page.tokens.end[token] as number],
      cueToken: token,
      frame: slot.frame,
      source: member,
      sourceSpan: source.phrase ? phraseSpan(source.phrase) : source.span,
      content: slot.content.spans,
      from: slot.content.from,
      to: slot.content.to,
      type: slot.content.type,
      act: slot.frame.act,
      addressee: slot.addressee ? this.mentions.of(slot.addressee) : null,
      via: null,
      when,
      venue,
      confidence: 0.8,
    })
  }

  /** Whose act a participle goes on: the speaker of the same sentence, else the subject of its latest verb. */
  private sentenceSubject(cue: Cue): { phrase: NounPhrase | null; member: Member | null; span: Span | null } {
    const { page } = this
    const sentence = page.tokens.sentence[cue.token] as number
    const paragraph = page.tokens.paragraph[cue.token] as number
    const last = this.drafts.findLast((draft) => draft.cueToken >= 0 && draft.cueToken < cue.token && page.tokens.paragraph[draft.cueToken] === paragraph)
    const agrees = (member: Member | null) =>
      member !== null &&
      (cue.agreement === null ||
        cue.agreement.number !== 'singular' ||
        member.gender === null ||
        member.gender === cue.agreement.gender ||
        member.grammatical !== 'singular')
    if (last && (page.tokens.sentence[last.cueToken] === sentence || last.to >= cue.token - 2) && agrees(last.source))
      return { phrase: null, member: last.source, span: page.tokens.sentence[last.cueToken] === sentence ? last.sourceSpan : null }
    const from = page.sentences[sentence]?.from ?? 0
    for (let t = cue.token - 1; t >= from; t--) {
      const verb = verbAt(page, t)
      if (!verb || verb.form.agreement.person !== 3 || (page.quotationAt[t] as number) >= 0) continue
      if (
        cue.agreement &&
        cue.agreement.number === 'singular' &&
        verb.form.agreement.number === 'singular' &&
        verb.form.agreement.gender !== cue.agreement.gender
      )
        continue
      const subject = subjectOf(page, verb, cue.token)
      if (subject.phrase) return { phrase: subject.phrase, member: null, span: null }
      if (verb.isAmbiguous) continue
      if (isClass(page, t - 1, RELATIVE)) continue
      return { phrase: null, member: this.speakerFor({ ...cue, agreement: verb.form.agreement }), span: null }
    }
    return { phrase: null, member: this.speakerFor(cue), span: null }
  }

  /** «بحسب الوزير», «وفقا لمصادر», «على ما أعلنت الوزارة». */
  private readAccording(t: number): boolean {
    const { page } = this
    if (this.taken[t] === 2) return false
    if (setPhraseAt(page, t, 'in his words') > 0) return true
    const said = findSetPhrase(page, t, 'as said')
    const plain = said ? null : findSetPhrase(page, t, 'according to')
    if (!said && !plain) return false
    const limit = sentenceEnd(page, t)
    let phrase: NounPhrase | null = null
    let source: Member | null = null
    let cueEnd: number
    let next: number
    if (said) {
      let v = said.to
      while (v < Math.min(limit, said.to + 2) && !cueAt(page, v)) v++
      const cue = cueAt(page, v)
      if (!cue || cue.kind !== 'verb' || v > said.to + 1 || cue.agreement?.person !== 3) return false
      const subject = subjectOf(page, cue.verb as FiniteVerb, limit)
      if (subject.isBefore) return false
      phrase = subject.phrase
      cueEnd = v + 1
      next = phrase?.to ?? v + 1
      // «كما قال إن …» is a plain report; so is «كما» at the head of a sentence.
      if (isComplementizer(page, next) || isMark(page, next, ':') || quotationAt(page, next) || this.readSlots(cue, next, Math.min(limit, next + 12)))
        return false
      source = phrase ? this.mentions.of(phrase) : this.speakerFor(cue)
      // «وفق ما نقلته الوكالة عن الوزير»: the words are the minister's.
      const teller = cue.frames.some((frame) => frame.act === 'relay') ? this.tellerBehind(next, this.commaBehind(next, limit)) : null
      if (teller) {
        source = this.mentions.of(teller)
        phrase = teller
        next = teller.to
      }
    } else {
      const found = plain as NonNullable<typeof plain>
      phrase = nounPhraseAt(page, found.to, limit)
      if (!phrase) return false
      const isActor = phrase.head !== 'common' || phrase.match !== null
      const document = nounCueAt(page, phrase.from)
      if (!isActor && !document) return false
      source = this.mentions.of(phrase)
      cueEnd = found.to
      next = phrase.to
    }
    const sentence = page.sentences[page.tokens.sentence[t] as number]
    if (!sentence) return false
    const isOpening = t === sentence.from || (t > 0 && page.tokens.kind[t - 1] === 'mark' && !isComma(page, t - 1) && page.tokens.partner[t - 1] === -1)
    let content: Content | null = null
    if (isOpening) {
      let u = next
      if (isComma(page, u) && isClass(page, u + 1, RELATIVE)) while (u + 1 < limit && !isComma(page, u + 1)) u++
      if (isComma(page, u) || isComma(page, u + 1)) u = isComma(page, u + 1) ? u + 2 : u + 1
      if (u < limit)
        content =
          isComplementizer(page, u) || page.best[u]?.stem === undefined
            ? readClause(page, u, null)
            : readHostClause(page, { from: u, to: clauseEnd(page, u, null) })
    } else {
      // The clause before: from the sentence's start, or from behind an earlier statement.
      const previous = this.drafts.findLast((draft) => draft.to <= t && draft.from >= sentence.from && draft.to >= t - 2)
      if (previous) {
        // Words already given to a speaker: the attribution names the medium.
        if (previous.source !== source && previous.via === null) {
          const at = this.drafts.indexOf(previous)
          this.drafts[at] = { ...previous, via: source }
        }
        return true
      }
      const taken = this.drafts.findLast((draft) => draft.to <= t && draft.cueToken >= sentence.from)
      const from = taken ? Math.max(taken.to, sentence.from) : sentence.from
      content = readHostClause(page, { from, to: t })
      if (content && this.taken[content.from] !== 0) content = null
      if (content && isComma(page, t - 1) && isComma(page, next) && limit - next > 4) {
        // «ينص الاتفاق، حسب الوزير، على …»: the clause goes on behind the attribution.
        const rest = readHostClause(page, { from: next + 1, to: clauseEnd(page, next + 1, null) })
        if (rest) content = { ...content, spans: [...content.spans, ...rest.spans], to: rest.to }
      }
    }
    if (!content || content.to <= content.from) return false
    const start = page.tokens.start[t] as number
    const end = page.tokens.end[cueEnd - 1] as number
    this.add({
      cue: [start, end],
      cueToken: t,
      frame: null,
      source,
      sourceSpan: phrase ? phraseSpan(phrase) : null,
      content: content.spans,
      from: content.from,
      to: content.to,
      type: content.type,
      act: 'say',
      addressee: null,
      via: null,
      when: null,
      venue: null,
      why: (said ?? plain)?.phrase.why ?? 'words/attribution',
      confidence: phrase ? 0.8 : 0.5,
    })
    return true
  }

  /** «تصريح الوزير بأن …», «في بيان إن …», «دعوته إلى …»: a noun of saying with a clause of its own. */
  private readNoun(t: number) {
    const { page } = this
    if (this.taken[t] !== 0) return
    const cue = nounCueAt(page, t)
    if (!cue) return
    const limit = sentenceEnd(page, t)
    let from = t + 1
    let phrase: NounPhrase | null = null
    if (!cue.word.pronoun) {
      phrase = nounPhraseAt(page, from, limit)
      if (phrase && !page.best[from]?.preposition && !page.best[from]?.conjunction) from = phrase.to
      else phrase = null
    }
    // Only a clause: nouns of saying with a bare noun phrase are mostly topics.
    let u = from
    while (u < Math.min(limit, from + 4)) {
      const next = skipAdverbial(page, u, limit)
      if (next === u) break
      u = next
    }
    if (isComma(page, u)) u++
    if (!isComplementizer(page, u) || u >= limit || this.taken[u] !== 0) return
    const source = phrase
      ? this.mentions.of(phrase)
      : cue.word.pronoun && cue.word.pronoun.person === 3
        ? this.speakerFor({ ...cue, agreement: cue.word.pronoun })
        : null
    if (!source) return
    if (phrase && phrase.head === 'common' && phrase.match === null) return
    const content = readClause(page, u, cue)
    const frame = chooseFrame(cue.frames, 'clause')
    if (!frame) return
    this.add({
      cue: [stemStart(page, t, 0), page.tokens.end[t] as number],
      cueToken: t,
      frame,
      source,
      sourceSpan: phrase ? phraseSpan(phrase) : null,
      content: content.spans,
      from: content.from,
      to: content.to,
      type: content.type,
      act: frame.act,
      addressee: null,
      via: null,
      when: null,
      venue: null,
      confidence: 0.6,
    })
  }

  /** «ماكرون: لا بديل عن الحوار»: a speaker, a colon, and the words, at the head of a paragraph. */
  private readHeadline(from: number, colon: number) {
    const { page } = this
    if (colon - from > 10 || this.taken[colon] !== 0) return
    const phrase = nounPhraseAt(page, from, colon)
    if (!phrase || phrase.to !== colon || (phrase.head !== 'name' && phrase.head !== 'title' && phrase.head !== 'catalogue')) return
    const content = readAfterColon(page, colon, null)
    if (!content || content.to - content.from < 3) return
    // «سوسة: قال المندوب …» is a place, not a speaker.
    const first = cueAt(page, content.from)
    if (first?.kind === 'verb' && first.agreement?.person === 3) return
    this.add({
      cue: null,
      cueToken: colon,
      frame: null,
      source: this.mentions.of(phrase),
      sourceSpan: phraseSpan(phrase),
      content: content.spans,
      from: content.from,
      to: content.to,
      type: content.type,
      act: 'say',
      addressee: null,
      via: null,
      when: null,
      venue: null,
      why: 'statements/headline',
      confidence: 0.7,
    })
  }

  /** Paragraphs that only quote, and paragraphs in the first person behind a quoted speech: the speaker goes on. */
  private readOrphans(from: number, to: number, hasStatement: boolean) {
    const { page } = this
    const last = this.drafts.findLast((draft) => draft.source !== null)
    if (!last?.source || hasStatement) return
    const quotation = quotationAt(page, from)
    const isWhole = quotation && (quotation.close < 0 || quotation.close >= to - 2) && !isScareQuote(page, quotation)
    if (isWhole && this.taken[quotation.from] === 0) {
      const inside = insideSpan(page, quotation)
      if (inside) this.addOrphan(last.source, inside, quotation.from, quotation.to, 'statements/orphan-quotation', 0.6)
      return
    }
    const previous = this.drafts.at(-1)
    if (!previous || previous.type !== 'direct' || this.taken[from] !== 0) return
    if (page.tokens.paragraph[from] !== (page.tokens.paragraph[Math.max(previous.to - 1, 0)] as number) + 1) return
    const first = page.best[from]
    const isFirstPerson = (first?.pronoun?.person === 1 || page.knowledge.lexicon.firstPerson.has(page.tokens.form[from] as string)) ?? false
    if (!isFirstPerson) return
    const end = trimEnd(page, from, to)
    this.addOrphan(last.source, [page.tokens.start[from] as number, page.tokens.end[end - 1] as number], from, end, 'statements/continued-speech', 0.5)
  }

  private addOrphan(source: Member, span: Span, from: number, to: number, why: string, confidence: number) {
    this.add({
      cue: null,
      cueToken: from,
      frame: null,
      source,
      sourceSpan: null,
      content: [span],
      from,
      to,
      type: 'direct',
      act: 'say',
      addressee: null,
      via: null,
      when: null,
      venue: null,
      why,
      confidence,
    })
  }
}

const start = (draft: StatementDraft): number => Math.min(draft.cue?.[0] ?? Number.POSITIVE_INFINITY, draft.content[0]?.[0] ?? 0)

/** Whom a report lets speak without naming him again: a named or titled actor, not a thing. */
const canSpeak = (member: Member): boolean => member.kind === 'person' || member.entry !== null || member.why !== 'names/shape'

/** Acts of saying, which inside another's words still report a second speaker. */
const SAYING: ReadonlySet<StatementAct> = new Set(['say', 'announce', 'assert', 'explain', 'deny', 'admit', 'claim', 'accuse', 'promise', 'threaten', 'demand'])

/** The frame whose conditions fit what follows the cue: one that needs this marker, else one that needs nothing. */
export function chooseFrame(frames: readonly Frame[], marker: string): Frame | null {
  const isClause = marker === 'clause' || marker === 'quote'
  const takes = (frame: Frame) => (isClause ? true : frame.content.includes(marker))
  return (
    frames.find((frame) => frame.needs.includes(marker) && !frame.not.includes(marker) && takes(frame)) ??
    frames.find((frame) => frame.needs.length === 0 && !frame.not.includes(marker) && takes(frame)) ??
    (isClause
      ? frames.find(
          (frame) =>
            frame.content.length > 0 &&
            !frame.not.includes(marker) &&
            frame.phrase.length === 0 &&
            (frame.needs.length === 0 || frame.needs.some((need) => frame.content.includes(need))),
        )
      : undefined) ??
    null
  )
}
