import { ledgerArabic } from './ledger-ar.ts'
import type { BinaryKind, ForeignLanguage } from '../sources/problem.ts'
import type { Messages } from './en.ts'

const kinds: { readonly [Kind in BinaryKind]: string } = {
  pdf: 'مستند PDF',
  zip: 'أرشيف مضغوط (أو ‎.docx أو ‎.xlsx أو ‎.epub)',
  image: 'صورة',
  'audio-video': 'صوت أو فيديو',
  database: 'قاعدة بيانات أو ملف جداول',
  program: 'برنامج',
  word: 'مستند من معالج نصوص',
  unknown: 'بيانات ثنائية',
}
const languages: { readonly [Language in ForeignLanguage]: string } = {
  persian: 'يبدو أنه بالفارسية',
  urdu: 'يبدو أنه بالأردية',
  kurdish: 'يبدو أنه بالكردية',
  latin: 'حروفه لاتينية',
  other: 'يكاد يخلو من الحروف العربية',
}

const megabytes = (bytes: number) => `${Math.round(bytes / (1024 * 1024))} ميغابايت`
/** A number with its noun as Arabic counts: one, two, three to ten, eleven and more, and hundreds. */
const count = (n: number, one: string, two: string, few: string, many: string, hundred: string) => {
  if (n === 1) return one
  if (n === 2) return two
  const rest = n % 100
  if (rest >= 3 && rest <= 10) return `${n} ${few}`
  return rest >= 11 ? `${n} ${many}` : `${n} ${hundred}`
}
const reports = (n: number) => count(n, 'تقرير واحد', 'تقريران', 'تقارير', 'تقريرا', 'تقرير')
const places = (n: number) => count(n, 'موضع واحد', 'موضعان', 'مواضع', 'موضعا', 'موضع')
const files = (n: number) => count(n, 'ملف واحد', 'ملفين', 'ملفات', 'ملفا', 'ملف')
const meant = (suggestion: string | null) => (suggestion === null ? '' : ` هل تقصد ${suggestion}؟`)

