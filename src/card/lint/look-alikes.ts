/**
 * Characters that look like others, or like nothing: a name or an id with one of them is not the one
 * that was meant, and nothing on the way says so.
 */
export interface LookAlike {
  /** The character, by its code point, e.g. `U+FF41`. */
  readonly character: string;
  /** What it looks like; empty for what cannot be seen. */
  readonly like: string;
}

/** Letters of other scripts that are drawn like Latin ones. */
const twins: ReadonlyMap<string, string> = new Map(
  Object.entries({
    А: 'A',
    В: 'B',
    С: 'C',
    Е: 'E',
    Н: 'H',
    К: 'K',
    М: 'M',
    О: 'O',
    Р: 'P',
    Т: 'T',
    Х: 'X',
    а: 'a',
    с: 'c',
    е: 'e',
    о: 'o',
    р: 'p',
    х: 'x',
    у: 'y',
    і: 'i',
    ѕ: 's',
    ј: 'j',
    Α: 'A',
    Β: 'B',
    Ε: 'E',
    Ζ: 'Z',
    Η: 'H',
    Ι: 'I',
    Κ: 'K',
    Μ: 'M',
    Ν: 'N',
    Ο: 'O',
    Ρ: 'P',
    Τ: 'T',
    Υ: 'Y',
    Χ: 'X',
    ο: 'o',
    ν: 'v',
  }),
);

/** White space, zero-width characters, joiners, byte order mark, direction marks. */
const unseen = /[\s\p{Default_Ignorable_Code_Point}]/u;

/** The first such character of a name; undefined when there is none. Names in Chinese are fine. */
export function lookAlikeIn(name: string): LookAlike | undefined {
  const hasLatin = /[A-Za-z0-9_]/.test(name);
  for (const character of name) {
    const code = character.codePointAt(0) ?? 0;
    const shown = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
    // Full-width forms of ASCII: an input method left on.
    if (code >= 0xff01 && code <= 0xff5e) {
      return { character: shown, like: String.fromCodePoint(code - 0xfee0) };
    }
    if (unseen.test(character)) return { character: shown, like: '' };
    const twin = twins.get(character);
    if (twin !== undefined && hasLatin) return { character: shown, like: twin };
  }
  return undefined;
}

/** A name with look-alikes replaced, to find two that only seem to be the same. */
export function plainForm(name: string): string {
  return Array.from(name)
    .map((character) => {
      if (unseen.test(character)) return '';
      return twins.get(character) ?? character.normalize('NFKC');
    })
    .join('');
}
