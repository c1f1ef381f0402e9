import type { ViewSwitches } from '../card-data.js';
import { emoticonGlyph } from './emoticons.js';
import { type DelimiterRun, delimiterRun, pairRuns } from './emphasis.js';
import { decodeEntity } from './entities.js';
import { tagAt } from './html-tag.js';
import { type InlineItem, spansOf } from './inline-items.js';
import { isLinkAllowed, isPictureAllowed, linkTarget } from './link-target.js';
import type { RichSpan } from './rich-block.js';

export interface InlineOptions {
  readonly switches: ViewSwitches;
  readonly find: (code: 'T348' | 'T349', value: string) => void;
}

/** An open `[` or `![`. */
interface Bracket {
  readonly item: number;
  readonly image: boolean;
  /** Where the text between the brackets starts. */
  readonly start: number;
  readonly runs: number;
}

/** Next character that may mean something. */
const SPECIAL = /[\\`*_~[\]!<&\n]|https?:\/\//gi;
const BACKTICKS = /`+/g;
const EMOTICON = /\[([^[\]\n]{1,8})\](?!\()/y;
const ESCAPABLE = /[!-/:-@[-`{-~]/;
const BARE_URL = /https?:\/\/[^\s<>"'`*，。；：！？、（）【】「」《》\p{Cc}]{1,2000}/iuy;
const TRAILING = /[.,:;!?)\]}~_]+$/;