export const arabic: Messages = {
  direction: 'rtl',
  problems: {
    'file-empty': () => 'فارغ: لا شيء فيه يُقرأ.',
    'file-missing': () => 'غير موجود. تحقق من المسار.',
    'file-unreadable': ({ reason }) => `تعذرت قراءته (${reason}).`,
    'file-binary': ({ kind }) => `ليس نصا بل ${kinds[kind]}. أعط النص نفسه بصيغة ‎.txt أو ‎.json أو ‎.jsonl.`,
    'file-too-large': ({ bytes, limit }) =>
      `أكبر من أن يكون تقريرا واحدا${bytes === null ? '' : ` (${megabytes(bytes)})`}: الحد لملفات ‎.txt و‎.json هو ${megabytes(limit)}. قسّمه، أو اكتب التقارير أسطرا بصيغة ‎.jsonl فلا حد لها.`,
    'file-truncated': () => 'مبتور: نهايته مفقودة. اجلبه من جديد.',
    'format-unknown': ({ kind }) =>
      kind === 'web-page' ? 'صفحة ويب، وإسناد لا يقرؤها بعد. احفظ نصها في ملف ‎.txt.' : 'من نوع لا يقرؤه إسناد. الأنواع المقروءة: ‎.txt و‎.json و‎.jsonl.',
    'folder-empty': () => 'لا يحوي أي ملف ‎.txt أو ‎.json أو ‎.jsonl.',
    'line-invalid': ({ reason }) => `ليس JSON صحيحا فتُرك (${reason}).`,
    'line-too-long': ({ limit }) => `أطول من ${megabytes(limit)} فتُرك.`,
    'report-invalid': () => 'ليس تقريرا فتُرك: التقرير كائن JSON فيه { "id", "outlet", "published", "title", "url", "text" }.',
    'field-missing': ({ found }) =>
      `ليس فيه حقل نصي "text" فتُرك (${found.length === 0 ? 'لا حقول فيه' : `حقوله: ${found.slice(0, 12).join('، ')}${found.length > 12 ? '، …' : ''}`}).`,
    'encoding-unknown': () => 'بترميز لا يعرفه إسناد. الترميزات المقروءة: UTF-8 وUTF-16 وwindows-1256 وiso-8859-6؛ احفظه بترميز UTF-8.',
    'text-cut': () => 'ينتهي في وسط حرف: نهايته مفقودة. قُرئ حتى ذلك الموضع.',
    'text-empty': () => 'حقل "text" فيه فارغ: لم يُعثر فيه على شيء.',
    'bytes-damaged': ({ count: n }) => `فيه ${places(n)} لا يصح في UTF-8؛ وقُرئ مكانه �.`,
    'not-arabic': ({ language }) => `ليس بالعربية (${languages[language]}): لم يُقرأ منه شيء.`,
    'reading-failed': ({ reason }) => `تعذرت قراءته لخطأ في إسناد نفسه (${reason}). نرجو الإبلاغ عنه مع هذا النص.`,
    'encoding-guessed': ({ encoding }) => `قُرئ بترميز ${encoding} استدلالا بحروفه.`,
    'published-invalid': ({ value }) => `تاريخه ليس تاريخ ISO («${value.slice(0, 40)}» وليس مثل 2015-11-16) فأُهمل.`,
    'files-passed-over': ({ count: n }) => `تُجووز عن ${files(n)} من أنواع أخرى (يقرأ إسناد ‎.txt و‎.json و‎.jsonl).`,
  },
  notices: {
    'not-arabic': 'النص ليس بالعربية.',
    'text-empty': 'النص فارغ.',
    'no-reporting-verb': 'لم يُعثر على لفظ ينقل كلام أحد.',
    'links-only': 'النص قائمة روابط أو عناوين.',
    'quotation-unclosed': 'علامة اقتباس تُفتح ولا تُغلق.',
    'bidi-override': 'محارف خفية تقلب اتجاه هذا النص.',
    'weekday-disagrees': 'يوم الأسبوع لا يوافق تاريخه.',
    'months-disagree': 'اسما الشهر لا يدلان على شهر واحد.',
    'calendars-disagree': 'التاريخان في التقويمين ليسا يوما واحدا.',
    'day-impossible': 'لا وجود لهذا اليوم.',
    'name-misspelt': 'في كتابة اسم خطأ على الأرجح.',
    'text-cut': 'النص مبتور: نهايته مفقودة.',
    'no-published-date': 'لا تاريخ للتقرير، فلا يُعرف المقصود بـ«اليوم» أو «الأحد». استعمل ‎--published DATE.',
  },
  labels: {
    statements: 'الأقوال',
    times: 'الأوقات',
    events: 'الأحداث',
    positions: 'المواقف',
    notices: 'تنبيهات',
    speaker: 'القائل',
    speakerUnderstood: 'مفهوم مما سبق',
    speakerUnknown: 'غير معروف',
    cue: 'لفظ النقل',
    noCue: 'لا يوجد',
    kind: 'النوع',
    to: 'إلى',
    via: 'عبر',
    who: 'الفاعل',
    toWhom: 'تجاه',
    when: 'الوقت',
    where: 'المكان',
    claimedBy: 'بحسب',
    conditional: 'بشرط',
    noOutlet: 'المصدر غير معروف',
    noDate: 'التاريخ غير معروف',
  },
  acts: {
    say: 'قول',
    announce: 'إعلان',
    assert: 'تأكيد',
    continue: 'متابعة',
    explain: 'إيضاح',
    opine: 'رأي',
    expect: 'توقع',
    claim: 'زعم',
    deny: 'نفي',
    admit: 'إقرار',
    accuse: 'اتهام',
    condemn: 'إدانة',
    demand: 'مطالبة',
    promise: 'وعد',
    threaten: 'تهديد',
    welcome: 'ترحيب',
    feel: 'شعور',
    agree: 'موافقة',
    relay: 'نقل',
  },
  types: { direct: 'مباشر', indirect: 'غير مباشر', mixed: 'مختلط' },
  timeTypes: { DATE: 'تاريخ', TIME: 'وقت', DURATION: 'مدة', SET: 'تكرار' },
  actorKinds: { person: 'شخص', state: 'دولة', organization: 'هيئة', group: 'جماعة', anonymous: 'مصدر غير مسمى', collective: 'جمع' },
  events: {
    AGREE: 'اتفاق',
    CONSULT: 'تشاور',
    SUPPORT: 'تأييد',
    CONCEDE: 'تنازل',
    COOPERATE: 'تعاون',
    AID: 'عون',
    RETREAT: 'انسحاب',
    REQUEST: 'طلب',
    ACCUSE: 'اتهام',
    REJECT: 'رفض',
    THREATEN: 'تهديد',
    PROTEST: 'احتجاج',
    SANCTION: 'عقوبة',
    MOBILIZE: 'حشد',
    COERCE: 'إكراه',
    ASSAULT: 'اعتداء',
  },
  statuses: { occurred: 'وقع', ongoing: 'جار', planned: 'مزمع', conditional: 'مشروط', denied: 'منفي' },
  polarities: { supports: 'مؤيد', opposes: 'معارض' },
  ledger: ledgerArabic,
  nothingFound: 'لم يُعثر في هذا التقرير على شيء.',
  list: (items) => items.join('، '),
  run: {
    done: ({ reports: n, lost, doubtful }) =>
      `عدد ما قُرئ: ${reports(n)}${lost === 0 ? '' : `؛ وما تعذرت قراءته: ${lost}`}${doubtful === 0 ? '' : `؛ وما يحتاج إلى نظر: ${doubtful}`}.`,
    stopped: (n) => `توقف العمل؛ قُرئ وكُتب حتى ذلك: ${reports(n)}.`,
    nothing: 'لم يمكن قراءة أي شيء.',
    progress: (n) => reports(n),
  },
  usage: {
    hint: (command) => `انظر «${command} --help».`,
    published: (value) => `‏«${value}» في ‎--published ليس تاريخا. اكتبه مثل 2015-11-16 أو 2015-11-16T08:30+02:00.`,
    noInput: 'لا شيء للقراءة: أعط ملفات أو مجلدات، أو - للدخل القياسي.',
    outputFailed: (file, reason) => `تعذرت الكتابة في «${file}» ‏(${reason}).`,
    unknownOption: (name, suggestion) => `لا يوجد خيار «${name}».${meant(suggestion)}`,
    unknownCommand: (name, suggestion) => `لا يوجد أمر «${name}».${meant(suggestion)}`,
    missingArgument: (name) => `ينقص «${name}».`,
    missingValue: (option) => `الخيار «${option}» يحتاج إلى قيمة.`,
    invalidChoice: (option, value, choices) => `القيمة «${value}» ليست من قيم ${option}: ${choices}.`,
    notCount: (option, value) => `لا تصح القيمة «${value}» للخيار ${option}: أعط عددا صحيحا من 1 فأعلى.`,
    tooMany: 'عدد الوسائط أكثر مما يقبله هذا الأمر.',
    internal: (reason) => `خطأ في إسناد نفسه: ${reason}. نرجو الإبلاغ عنه؛ ISNAD_DEBUG=1 يبين موضعه.`,
  },
  help: {
    usage: 'الاستعمال:',
    arguments: 'الوسائط:',
    options: 'الخيارات:',
    commands: 'الأوامر:',
    program: 'يقرأ الأخبار العربية ويحفظ السجل: من قال ماذا، ومتى، وأين يرد ذلك في النص.',
    programExamples: `أمثلة:
  $ isnad read report.txt --published 2015-11-16
  $ isnad read news/ --format jsonl > records.jsonl
  $ isnad read --help`,
    programExits: `رموز الخروج:
  0  تم كل شيء
  1  فشل بعضه
  2  خطأ في الاستعمال
  3  لم يمكن إنجاز شيء
  (معنى كل رمز لكل أمر في مساعدته)`,
    version: 'اطبع رقم الإصدار',
    showHelp: 'اعرض هذه المساعدة',
    helpCommand: 'اعرض مساعدة أمر',
    lang: 'لغة الرسائل: en أو ar (وإلا فقيمة ISNAD_LANG، وإلا فلغة النظام)',
    color: 'لوّن ولو لم يكن الخرج طرفية',
    noColor: 'بلا ألوان (ومثله NO_COLOR)',
    knowledge: 'مجلد فيه مداخل معرفة من عندك تضاف إلى معرفة إسناد؛ يجوز تكراره',
    output: 'اكتب النتيجة في FILE بدل الخرج القياسي',
    read: 'اقرأ التقارير واطبع من قال ماذا',
    readExamples: `يقرأ التقارير ويطبع ما تسجله: من قال ماذا، وبأي ألفاظ، وأي أوقات ذُكرت.

أمثلة:
  $ isnad read report.txt --published 2015-11-16
  $ isnad read news/ more.jsonl --format jsonl -o records.jsonl
  $ cat reports.jsonl | isnad read --format jsonl | jq .statements
  $ isnad read archive.jsonl.gz --knowledge my-entries --format json`,
    readFiles: `ملفات (‎.txt و‎.json و‎.jsonl، ومضغوطة ‎.gz)، أو مجلدات (كل ما تحتها من هذه الملفات)، أو - للدخل القياسي.
حقول التقرير في ‎.json و‎.jsonl هي id وoutlet وpublished وtitle وurl وtext؛ ولا يلزم منها غير text.`,
    readExits: `رموز الخروج:
  0    قُرئ كل الدخل
  1    تعذرت قراءة بعض الدخل أو كان مبتورا أو فارغا أو غير عربي؛ وقُرئ كل ما عداه
  2    خطأ في الاستعمال: خيار غير معروف أو قيمة لا تصح
  3    لم يمكن قراءة شيء، أو تعذرت كتابة النتيجة
  130  أوقفه Ctrl-C؛ وكُتب ما قُرئ حتى ذلك`,
    published: 'تاريخ التقارير التي لا تاريخ لها، مثل 2015-11-16 أو 2015-11-16T08:30+02:00',
    format: '‏text للناس، وjson مصفوفة واحدة، وjsonl سجل في كل سطر؛ وإلا فهو text أو ما تدل عليه نهاية ‎-o FILE',
    eval: 'قس القراءة على تقارير وسمها الناس بأيديهم',
    evalExamples: `يقرأ كل تقرير في مجلد من ملفات الوسم المرجعي ويقيس ما وجده على ما وسمه الناس.

أمثلة:
  $ isnad eval gold/
  $ isnad eval gold/ --misses
  $ isnad eval gold/ --rules --json > measures.json`,
    evalFolder: 'مجلد ملفات الوسم المرجعي، لكل تقرير ملف (يصفها docs/gold.md)',
    evalExits: `رموز الخروج:
  0  طُبعت المقاييس
  2  خطأ في الاستعمال
  3  ليس في المجلد ملف مرجعي تمكن قراءته`,
    misses: 'اسرد ما فات وما وُجد خطأ',
    rules: 'اسرد لكل مدخل معرفة كم مرة استُعمل وكم مرة أصاب',
    json: 'اطبع المقاييس بصيغة JSON',
    checkJson: 'اطبع النتائج بصيغة JSON',
    only: 'تحقق من مجلد واحد أو ملف واحد من المعرفة، مثل frames/say',
    survey: 'أحص ما تتركه القراءة بلا حل في تقارير كثيرة',
    surveyExamples: `يقرأ تقارير لم يسمها أحد ويحصي، مصدرا مصدرا، ما يبقى بلا حل وأي الألفاظ وراءه.

أمثلة:
  $ isnad survey archive.jsonl.gz
  $ isnad survey news/ --limit 5000 --most 50
  $ isnad survey news/ --json > survey.json`,
    surveyExits: `رموز الخروج:
  0  قُرئ كل الدخل
  1  تعذرت قراءة بعض الدخل؛ وأُحصي كل ما عداه
  2  خطأ في الاستعمال
  3  لم يمكن قراءة شيء`,
    most: 'كم لفظا يُسرد من أكثر الألفاظ ورودا (20)',
    limit: 'توقف بعد هذا العدد من التقارير',
    knowledgeGroup: 'العمل مع المعرفة التي تقوم عليها القراءة',
    knowledgeGroupExamples: `العمل مع المعرفة التي تقوم عليها القراءة: مداخل نصية يستطيع كل أحد أن يزيد عليها.

أمثلة:
  $ isnad knowledge check
  $ isnad knowledge check my-entries/`,
    knowledgeCheck: 'تحقق من مداخل المعرفة وشغّل ما فيها من أمثلة',
    knowledgeCheckExamples: `يتحقق من صحة كل مدخل معرفة ومن أن كل مثال فيه يُقرأ كما يقول.

أمثلة:
  $ isnad knowledge check
  $ isnad knowledge check --only frames/say
  $ isnad knowledge check my-entries/`,
    knowledgeFolder: 'مجلد فيه مداخل من عندك؛ وإلا فالمقصود معرفة إسناد نفسها',
    knowledgeCheckExits: `رموز الخروج:
  0  صح كل مدخل ومثال
  1  لم يصح بعضها؛ ويُذكر كل منها بملفه وسطره
  2  خطأ في الاستعمال
  3  لا مدخل للتحقق منه`,
  },
}
