import type { ActorKind, EventStatus, EventType, NoticeCode, StatementAct, StatementType, TimeType } from '../record.ts'
import { ledgerEnglish, type LedgerMessages } from './ledger-en.ts'
import type { BinaryKind, ForeignLanguage, Problem, ProblemCode } from '../sources/problem.ts'

/** A problem of one code, with that code's own data. */
export type ProblemOf<Code extends ProblemCode> = Extract<Problem, { readonly code: Code }>
export type ProblemSentences = { readonly [Code in ProblemCode]: (problem: ProblemOf<Code>) => string }

/** How a run of `isnad read` ended, in numbers. */
export interface RunCounts {
  readonly reports: number
  readonly lost: number
  readonly doubtful: number
}

/** Every sentence shown to people, in one language. Another language is another value of this type. */
export interface Messages {
  readonly direction: 'ltr' | 'rtl'
  readonly problems: ProblemSentences
  readonly notices: { readonly [Code in NoticeCode]: string }
  readonly labels: { readonly [Label in LabelName]: string }
  readonly acts: { readonly [Act in StatementAct]: string }
  readonly types: { readonly [Type in StatementType]: string }
  readonly timeTypes: { readonly [Type in TimeType]: string }
  readonly actorKinds: { readonly [Kind in ActorKind]: string }
  readonly events: { readonly [Type in EventType]: string }
  readonly statuses: { readonly [Status in EventStatus]: string }
  readonly polarities: { readonly supports: string; readonly opposes: string }
  readonly ledger: LedgerMessages
  readonly nothingFound: string
  readonly list: (items: readonly string[]) => string
  readonly run: {
    readonly done: (counts: RunCounts) => string
    readonly stopped: (reports: number) => string
    readonly nothing: string
    readonly progress: (reports: number) => string
  }
  readonly usage: {
    readonly hint: (command: string) => string
    readonly published: (value: string) => string
    readonly noInput: string
    readonly outputFailed: (file: string, reason: string) => string
    readonly unknownOption: (name: string, suggestion: string | null) => string
    readonly unknownCommand: (name: string, suggestion: string | null) => string
    readonly missingArgument: (name: string) => string
    readonly missingValue: (option: string) => string
    readonly invalidChoice: (option: string, value: string, choices: string) => string
    readonly tooMany: string
    readonly notCount: (option: string, value: string) => string
    readonly internal: (reason: string) => string
  }
  readonly help: { readonly [Page in HelpText]: string }
}

export type LabelName =
  | 'statements'
  | 'times'
  | 'events'
  | 'positions'
  | 'notices'
  | 'speaker'
  | 'speakerUnderstood'
  | 'speakerUnknown'
  | 'cue'
  | 'noCue'
  | 'kind'
  | 'to'
  | 'via'
  | 'who'
  | 'toWhom'
  | 'when'
  | 'where'
  | 'claimedBy'
  | 'conditional'
  | 'noOutlet'
  | 'noDate'

export type HelpText =
  | 'usage'
  | 'arguments'
  | 'options'
  | 'commands'
  | 'program'
  | 'programExamples'
  | 'programExits'
  | 'version'
  | 'showHelp'
  | 'helpCommand'
  | 'lang'
  | 'color'
  | 'noColor'
  | 'knowledge'
  | 'output'
  | 'read'
  | 'readExamples'
  | 'readFiles'
  | 'readExits'
  | 'published'
  | 'format'
  | 'eval'
  | 'evalExamples'
  | 'evalFolder'
  | 'evalExits'
  | 'misses'
  | 'rules'
  | 'json'
  | 'checkJson'
  | 'only'
  | 'survey'
  | 'surveyExamples'
  | 'surveyExits'
  | 'most'
  | 'limit'
  | 'knowledgeGroup'
  | 'knowledgeGroupExamples'
  | 'knowledgeCheck'
  | 'knowledgeCheckExamples'
  | 'knowledgeFolder'
  | 'knowledgeCheckExits'

