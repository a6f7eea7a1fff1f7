import type { ForeignLanguage } from './problem.ts'

/** Letters that Arabic does not have, by the language that uses them most (code units). */
const kurdish = new Set([0x06ce, 0x06c6, 0x0695, 0x06b5, 0x06d5])
const urdu = new Set([0x0679, 0x0688, 0x0691, 0x06ba, 0x06d2, 0x06be, 0x06c1])
const persian = new Set([0x067e, 0x0686, 0x0698, 0x06af, 0x06a9, 0x06cc])
const TAA_MARBUTA = 0x0629

const isArabicScript = (c: number) => (c >= 0x0620 && c <= 0x064a) || (c >= 0x066e && c <= 0x06d5) || (c >= 0xfb50 && c <= 0xfefc)
const isLatin = (c: number) => (c >= 0x41 && c <= 0x5a) || (c >= 0x61 && c <= 0x7a) || (c >= 0xc0 && c <= 0x24f)
const isOtherLetter = (c: number) => c > 0x24f && (c < 0x2000 || c > 0x2fff) && /\p{L}/u.test(String.fromCharCode(c))

/** How many code units of a text are looked at: more would not change the answer. */
const SAMPLE = 50_000

/**
 * Tells the language of a text by its letters alone: null for Arabic, else what it is instead. Arabic text with single
 * foreign letters (a name with گ, a yaa from a Persian keyboard) stays Arabic. A text without letters is `other`.
 * O(length), at most 50,000 code units.
 */
export function findForeignLanguage(text: string): ForeignLanguage | null {
  const counts = { arabic: 0, latin: 0, other: 0, kurdish: 0, urdu: 0, persian: 0, taaMarbuta: 0 }
  const length = Math.min(text.length, SAMPLE)
  for (let i = 0; i < length; i++) {
    const c = text.charCodeAt(i)
    if (isArabicScript(c)) {
      counts.arabic++
      if (c === TAA_MARBUTA) counts.taaMarbuta++
      else if (kurdish.has(c)) counts.kurdish++
      else if (urdu.has(c)) counts.urdu++
      else if (persian.has(c)) counts.persian++
    } else if (isLatin(c)) counts.latin++
    else if (isOtherLetter(c)) counts.other++
  }
  // News in Arabic may quote a Latin name or address; below a third of the letters it is no longer Arabic news.
  if (counts.arabic === 0 || counts.arabic * 2 < counts.latin + counts.other) return counts.latin >= counts.other && counts.latin > 0 ? 'latin' : 'other'
  const foreign = counts.kurdish + counts.urdu + counts.persian
  const isMarked = foreign * 100 >= counts.arabic * 2 && foreign >= 3
  if (!isMarked || counts.taaMarbuta * 100 >= counts.arabic * 1.5) return null
  if (counts.kurdish * 100 >= counts.arabic * 2) return 'kurdish'
  return counts.urdu * 100 >= counts.arabic * 2 ? 'urdu' : 'persian'
}