/** One paragraph, heading or cell as spans. Linear in its length whatever it holds. */
export function parseInline(text: string, options: InlineOptions): readonly RichSpan[] {
  const items: InlineItem[] = [];
  const runs: DelimiterRun[] = [];
  const brackets: Bracket[] = [];
  const ticks = tickFinder(text);
  let at = 0;

  const literal = (value: string) => {
    if (value !== '') items.push({ type: 'text', text: value });
  };

  while (at < text.length) {
    SPECIAL.lastIndex = at;
    const special = SPECIAL.exec(text);
    const next = special?.index ?? text.length;
    literal(text.slice(at, next));
    if (special === null) break;
    at = step(special[0], next);
  }
  pairRuns(runs, 0);
  return spansOf(items);

  /** Reads what starts at `start` and gives where it ends. */
  function step(mark: string, start: number): number {
    switch (mark) {
      case '\\':
        return escape(start);
      case '`':
        return code(start);
      case '*':
      case '_':
      case '~':
        return delimiters(mark, start);
      case '[':
        return openBracket(start);
      case '!':
        if (text.charCodeAt(start + 1) !== 0x5b) return plain(start);
        brackets.push({ item: items.length, image: true, start: start + 2, runs: runs.length });
        literal('![');
        return start + 2;
      case ']':
        return closeBracket(start);
      case '<':
        return tag(start);
      case '&':
        return entity(start);
      case '\n':
        return newline(start);
      default:
        return bareUrl(start);
    }
  }

  function plain(start: number): number {
    literal(text.charAt(start));
    return start + 1;
  }

  function escape(start: number): number {
    const after = text.charAt(start + 1);
    if (after === '\n') {
      items.push({ type: 'break' });
      return start + 2;
    }
    if (!ESCAPABLE.test(after)) return plain(start);
    literal(after);
    return start + 2;
  }

  function code(start: number): number {
    const { length, end } = ticks(start);
    if (end === undefined) {
      literal(text.slice(start, start + length));
      return start + length;
    }
    const inner = text.slice(start + length, end).replaceAll('\n', ' ');
    const padded = inner.startsWith(' ') && inner.endsWith(' ') && inner.trim() !== '';
    items.push({ type: 'code', text: padded ? inner.slice(1, -1) : inner });
    return end + length;
  }

  function delimiters(mark: string, start: number): number {
    let end = start + 1;
    while (text.charAt(end) === mark) end++;
    const run = delimiterRun(text, start, end);
    items.push({ type: 'run', run });
    if (run.canOpen || run.canClose) runs.push(run);
    return end;
  }

  function openBracket(start: number): number {
    EMOTICON.lastIndex = start;
    const name = EMOTICON.exec(text)?.[1];
    const glyph = name === undefined ? undefined : emoticonGlyph(name);
    if (glyph !== undefined) {
      literal(glyph);
      return EMOTICON.lastIndex;
    }
    brackets.push({ item: items.length, image: false, start: start + 1, runs: runs.length });
    literal('[');
    return start + 1;
  }

  function closeBracket(start: number): number {
    const bracket = brackets.pop();
    const target = bracket === undefined ? undefined : linkTarget(text, start + 1);
    if (bracket === undefined || target === undefined) return plain(start);
    if (bracket.image) picture(bracket, text.slice(bracket.start, start), target.url);
    else link(bracket, target.url);
    return target.end;
  }

  function picture(bracket: Bracket, alt: string, url: string): void {
    items.length = bracket.item;
    runs.length = bracket.runs;
    if (isPictureAllowed(url)) items.push({ type: 'image', url, alt });
    else {
      options.find('T349', url.slice(0, 80));
      literal(alt);
    }
  }

  /** No links in links: what is still open around this one stays text. */
  function link(bracket: Bracket, url: string): void {
    pairRuns(runs, bracket.runs);
    brackets.length = 0;
    if (isLinkAllowed(url)) {
      items[bracket.item] = { type: 'link', url };
      items.push({ type: 'linkEnd' });
      return;
    }
    options.find('T348', url.slice(0, 80));
    items[bracket.item] = { type: 'text', text: '' };
  }

  function tag(start: number): number {
    const found = tagAt(text, start, options.switches);
    if (found === undefined) return plain(start);
    switch (found.tag) {
      case 'break':
        items.push({ type: 'break' });
        break;
      case 'font':
        items.push({ type: 'font', style: found.style });
        break;
      case 'fontEnd':
        items.push({ type: 'fontEnd' });
        break;
      case 'at':
        items.push({ type: 'at', userId: found.userId, text: found.text });
        break;
      case 'url':
        whole(found.url);
        break;
    }
    return found.end;
  }

  function whole(url: string): void {
    brackets.length = 0;
    items.push({ type: 'link', url }, { type: 'text', text: url }, { type: 'linkEnd' });
  }

  function entity(start: number): number {
    const found = decodeEntity(text, start);
    if (found === undefined) return plain(start);
    literal(found.text);
    return found.end;
  }

  /** Two spaces before it make a break; a bare one does not (card-openapi §3.5). */
  function newline(start: number): number {
    items.push(text.endsWith('  ', start) ? { type: 'break' } : { type: 'text', text: ' ' });
    let end = start + 1;
    while (text.charAt(end) === ' ') end++;
    return end;
  }

  function bareUrl(start: number): number {
    BARE_URL.lastIndex = start;
    const found = BARE_URL.exec(text)?.[0].replace(TRAILING, '');
    const inLink = brackets.length > 0;
    if (found === undefined || inLink || !isLinkAllowed(found)) {
      const end = start + (found?.length ?? 1);
      literal(text.slice(start, end));
      return end;
    }
    whole(found);
    return start + found.length;
  }
}

/** Where the code span that starts at a backtick ends; looked up, not searched, so it stays linear. */
function tickFinder(text: string): (start: number) => { length: number; end: number | undefined } {
  let byLength: Map<number, number[]> | undefined;
  return (start) => {
    byLength ??= tickRuns(text);
    let length = 1;
    while (text.charAt(start + length) === '`') length++;
    const positions = byLength.get(length) ?? [];
    while (positions.length > 0 && (positions.at(-1) ?? 0) <= start) positions.pop();
    return { length, end: positions.at(-1) };
  };
}

/** Positions of runs of backticks by their length, last one first. */
function tickRuns(text: string): Map<number, number[]> {
  const runs = new Map<number, number[]>();
  const found = [...text.matchAll(BACKTICKS)].reverse();
  for (const { 0: run, index } of found) {
    const same = runs.get(run.length);
    if (same === undefined) runs.set(run.length, [index]);
    else same.push(index);
  }
  return runs;
}
