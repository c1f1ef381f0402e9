import type { ViewSwitches } from '../card-data.js';
import { resolveColour } from '../view/colours.js';
import { tokenSize } from '../view/text-styles.js';
import type { SpanStyle } from './rich-block.js';

/** The few tags the dialect has (template-format §2.8); everything else is text. */
export type HtmlTag =
  | { readonly tag: 'break'; readonly end: number }
  | { readonly tag: 'font'; readonly style: SpanStyle; readonly end: number }
  | { readonly tag: 'fontEnd'; readonly end: number }
  | { readonly tag: 'at'; readonly userId: string; readonly text: string; readonly end: number }
  | { readonly tag: 'url'; readonly url: string; readonly end: number };

const BREAK = /<br\s{0,9}\/?>/iy;
const FONT = /<font(\s[^<>]{0,500})?>/iy;
const FONT_END = /<\/font\s{0,9}>/iy;
const AT = /<a(\s[^<>]{1,500})>([^<]{0,200})<\/a\s{0,9}>/iy;
const URL = /<((?:https?|dingtalk|mailto):[^\s<>]{1,2000})>/iy;

/** The tag that starts at `at`, where `text` has a `<`. */
export function tagAt(text: string, at: number, switches: ViewSwitches): HtmlTag | undefined {
  switch (text.charCodeAt(at + 1) | 0x20) {
    case 0x62: // b
      return match(BREAK, text, at) === null ? undefined : { tag: 'break', end: BREAK.lastIndex };
    case 0x66: {
      // f
      const found = match(FONT, text, at);
      if (found === null) return undefined;
      const style = fontStyle(attributes(found[1] ?? ''), switches);
      return { tag: 'font', style, end: FONT.lastIndex };
    }
    case 0x2f: // /
      return match(FONT_END, text, at) === null
        ? undefined
        : { tag: 'fontEnd', end: FONT_END.lastIndex };
    default:
      return atOrUrl(text, at);
  }
}

function atOrUrl(text: string, at: number): HtmlTag | undefined {
  const person = match(AT, text, at);
  const userId = person === null ? undefined : attributes(person[1] ?? '').get('atid');
  if (userId !== undefined) {
    return { tag: 'at', userId, text: person?.[2] ?? '', end: AT.lastIndex };
  }
  const url = match(URL, text, at)?.[1];
  return url === undefined ? undefined : { tag: 'url', url, end: URL.lastIndex };
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Names in lower case; values quoted or not. */
function attributes(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', double, single, bare] of text.matchAll(ATTRIBUTE)) {
    found.set(name.toLowerCase(), double ?? single ?? bare ?? '');
  }
  return found;
}

const ATTRIBUTE = /([a-z][\w-]*)\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;

function fontStyle(values: ReadonlyMap<string, string>, switches: ViewSwitches): SpanStyle {
  const named = values.get('colortokenv2') ?? values.get('colortoken') ?? values.get('color');
  const colour = named === undefined ? undefined : resolveColour(named, switches.theme);
  const token = tokenSize(values.get('sizetoken') ?? '', switches);
  return {
    ...(token === undefined ? undefined : { size: token.size }),
    ...(token?.bold === true ? { bold: true } : undefined),
    ...(colour === undefined ? undefined : { colour }),
  };
}
