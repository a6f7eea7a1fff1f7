import type { LedgerMessages } from './ledger-en.ts'

export const ledgerArabic: LedgerMessages = {
  states: { suggested: 'مقترح', accepted: 'مقبول', edited: 'معدَّل', added: 'أضافه شخص', rejected: 'مرفوض' },
  changes: {
    reversal: 'انتقل إلى الموقف المضاد',
    retraction: 'تراجع عنه',
    'same-day-conflict': 'وسيلتان تنقلان موقفين متضادين في يوم واحد',
    'within-report': 'تقرير واحد ينقل الموقفين',
    'wording-differs': 'وسيلتان تنقلان القول بألفاظ مختلفة',
  },
  disagreements: { status: 'اختلاف في وقوعه', factuality: 'اختلاف في درجة اليقين', place: 'اختلاف في المكان', mode: 'اختلاف في الكيفية' },
  outcomes: { 'came-true': 'تحقق', 'called-off': 'ألغي أو نفي', due: 'لم يحن موعده', 'not-seen': 'لا يعرف عنه شيء بعد' },
  verdicts: {
    exact: 'هذه الكلمات واردة في السجل.',
    'in-text': 'هذه الكلمات واردة في تقرير، لكن ليس على لسان أحد.',
    differs: 'هذه الكلمات غير واردة في السجل، وأقرب ما فيه إليها:',
    absent: 'هذه الكلمات غير واردة في السجل ولا ما يشبهها.',
  },
  bundleProblems: {
    'digest-differs': 'غُيِّرت الحزمة بعد إنشائها',
    'report-missing': 'التقرير غير موجود في الحزمة',
    'report-changed': 'التقرير ليس التقرير الذي قُرئ',
    'words-differ': 'الكلمات ليست في الموضع المذكور',
    'sentence-differs': 'الجملة ليست في الموضع المذكور',
  },
  bundleWhole: (lines, reports) => `الحزمة سليمة: كل سطر في موضعه (الأسطر: ${lines}، التقارير: ${reports}).`,
  stored: (counts) =>
    `تقارير جديدة: ${counts.new}؛ تغيّر نصها: ${counts.version}؛ قُرئت من جديد: ${counts.reading}؛ معروفة: ${counts.same}${counts.erased === 0 ? '' : `؛ أتلفت من قبل فتُركت: ${counts.erased}`}.`,
  reread: (reports) => `تقارير أعيدت قراءتها: ${reports}.`,
  changed: (added, removed, changed) => `أسطر زادت: ${added}، نقصت: ${removed}، تغيرت: ${changed}`,
  corrected: (id) => `تم: التصحيح ${id}. يرجع عنه «isnad correct undo».`,
  erased: 'أُتلف التقرير وبقي شاهد على إتلافه.',
  nothing: 'ليس في السجل شيء من هذا.',
  more: (cursor) => `للمزيد: --cursor ${cursor}`,
  earlier: 'قبل',
  later: 'بعد',
  claims: 'ينفي',
  asked: 'المسؤول عنه',
  recorded: 'الوارد',
  supporters: 'المؤيدون',
  opponents: 'المعارضون',
  divided: 'نُسب إليهم الموقفان',
  reports: (n) => `التقارير: ${n}`,
  undone: 'رُجع عنه',
  usage: {
    day: (value) => `«${value}» ليس يوما. اكتبه هكذا: 2015-11-16.`,
    needs: (question, option) => `يحتاج «isnad query ${question}» إلى ${option}.`,
    json: (value) => `«${value}» ليس كائن JSON فيه حقول سطر.`,
    by: 'يحتاج التصحيح إلى اسم صاحبه: أعط ‎--by NAME أو اضبط ISNAD_PERSON.',
    yes: 'لا رجوع عن الإتلاف: أعط ‎--why REASON و‎--yes.',
  },
  help: {
    ledger: 'السجل: ملف أو postgres://…؛ وإلا ISNAD_LEDGER، وإلا ملف في مجلد بياناتك',
    keep: 'احفظ التقارير وقراءاتها في السجل',
    query: 'اسأل السجل',
    queryExamples: `يسأل السجل. مع كل سطر تقريره وجملته وكلماته كما وردت، وهل اقترحته الآلة أم أكده شخص.

أمثلة:
  $ isnad query statements --speaker غوتيريش --from 2018-01-01
  $ isnad query statements --words '"وقف إطلاق النار" الأمم' --outlet BBC --json
  $ isnad query positions --speaker أردوغان --issue syria --oldest-first
  $ isnad query changes --speaker ترامب
  $ isnad query events --type CONSULT --status planned --place جنيف
  $ isnad query reports --count`,
    queryQuestion: `المسؤول عنه: reports التقارير، statements الأقوال، events الأحداث، positions المواقف، changes أين غيّر الطرف موقفه
أو ناقض نفسه، sides من يتفق في قضية، denials النفي، plans المخطط له وهل تحقق،
disagreements اختلاف وسائل الإعلام في حدث واحد، actors الأطراف، corrections التصحيحات`,
    queryExits: `رموز الخروج:
  0  كُتب الجواب ولو كان خاليا
  2  استعمال خاطئ
  3  لا يوجد سجل كهذا أو لا يمكن قراءته`,
    json: 'اكتب JSON: صفحة بأدلتها ومؤشر التالية',
    jsonl: 'اكتب كل سطر من الجواب JSON، صفحة بعد صفحة، بلا حد',
    count: 'اكتب العدد فقط',
    limit: 'عدد أسطر الصفحة (50)',
    cursor: 'تابع من حيث انتهت الصفحة السابقة',
    oldest: 'الأقدم أولا',
    speaker: 'من قال أو فعل أو وقف: اسم أو جزء منه، بحروف عربية أو لاتينية، أو معرّف',
    about: 'عمّن الكلام',
    recipient: 'لمن قيل أو بمن فُعل',
    issue: 'القضية: معرّفها أو اسمها أو كلمات منها',
    from: 'أول يوم للنشر، مثل 2015-11-16',
    to: 'آخر يوم للنشر',
    outlet: 'وسيلة الإعلام؛ يجوز تكراره',
    words: 'كلمات بأي ترتيب، و"عبارات" بين علامتي اقتباس؛ لا أثر للسوابق واللواحق والإملاء',
    exact: 'الكلمات عبارة واحدة بسوابقها ولواحقها',
    oneScript: 'الأسماء اللاتينية لا تجد العربية',
    report: 'هذا التقرير فقط: معرّفه أو رقمه',
    state: 'أسطر بهذه الحال فقط: suggested وaccepted وedited وadded وrejected؛ يجوز تكراره',
    act: 'نوع القول: say وdeny وaccuse …؛ يجوز تكراره',
    type: 'نوع الحدث: CONSULT وASSAULT …؛ يجوز تكراره',
    status: 'occurred أو ongoing أو planned أو conditional أو denied؛ يجوز تكراره',
    place: 'مكان الحدث',
    happenedFrom: 'أول يوم لوقوع الحدث',
    happenedTo: 'آخر يوم لوقوع الحدث',
    verify: 'هل هذه الكلمات واردة في السجل؟ أو افحص حزمة أدلة',
    verifyExamples: `يقول هل هذه الكلمات واردة في السجل، ومن قالها وأين، وإلا فما الذي يختلف. وإذا أعطي ملفا فحص حزمة أدلة وحدها بلا سجل.

أمثلة:
  $ isnad verify "لن نقبل بأي تأخير"
  $ isnad verify evidence.json`,
    verifyWhat: 'الكلمات، أو ملف حزمة',
    verifyExits: `رموز الخروج:
  0  الكلمات واردة؛ الحزمة سليمة
  1  غير واردة أو واردة بغير هذا اللفظ؛ غُيّرت الحزمة
  2  استعمال خاطئ
  3  لا يوجد سجل أو ملف كهذا`,
    bundle: 'جمّد أدلة جواب في ملف يُفحص بلا اتصال',
    bundleExamples: `يسأل مثل «isnad query» ويجمّد الجواب مع التقارير التي يقوم عليها في ملف واحد. يفحصه «isnad verify FILE» في أي مكان.

أمثلة:
  $ isnad bundle statements --speaker غوتيريش -o evidence.json
  $ isnad verify evidence.json`,
    bundleExits: `رموز الخروج:
  0  كُتبت الحزمة
  2  استعمال خاطئ
  3  لا يوجد سجل كهذا أو لا يمكن كتابة الملف`,
    reread: 'أعد قراءة تقارير السجل وبيّن ما تغيّر',
    rereadExamples: `يقرأ كل تقرير لم تقرأه هذه النسخة بهذه المعرفة. لا يُمحى شيء وتبقى التصحيحات كلها. يجوز إيقافه ويتابع من حيث وقف.

أمثلة:
  $ isnad reread
  $ isnad reread --knowledge my-entries --json > changes.jsonl`,
    rereadExits: `رموز الخروج:
  0    كل التقارير مقروءة بهذا القارئ
  2    استعمال خاطئ
  3    لا يوجد سجل كهذا
  130  أوقفه Ctrl-C؛ ما قُرئ حتى ذلك الحين محفوظ`,
    correct: 'اقبل أسطرا أو عدّلها أو ارفضها أو أضفها؛ ادمج أطرافا أو افصلها أو سمّها؛ ارجع',
    correctExamples: `يصحح السجل. ما قرأته الآلة يبقى كما هو، والتصحيح يوضع فوقه مع صاحبه ووقته وسببه.

أمثلة:
  $ isnad correct accept s12.232-246 --by سلمى
  $ isnad correct reject e12.40-46 --why 'عنوان لخبر آخر'
  $ isnad correct edit s12.232-246 --set '{"source": "أنطونيو غوتيريش", "act": "deny"}'
  $ isnad correct add 12 --set '{"kind": "position", "holder": "…", "target": [10, 24], "polarity": "opposes"}'
  $ isnad correct merge ACTOR INTO
  $ isnad correct split ACTOR REPORT_KEY 'اسم الآخر'
  $ isnad correct rename ACTOR_OR_ISSUE 'الاسم'
  $ isnad correct suppress REPORT_KEY_OR_ACTOR --why 'بطلب من الناشر'
  $ isnad correct erase REPORT_KEY --why 'حكم قضائي' --yes
  $ isnad correct undo`,
    correctDeed: 'accept أو reject أو edit أو add أو merge أو split أو rename أو suppress أو erase أو undo',
    correctArguments: 'معرّفات أسطر أو أطراف أو تقارير أو تصحيحات كما يعطيها «isnad query --json»',
    correctExits: `رموز الخروج:
  0  حُفظ التصحيح
  2  استعمال خاطئ أو قيمة لا يعرفها السجل
  3  لا يوجد سجل أو سطر أو تقرير أو طرف كهذا`,
    by: 'صاحب التصحيح؛ وإلا ISNAD_PERSON',
    why: 'السبب، ويحفظ مع التصحيح',
    set: 'حقول السطر JSON (docs/record.md)، والأطراف بمعرّف أو اسم',
    yes: 'لا تسأل',
  },
}
