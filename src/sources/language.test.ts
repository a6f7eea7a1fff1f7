import { describe, expect, it } from 'vitest'
import { ARABIC } from './bytes.fixture.ts'
import { findForeignLanguage } from './language.ts'

describe('findForeignLanguage', () => {
  it.each([
    ['plain news', ARABIC],
    ['a single word', 'قال'],
    ['names with letters from elsewhere', `وصل گوران وچاوشيان وپيتر إلى السليمانية. ${ARABIC}`],
    ['a Persian keyboard’s yaa and kaf', 'قالت وزارة الخارجیة الأمریکیة إن الولایات المتحدة ترفض القرارات الجدیدة المتعلقة بالتجارة'],
    ['vowelled text', 'قَالَ الوَزِيرُ إِنَّ الحُكُومَةَ سَتُعْلِنُ القَرَارَ'],
    ['Latin names and an address', `${ARABIC} (Reuters, Associated Press) https://example.org/a`],
  ])('takes %s for Arabic', (_, text) => {
    expect(findForeignLanguage(text)).toBeNull()
  })

  it.each([
    ['persian', 'وزیر امور خارجه گفت که گفتگوها با کشورهای همسایه ادامه خواهد یافت و پیشنهاد تازه‌ای در کار است'],
    ['urdu', 'وزیر خارجہ نے کہا ہے کہ پڑوسی ممالک کے ساتھ بات چیت جاری رہے گی اور نئی تجویز زیر غور ہے'],
    ['kurdish', 'وەزیری دەرەوە ڕایگەیاند کە گفتوگۆکان لەگەڵ وڵاتانی دراوسێ بەردەوام دەبن و پێشنیازێکی نوێ هەیە'],
    ['latin', 'The minister said on Monday that talks with the neighbours would go on.'],
    ['other', 'Министр заявил, что переговоры с соседями будут продолжены'],
    ['other', '12345 … !!!'],
  ] as const)('knows %s by its letters', (language, text) => {
    expect(findForeignLanguage(text)).toBe(language)
  })
})
