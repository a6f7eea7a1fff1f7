/** Encodes text in a one-byte code page by turning its decoding around; for tests only. */
export function encodeCodePage(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding)
  const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]))
  return Uint8Array.from(text, (character) => {
    const byte = bytes.get(character)
    if (byte === undefined) throw new Error(`${encoding} has no «${character}»`)
    return byte
  })
}

export const encodeUtf16 = (text: string, isBigEndian: boolean): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le')
  return isBigEndian ? bytes.swap16() : bytes
}

/** A short report in Arabic, with digits and a line break. */
export const ARABIC = 'قال وزير النقل اليوم الإثنين 5 أكتوبر 2015 إن الوزارة ترفض تمويل الخط الجديد.\r\nوأضاف الوزير أن الدراسات التي تسلمتها الوزارة لا تكفي.'
