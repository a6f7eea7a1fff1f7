/** What a run of `isnad read` with a ledger did. */
export interface StoreCounts {
  readonly new: number
  readonly version: number
  readonly reading: number
  readonly same: number
  readonly erased: number
}

/** The sentences about the ledger, in one language. */
export interface LedgerMessages {
  readonly states: { readonly [State in 'suggested' | 'accepted' | 'edited' | 'added' | 'rejected']: string }
  readonly changes: { readonly [Type in 'reversal' | 'retraction' | 'same-day-conflict' | 'within-report' | 'wording-differs']: string }
  readonly disagreements: { readonly [Type in 'status' | 'factuality' | 'place' | 'mode']: string }
  readonly outcomes: { readonly [Outcome in 'came-true' | 'called-off' | 'due' | 'not-seen']: string }
  readonly verdicts: { readonly [Verdict in 'exact' | 'in-text' | 'differs' | 'absent']: string }
  readonly bundleProblems: { readonly [Code in 'digest-differs' | 'report-missing' | 'report-changed' | 'words-differ' | 'sentence-differs']: string }
  readonly bundleWhole: (lines: number, reports: number) => string
  readonly stored: (counts: StoreCounts) => string
  readonly reread: (reports: number) => string
  readonly changed: (added: number, removed: number, changed: number) => string
  readonly corrected: (id: string) => string
  readonly erased: string
  readonly nothing: string
  readonly more: (cursor: string) => string
  readonly earlier: string
  readonly later: string
  readonly claims: string
  readonly asked: string
  readonly recorded: string
  readonly supporters: string
  readonly opponents: string
  readonly divided: string
  readonly reports: (count: number) => string
  readonly undone: string
  readonly usage: {
    readonly day: (value: string) => string
    readonly needs: (question: string, option: string) => string
    readonly json: (value: string) => string
    readonly by: string
    readonly yes: string
  }
  readonly help: { readonly [Text in LedgerHelp]: string }
}

export type LedgerHelp =
  | 'ledger'
  | 'keep'
  | 'query'
  | 'queryExamples'
  | 'queryQuestion'
  | 'queryExits'
  | 'json'
  | 'jsonl'
  | 'count'
  | 'limit'
  | 'cursor'
  | 'oldest'
  | 'speaker'
  | 'about'
  | 'recipient'
  | 'issue'
  | 'from'
  | 'to'
  | 'outlet'
  | 'words'
  | 'exact'
  | 'oneScript'
  | 'report'
  | 'state'
  | 'act'
  | 'type'
  | 'status'
  | 'place'
  | 'happenedFrom'
  | 'happenedTo'
  | 'verify'
  | 'verifyExamples'
  | 'verifyWhat'
  | 'verifyExits'
  | 'bundle'
  | 'bundleExamples'
  | 'bundleExits'
  | 'reread'
  | 'rereadExamples'
  | 'rereadExits'
  | 'correct'
  | 'correctExamples'
  | 'correctDeed'
  | 'correctArguments'
  | 'correctExits'
  | 'by'
  | 'why'
  | 'set'
  | 'yes'

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

