const entities: ReadonlyMap<string, string> = new Map([
  ['nbsp', '\u00a0'],
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
  ['ensp', '\u2002'],
  ['emsp', '\u2003'],
]);

const ENTITY = /&(?:([a-z]{2,8})|#(\d{1,7}))(?:;)/iy;

/** The few entities that texts hold, as characters; what they give is text and never a tag. */
export function decodeEntity(
  text: string,
  at: number,
): { readonly text: string; readonly end: number } | undefined {
  ENTITY.lastIndex = at;
  const found = ENTITY.exec(text);
  if (found === null) return undefined;
  const [, name, number] = found;
  const value = name === undefined ? numbered(Number(number)) : entities.get(name.toLowerCase());
  return value === undefined ? undefined : { text: value, end: ENTITY.lastIndex };
}

/** Printable ones only: no control character comes in through the back door. */
function numbered(code: number): string | undefined {
  if (code < 0x20 || code > 0x10ffff || (code >= 0x7f && code < 0xa0)) return undefined;
  if (code >= 0xd800 && code <= 0xdfff) return undefined;
  return String.fromCodePoint(code);
}
