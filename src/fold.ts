/**
 * The matching key of Arabic text: spellings that writers use for one word fold to one form.
 * alef with hamza, madda or wasla → ا; ى and Persian ی → ي; ة → ه; ک → ك; marks, tatweel and invisible controls vanish;
 * presentation forms become their letters; Arabic-Indic and Persian digits become Latin; Latin letters become lower case.
 * ؤ and ئ stay, as they part words; a hamza written as a combining mark is joined to its letter first.
 * @source ARABIC text traps 1–4: Unicode 16 chapter 9.2 and the spelling habits of Arabic newsrooms
 */

const DROP = 0
const HAMZA_ABOVE = 0x0654
const WAW = 0x0648
const YAA = 0x064a
const WAW_HAMZA = 0x0624
const YAA_HAMZA = 0x0626

/** Code unit → folded code unit; 0 drops it; 1 marks the letters that fold to more than one. */
const SEVERAL = 1
const table = new Uint16Array(0x10000)
const several = new Map<number, string>()

const put = (from: number, to: number) => {
  table[from] = to
}
for (let c = 0; c < 0x10000; c++) table[c] = c
for (const c of [0x0622, 0x0623, 0x0625, 0x0671, 0x0672, 0x0673]) put(c, 0x0627)
for (const c of [0x0649, 0x06cc, 0x06d2, 0x06d3]) put(c, YAA)
for (const c of [0x0629, 0x06c1, 0x06be, 0x06d5, 0x06c0, 0x06c2]) put(c, 0x0647)
put(0x06a9, 0x0643)
for (let c = 0x0660; c <= 0x0669; c++) put(c, c - 0x0660 + 0x30)
for (let c = 0x06f0; c <= 0x06f9; c++) put(c, c - 0x06f0 + 0x30)
for (let c = 0x41; c <= 0x5a; c++) put(c, c + 0x20)
/** Marks that combine with a letter, tatweel, and controls without width: they take part in no match. */
export const isIgnorable = (c: number): boolean =>
  (c >= 0x064b && c <= 0x065f) ||
  c === 0x0670 ||
  c === 0x0640 ||
  (c >= 0x0610 && c <= 0x061a) ||
  c === 0x061c ||
  (c >= 0x200b && c <= 0x200f) ||
  (c >= 0x202a && c <= 0x202e) ||
  (c >= 0x2060 && c <= 0x2069) ||
  c === 0xfeff ||
  (c >= 0x06d6 && c <= 0x06dc) ||
  (c >= 0x06df && c <= 0x06e8) ||
  (c >= 0x06ea && c <= 0x06ed) ||
  c === 0x00ad ||
  (c >= 0x0300 && c <= 0x036f) ||
  (c >= 0xfe00 && c <= 0xfe0f)
for (let c = 0; c < 0x10000; c++) if (isIgnorable(c)) put(c, DROP)
for (const [from, to] of [
  [0xfb50, 0xfdff],
  [0xfe70, 0xfefc],
  [0xff10, 0xff5a],
  [0x00c0, 0x024f],
] as const) {
  for (let c = from; c <= to; c++) {
    const plain = String.fromCharCode(c).normalize('NFKD')
    if (plain.charCodeAt(0) === c) continue
    let out = ''
    for (let i = 0; i < plain.length; i++) {
      const unit = plain.charCodeAt(i)
      if (unit === HAMZA_ABOVE && out.endsWith('\u0648')) out = `${out.slice(0, -1)}\u0624`
      else if (unit === HAMZA_ABOVE && out.endsWith('\u064a')) out = `${out.slice(0, -1)}\u0626`
      else if (unit === 0x20) continue
      else {
        const to = table[unit] ?? unit
        if (to !== DROP && to !== SEVERAL) out += String.fromCharCode(to)
      }
    }
    if (out.length === 1) put(c, out.charCodeAt(0))
    else if (out.length === 0) put(c, DROP)
    else {
      put(c, SEVERAL)
      several.set(c, out)
    }
  }
}

/** Folds `text` to its matching key. Two spellings of one word give the same key; length may change. O(length). */
export function fold(text: string): string {
  let out = ''
  let from = 0
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    const to = table[c] as number
    if (to === c) continue
    out += text.slice(from, i)
    from = i + 1
    if (to === SEVERAL) out += several.get(c)
    else if (to !== DROP) out += String.fromCharCode(to)
    else if (c === HAMZA_ABOVE) {
      const last = out.charCodeAt(out.length - 1)
      if (last === WAW) out = `${out.slice(0, -1)}${String.fromCharCode(WAW_HAMZA)}`
      else if (last === YAA) out = `${out.slice(0, -1)}${String.fromCharCode(YAA_HAMZA)}`
    }
  }
  return from === 0 ? text : out + text.slice(from)
}

/** How many folded letters the code unit gives: 0, 1 or more. */
export function foldedLength(c: number): number {
  const to = table[c] as number
  return to === DROP ? 0 : to === SEVERAL ? (several.get(c)?.length ?? 1) : 1
}

/** The offset in `text`, from `start` on, behind which `count` folded letters have been passed; marks belong to the letter before them. */
export function offsetAfter(text: string, start: number, end: number, count: number): number {
  let i = start
  let passed = 0
  while (i < end && passed < count) passed += foldedLength(text.charCodeAt(i++))
  while (count > 0 && i < end && foldedLength(text.charCodeAt(i)) === 0) i++
  return i
}
