// Makes knowledge/names/latin-words.txt from pairs of name words: node scripts/learn-latin-names.mjs PAIRS.tsv[.gz]
// PAIRS holds lines `english<TAB>arabic<TAB>count`, as in steveash/NETransliteration-COLING2018 (Wikidata labels, CC0).
import { readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

const [file] = process.argv.slice(2)
if (!file) {
  console.error('usage: node scripts/learn-latin-names.mjs PAIRS.tsv[.gz]')
  process.exit(2)
}
const bytes = readFileSync(file)
const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
/** A pair is kept when it was seen this often: rarer ones are mostly slips. */
const SEEN = 4
const best = new Map()
for (const line of text.split('\n')) {
  const [latin, arabic, count] = line.split('\t')
  if (!arabic || Number(count) < SEEN || !/^[\u0621-\u064a]{3,}$/.test(arabic) || !/^[\p{Script=Latin}'-]{2,}$/u.test(latin)) continue
  const known = best.get(arabic)
  if (!known || Number(count) > known.count) best.set(arabic, { latin, count: Number(count) })
}
const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1)
const lines = [...best].sort(([a], [b]) => (a < b ? -1 : 1)).map(([arabic, { latin }]) => `pair: ${arabic} | ${capital(latin)}`)
writeFileSync(
  new URL('../knowledge/names/latin-words.txt', import.meta.url),
  `# Words of people's names and how they are mostly written in Latin letters.\n# Source: Wikidata labels (CC0), by way of steveash/NETransliteration-COLING2018; made by scripts/learn-latin-names.mjs.\n\n== name words\n${lines.join('\n')}\n`,
)
console.log(`${lines.length} pairs`)