export const ledgerEnglish: LedgerMessages = {
  states: { suggested: 'suggested', accepted: 'accepted', edited: 'edited', added: 'added by a person', rejected: 'rejected' },
  changes: {
    reversal: 'changed sides',
    retraction: 'taken back',
    'same-day-conflict': 'two outlets tell opposite sides of one day',
    'within-report': 'one report tells both sides',
    'wording-differs': 'two outlets quote other words',
  },
  disagreements: {
    status: 'whether it happened is told otherwise',
    factuality: 'how sure it is is told otherwise',
    place: 'the place is told otherwise',
    mode: 'the way it happened is told otherwise',
  },
  outcomes: { 'came-true': 'came true', 'called-off': 'called off or denied', due: 'still to come', 'not-seen': 'nothing more is known' },
  verdicts: {
    exact: 'These words stand in the record.',
    'in-text': 'These words stand in a report, but as nobody’s statement.',
    differs: 'These words do not stand in the record; the nearest are:',
    absent: 'These words do not stand in the record, nor any like them.',
  },
  bundleProblems: {
    'digest-differs': 'the bundle was changed after it was made',
    'report-missing': 'the report is not in the bundle',
    'report-changed': 'the report is not the one that was read',
    'words-differ': 'the words do not stand where the line says',
    'sentence-differs': 'the sentence does not stand where the line says',
  },
  bundleWhole: (lines, reports) =>
    `The bundle is whole: ${count(lines, 'line stands', 'lines stand')} where it says, in ${count(reports, 'report', 'reports')}.`,
  stored: (counts) =>
    `${count(counts.new, 'new report', 'new reports')} stored; ${counts.version} changed, ${counts.reading} read anew, ${counts.same} known already${counts.erased === 0 ? '' : `, ${counts.erased} erased before and left out`}.`,
  reread: (reports) => `${count(reports, 'report was', 'reports were')} read again.`,
  changed: (added, removed, changed) => `${added} lines more, ${removed} fewer, ${changed} other`,
  corrected: (id) => `Done: correction ${id}. «isnad correct undo» takes it back.`,
  erased: 'The report was destroyed; a tombstone is left.',
  nothing: 'The ledger holds nothing like this.',
  more: (cursor) => `There is more: --cursor ${cursor}`,
  earlier: 'earlier',
  later: 'later',
  claims: 'denies',
  asked: 'asked',
  recorded: 'recorded',
  supporters: 'Supporters',
  opponents: 'Opponents',
  divided: 'Told on both sides',
  reports: (n) => count(n, 'report', 'reports'),
  undone: 'undone',
  usage: {
    day: (value) => `«${value}» is no day. Write it like 2015-11-16.`,
    needs: (question, option) => `«isnad query ${question}» needs ${option}.`,
    json: (value) => `«${value}» is no JSON object of a line’s fields.`,
    by: 'A correction needs the name of who makes it: give --by NAME or set ISNAD_PERSON.',
    yes: 'Erasing cannot be undone: give --why REASON and --yes.',
  },
  help: {
    ledger: 'the ledger: a file, or postgres://…; else ISNAD_LEDGER, else a file in your data folder',
    keep: 'store the reports with their records in the ledger',
    query: 'ask the ledger',
    queryExamples: `Asks the ledger. Every line comes with its report, its sentence and its exact words, and says whether a machine suggests it or a person confirmed it.

Examples:
  $ isnad query statements --speaker Guterres --from 2018-01-01
  $ isnad query statements --words '"وقف إطلاق النار" الأمم' --outlet BBC --json
  $ isnad query positions --speaker أردوغان --issue syria --oldest-first
  $ isnad query changes --speaker ترامب
  $ isnad query events --type CONSULT --status planned --place جنيف
  $ isnad query reports --count`,
    queryQuestion: `what to ask for: reports, statements, events, positions, changes (where an actor changed sides or contradicts
itself), sides (who agrees on an issue), denials, plans (and whether they came true),
disagreements (of outlets on one event), actors, corrections`,
    queryExits: `Exit codes:
  0  the answer was printed, also when it is empty
  2  wrong usage
  3  there is no such ledger, or it cannot be read`,
    json: 'print JSON: one page with its evidence and the cursor of the next',
    jsonl: 'print every line of the answer as JSON, page after page, without a limit',
    count: 'print only how many there are',
    limit: 'lines of one page (50)',
    cursor: 'go on where the page before ended',
    oldest: 'oldest first',
    speaker: 'who says, does or holds it: a name, a part of it, in Arabic or Latin letters, or an id',
    about: 'whom it is about',
    recipient: 'to whom it is said or done',
    issue: 'the issue: its id, its name, or words of it',
    from: 'first day of publication, as 2015-11-16',
    to: 'last day of publication',
    outlet: 'the outlet; may be repeated',
    words: 'words in any order, "phrases" in quotation marks; clitics and spelling do not matter',
    exact: 'the words as one phrase, with their clitics',
    oneScript: 'names in Latin letters find no Arabic ones',
    report: 'only this report: its id, or its key',
    state: 'only lines so made: suggested, accepted, edited, added, rejected; may be repeated',
    act: 'what kind of statement: say, deny, accuse, …; may be repeated',
    type: 'what kind of event: CONSULT, ASSAULT, …; may be repeated',
    status: 'occurred, ongoing, planned, conditional or denied; may be repeated',
    place: 'where it happened',
    happenedFrom: 'first day on which it happened',
    happenedTo: 'last day on which it happened',
    verify: 'tell whether words stand in the record, or check a bundle of evidence',
    verifyExamples: `Tells whether these words stand in the record, who said them and where, and what differs if not. Given a file, checks a bundle of evidence by itself, without a ledger.

Examples:
  $ isnad verify "لن نقبل بأي تأخير"
  $ isnad verify evidence.json`,
    verifyWhat: 'the words, or the file of a bundle',
    verifyExits: `Exit codes:
  0  the words stand in the record; the bundle is whole
  1  they do not, or not so; the bundle was changed
  2  wrong usage
  3  there is no such ledger or file`,
    bundle: 'freeze the evidence of an answer into a file that can be checked offline',
    bundleExamples: `Asks like «isnad query» and freezes the answer with the reports it rests on into one file. «isnad verify FILE» checks it anywhere.

Examples:
  $ isnad bundle statements --speaker Guterres -o evidence.json
  $ isnad verify evidence.json`,
    bundleExits: `Exit codes:
  0  the bundle was written
  2  wrong usage
  3  there is no such ledger, or the file cannot be written`,
    reread: 'read the reports of the ledger again and show what changed',
    rereadExamples: `Reads every report that this version of Isnad with this knowledge has not read yet. Nothing is overwritten and all corrections stay. May be stopped and goes on where it stopped.

Examples:
  $ isnad reread
  $ isnad reread --knowledge my-entries --json > changes.jsonl`,
    rereadExits: `Exit codes:
  0    all reports are read by this reader
  2    wrong usage
  3    there is no such ledger
  130  stopped by Ctrl-C; what was read until then is stored`,
    correct: 'accept, edit, reject or add lines; merge, split or rename actors; undo',
    correctExamples: `Corrects the ledger. What the machine read stays as it is; the correction is laid over it, with who made it, when and why.

Examples:
  $ isnad correct accept s12.232-246 --by Salma
  $ isnad correct reject e12.40-46 --why 'a headline of another story'
  $ isnad correct edit s12.232-246 --set '{"source": "أنطونيو غوتيريش", "act": "deny"}'
  $ isnad correct add 12 --set '{"kind": "position", "holder": "…", "target": [10, 24], "polarity": "opposes"}'
  $ isnad correct merge ACTOR INTO
  $ isnad correct split ACTOR REPORT_KEY 'name of the other'
  $ isnad correct rename ACTOR_OR_ISSUE 'name'
  $ isnad correct suppress REPORT_KEY_OR_ACTOR --why 'asked by the outlet'
  $ isnad correct erase REPORT_KEY --why 'court order' --yes
  $ isnad correct undo`,
    correctDeed: 'accept, reject, edit, add, merge, split, rename, suppress, erase or undo',
    correctArguments: 'ids of lines, actors, reports or corrections, as «isnad query --json» gives them',
    correctExits: `Exit codes:
  0  the correction is stored
  2  wrong usage, or a value that the record’s format does not have
  3  there is no such ledger, line, report or actor`,
    by: 'who makes the correction; else ISNAD_PERSON',
    why: 'the reason, kept with the correction',
    set: 'the fields of the line as JSON (docs/record.md), actors by id or name',
    yes: 'do not ask',
  },
}