const kinds: { readonly [Kind in BinaryKind]: string } = {
  pdf: 'a PDF document',
  zip: 'a packed archive (or a .docx, .xlsx, .epub)',
  image: 'a picture',
  'audio-video': 'sound or film',
  database: 'a database or table file',
  program: 'a program',
  word: 'a word processor’s document',
  unknown: 'binary data',
}
const languages: { readonly [Language in ForeignLanguage]: string } = {
  persian: 'it looks like Persian',
  urdu: 'it looks like Urdu',
  kurdish: 'it looks like Kurdish',
  latin: 'its letters are Latin',
  other: 'it has hardly any Arabic letters',
}

const megabytes = (bytes: number) => `${Math.round(bytes / (1024 * 1024))} MB`
const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`
const meant = (suggestion: string | null) => (suggestion === null ? '' : ` Did you mean ${suggestion}?`)

export const english: Messages = {
  direction: 'ltr',
  problems: {
    'file-empty': () => 'is empty: there is nothing to read in it.',
    'file-missing': () => 'does not exist. Check the path.',
    'file-unreadable': ({ reason }) => `cannot be read (${reason}).`,
    'file-binary': ({ kind }) => `is ${kinds[kind]}, not text. Give the text itself as .txt, .json or .jsonl.`,
    'file-too-large': ({ bytes, limit }) =>
      `is too large for one report${bytes === null ? '' : ` (${megabytes(bytes)})`}: .txt and .json may have ${megabytes(limit)}. Divide it, or write many reports as JSON lines (.jsonl), which have no limit.`,
    'file-truncated': () => 'is cut short: its end is missing. Fetch it again.',
    'format-unknown': ({ kind }) =>
      kind === 'web-page'
        ? 'is a web page, which Isnad does not read yet. Save its text as .txt.'
        : 'is of a kind that Isnad does not read. It reads .txt, .json and .jsonl.',
    'folder-empty': () => 'holds no .txt, .json or .jsonl file.',
    'line-invalid': ({ reason }) => `is not valid JSON and was skipped (${reason}).`,
    'line-too-long': ({ limit }) => `is longer than ${megabytes(limit)} and was skipped.`,
    'report-invalid': () => 'is no report and was skipped: a report is a JSON object { "id", "outlet", "published", "title", "url", "text" }.',
    'field-missing': ({ found }) =>
      `has no field "text" of type string and was skipped (${found.length === 0 ? 'it has no fields' : `its fields: ${found.slice(0, 12).join(', ')}${found.length > 12 ? ', …' : ''}`}).`,
    'encoding-unknown': () => 'is in an encoding that Isnad does not know. It reads UTF-8, UTF-16, windows-1256 and iso-8859-6; save it as UTF-8.',
    'text-cut': () => 'ends in the middle of a character: its end is missing. It was read up to there.',
    'text-empty': () => 'has an empty "text": nothing was found in it.',
    'bytes-damaged': ({ count: n }) => `has ${count(n, 'place that is', 'places that are')} not valid UTF-8; each was read as �.`,
    'not-arabic': ({ language }) => `is not in Arabic (${languages[language]}): nothing was read from it.`,
    'reading-failed': ({ reason }) => `could not be read because of a mistake in Isnad (${reason}). Please report it with this text.`,
    'encoding-guessed': ({ encoding }) => `was read as ${encoding}, by the look of its letters.`,
    'published-invalid': ({ value }) => `has a date that is no ISO date ("${value.slice(0, 40)}", not like 2015-11-16): it was left out.`,
    'files-passed-over': ({ count: n }) =>
      `${count(n, 'file of another kind was', 'files of other kinds were')} passed over (Isnad reads .txt, .json and .jsonl).`,
  },
  notices: {
    'not-arabic': 'The text is not in Arabic.',
    'text-empty': 'The text is empty.',
    'no-reporting-verb': 'No word that reports anyone’s words was found.',
    'links-only': 'The text is a list of links or headlines.',
    'quotation-unclosed': 'A quotation mark opens and never closes.',
    'bidi-override': 'Hidden characters turn the direction of this text around.',
    'weekday-disagrees': 'The weekday is not the one of its date.',
    'months-disagree': 'The two month names do not mean the same month.',
    'calendars-disagree': 'The dates in two calendars are not the same day.',
    'day-impossible': 'There is no such day.',
    'name-misspelt': 'A name is probably misspelt.',
    'text-cut': 'The text is cut: its end is missing.',
    'no-published-date': 'The report has no date, so “today” or “Sunday” could not be resolved. Give --published DATE.',
  },
  labels: {
    statements: 'Statements',
    times: 'Times',
    events: 'Events',
    positions: 'Positions',
    notices: 'To be noticed',
    speaker: 'speaker',
    speakerUnderstood: 'understood from what goes before',
    speakerUnknown: 'not known',
    cue: 'cue',
    noCue: 'none',
    kind: 'kind',
    to: 'to',
    via: 'through',
    who: 'who',
    toWhom: 'to whom',
    when: 'when',
    where: 'where',
    claimedBy: 'according to',
    conditional: 'on a condition',
    noOutlet: 'outlet unknown',
    noDate: 'date unknown',
  },
  acts: {
    say: 'says',
    announce: 'announces',
    assert: 'asserts',
    continue: 'continues',
    explain: 'explains',
    opine: 'holds',
    expect: 'expects',
    claim: 'claims',
    deny: 'denies',
    admit: 'admits',
    accuse: 'accuses',
    condemn: 'condemns',
    demand: 'demands',
    promise: 'promises',
    threaten: 'threatens',
    welcome: 'welcomes',
    feel: 'feels',
    agree: 'agrees',
    relay: 'relays',
  },
  types: { direct: 'direct', indirect: 'indirect', mixed: 'mixed' },
  timeTypes: { DATE: 'date', TIME: 'time', DURATION: 'duration', SET: 'set' },
  actorKinds: {
    person: 'person',
    state: 'state',
    organization: 'organization',
    group: 'group',
    anonymous: 'unnamed source',
    collective: 'collective',
  },
  events: {
    AGREE: 'agree',
    CONSULT: 'consult',
    SUPPORT: 'support',
    CONCEDE: 'concede',
    COOPERATE: 'cooperate',
    AID: 'aid',
    RETREAT: 'retreat',
    REQUEST: 'request',
    ACCUSE: 'accuse',
    REJECT: 'reject',
    THREATEN: 'threaten',
    PROTEST: 'protest',
    SANCTION: 'sanction',
    MOBILIZE: 'mobilize',
    COERCE: 'coerce',
    ASSAULT: 'assault',
  },
  statuses: { occurred: 'occurred', ongoing: 'ongoing', planned: 'planned', conditional: 'conditional', denied: 'denied' },
  polarities: { supports: 'supports', opposes: 'opposes' },
  ledger: ledgerEnglish,
  nothingFound: 'Nothing was found in this report.',
  list: (items) => items.join(', '),
  run: {
    done: ({ reports, lost, doubtful }) =>
      `${count(reports, 'report', 'reports')} read${lost === 0 ? '' : `; ${lost} could not be read`}${doubtful === 0 ? '' : `; ${doubtful} to look at`}.`,
    stopped: (reports) => `stopped; ${count(reports, 'report was', 'reports were')} read and written until then.`,
    nothing: 'nothing could be read.',
    progress: (reports) => count(reports, 'report', 'reports'),
  },
  usage: {
    hint: (command) => `See «${command} --help».`,
    published: (value) => `--published «${value}» is no date. Write it like 2015-11-16 or 2015-11-16T08:30+02:00.`,
    noInput: 'Nothing to read: give files or folders, or - for standard input.',
    outputFailed: (file, reason) => `«${file}» cannot be written (${reason}).`,
    unknownOption: (name, suggestion) => `There is no option «${name}».${meant(suggestion)}`,
    unknownCommand: (name, suggestion) => `There is no command «${name}».${meant(suggestion)}`,
    missingArgument: (name) => `«${name}» is missing.`,
    missingValue: (option) => `«${option}» needs a value.`,
    invalidChoice: (option, value, choices) => `«${value}» is not among the values of ${option}: ${choices}.`,
    notCount: (option, value) => `«${value}» cannot be the value of ${option}: give a whole number from 1 up.`,
    tooMany: 'There are more arguments than this command takes.',
    internal: (reason) => `A mistake in Isnad itself: ${reason}. Please report it; ISNAD_DEBUG=1 shows where it happened.`,
  },
  help: {
    usage: 'Usage:',
    arguments: 'Arguments:',
    options: 'Options:',
    commands: 'Commands:',
    program: 'Reads Arabic news and keeps the record: who said what, when, and where it stands in the text.',
    programExamples: `Examples:
  $ isnad read report.txt --published 2015-11-16
  $ isnad read news/ --format jsonl > records.jsonl
  $ isnad read --help`,
    programExits: `Exit codes:
  0  all was done          2  wrong usage
  1  part of it failed     3  nothing could be done
  (each command's help says what this means for it)`,
    version: 'print the version',
    showHelp: 'show this help',
    helpCommand: 'show the help of a command',
    lang: 'language of messages: en or ar (else ISNAD_LANG, else the locale)',
    color: 'colour even where the output is no terminal',
    noColor: 'no colour (NO_COLOR does the same)',
    knowledge: 'a folder with knowledge entries of your own, added to Isnad’s; may be repeated',
    output: 'write the result to FILE instead of standard output',
    read: 'read reports and print who said what',
    readExamples: `Reads reports and prints what they record: who said what, in which words, and which times are named.

Examples:
  $ isnad read report.txt --published 2015-11-16
  $ isnad read news/ more.jsonl --format jsonl -o records.jsonl
  $ cat reports.jsonl | isnad read --format jsonl | jq .statements
  $ isnad read archive.jsonl.gz --knowledge my-entries --format json`,
    readFiles: `files (.txt, .json, .jsonl; also with .gz), folders (all such files below them), or - for standard input.
A .json or .jsonl report has the fields id, outlet, published, title, url, text; only text is needed.`,
    readExits: `Exit codes:
  0    every input was read
  1    some input or line could not be read, is cut, empty or not Arabic; all others were read
  2    wrong usage: an unknown option or a value that does not fit
  3    nothing could be read, or the result could not be written
  130  stopped by Ctrl-C; what was read until then is written`,
    published: 'date of the reports that have none, as 2015-11-16 or 2015-11-16T08:30+02:00',
    format: 'text for people, json (one array), jsonl (one record a line); without it, text, or what the ending of -o FILE says',
    eval: 'measure the reading against reports annotated by hand',
    evalExamples: `Reads every report of a folder of gold files and measures what was found against what people annotated.

Examples:
  $ isnad eval gold/
  $ isnad eval gold/ --misses
  $ isnad eval gold/ --rules --json > measures.json`,
    evalFolder: 'a folder of gold files, one report each (docs/gold.md describes them)',
    evalExits: `Exit codes:
  0  the measures were printed
  2  wrong usage
  3  the folder holds no gold file that could be read`,
    misses: 'list what was missed and what was found wrongly',
    rules: 'list for every knowledge entry how often it was used and how often it was right',
    json: 'print the measures as JSON',
    checkJson: 'print the results as JSON',
    only: 'check only one folder or file of the knowledge, such as frames/say',
    survey: 'count what reading leaves unresolved over many reports',
    surveyExamples: `Reads reports that nobody annotated and counts, outlet by outlet, what stays unresolved and which words are behind it.

Examples:
  $ isnad survey archive.jsonl.gz
  $ isnad survey news/ --limit 5000 --most 50
  $ isnad survey news/ --json > survey.json`,
    surveyExits: `Exit codes:
  0  every input was read
  1  some input could not be read; all others were counted
  2  wrong usage
  3  nothing could be read`,
    most: 'how many of the most frequent words to list (20)',
    limit: 'stop after so many reports',
    knowledgeGroup: 'work with the knowledge that reading rests on',
    knowledgeGroupExamples: `Works with the knowledge that reading rests on: plain-text entries anyone can extend.

Examples:
  $ isnad knowledge check
  $ isnad knowledge check my-entries/`,
    knowledgeCheck: 'check knowledge entries and run the examples written in them',
    knowledgeCheckExamples: `Checks that every knowledge entry is well formed and that each of its examples is read as it says.

Examples:
  $ isnad knowledge check
  $ isnad knowledge check --only frames/say
  $ isnad knowledge check my-entries/`,
    knowledgeFolder: 'a folder with entries of your own; without it, Isnad’s own knowledge is checked',
    knowledgeCheckExits: `Exit codes:
  0  every entry and example holds
  1  some do not; each is named with its file and line
  2  wrong usage
  3  there was no entry to check`,
  },
}
