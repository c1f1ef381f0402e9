/** `(target "title")` behind a `]`; the target as written, and where it ends. */
export interface LinkTarget {
  readonly url: string;
  readonly end: number;
}

const MAX_URL = 4096;
/** As in the reference parser of CommonMark; also what keeps `[a]([a](…` linear. */
const MAX_PARENS = 32;

const POINTED = /\(\s{0,9}<([^<>\n]{0,2000})>/y;
const END = /\s{0,9}(?:\s(?:"[^"]{0,500}"|'[^']{0,500}')\s{0,9})?\)/y;

/** @param at of the `(` */
export function linkTarget(text: string, at: number): LinkTarget | undefined {
  if (text.charCodeAt(at) !== OPEN) return undefined;
  POINTED.lastIndex = at;
  const pointed = POINTED.exec(text)?.[1];
  if (pointed !== undefined) return closed(text, pointed, POINTED.lastIndex);
  let start = at + 1;
  while (isBlank(text.charCodeAt(start))) start++;
  const end = endOfUrl(text, start);
  return end === undefined ? undefined : closed(text, text.slice(start, end), end);
}

const OPEN = 0x28;
const CLOSE = 0x29;

const isBlank = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x09;

function endOfUrl(text: string, start: number): number | undefined {
  let parens = 0;
  for (let at = start; at < text.length && at - start < MAX_URL; at++) {
    const code = text.charCodeAt(at);
    if (code === OPEN && ++parens > MAX_PARENS) return undefined;
    if (code === CLOSE && parens-- === 0) return at;
    if (code <= 0x20) return at;
  }
  return undefined;
}

function closed(text: string, url: string, at: number): LinkTarget | undefined {
  END.lastIndex = at;
  return END.test(text) ? { url, end: END.lastIndex } : undefined;
}

const LINK = /^(?:https?:\/\/|dingtalk:\/\/|mailto:)[^\s\p{Cc}]+$/iu;
const PICTURE = /^(?:https?:\/\/[^\s\p{Cc}]+|[@$][\w@$+=./-]+)$/iu;

/** Schemes that a card may open; every other link is text (template-format §2.8). */
export const isLinkAllowed = (url: string): boolean => LINK.test(url);

/** Pictures come from the web or are media ids. */
export const isPictureAllowed = (url: string): boolean => PICTURE.test(url);
