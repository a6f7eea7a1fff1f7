import { fold } from '../../fold.ts'
import type { Romanisation } from '../../knowledge/romanisation.ts'

/**
 * Writes a name in Latin letters: known name words as the world writes them, the rest letter by letter, as news agencies do.
 * It is a reading aid, not a transcription: vowels that Arabic does not write are missing.
 * @source knowledge/names/latin-words (Wikidata labels, CC0), knowledge/names/romanisation
 */
export const romanise = (name: string, tables: Romanisation): string =>
  name
    .split(/\s+/)
    .map((word) => romaniseWord(word, tables))
    .filter((word) => word !== '')
    .join(' ')

function romaniseWord(word: string, { words, letters, article }: Romanisation): string {
  const known = words.get(fold(word))
  if (known) return known
  if (word.startsWith(article.arabic) && word.length > article.arabic.length + 2) {
    const rest = romaniseWord(word.slice(article.arabic.length), { words, letters, article })
    return rest === '' ? '' : article.latin + rest
  }
  let out = ''
  for (const letter of word.normalize('NFC')) {
    const latin = letters.get(letter)
    if (latin) out += out === '' ? latin.first : latin.inside
    else if (/[\p{Script=Latin}\p{N}]/u.test(letter)) out += letter
  }
  return out.charAt(0).toUpperCase() + out.slice(1)
}
