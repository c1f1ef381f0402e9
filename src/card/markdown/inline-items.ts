import type { DelimiterRun, Emphasis } from './emphasis.js';
import type { RichSpan, SpanStyle } from './rich-block.js';

/** What a paragraph consists of before styles are worked out, in the order of the text. */
export type InlineItem =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'break' }
  | { readonly type: 'run'; readonly run: DelimiterRun }
  | { readonly type: 'font'; readonly style: SpanStyle }
  | { readonly type: 'fontEnd' }
  | { readonly type: 'link'; readonly url: string }
  | { readonly type: 'linkEnd' }
  | { readonly type: 'image'; readonly url: string; readonly alt: string }
  | { readonly type: 'at'; readonly userId: string; readonly text: string };

/** Spans with their styles; neighbours of one style are joined, spaces at the ends of lines dropped. */
export function spansOf(items: readonly InlineItem[]): readonly RichSpan[] {
  const top: RichSpan[] = [];
  let spans = top;
  let url = '';
  const fonts: SpanStyle[] = [];
  const depth: Record<Emphasis, number> = { bold: 0, italic: 0, strike: 0 };
  let style = styleOf(depth, fonts.at(-1));
  let pending = '';

  const flush = () => {
    const last = spans.at(-1);
    const text = last?.type === 'break' ? pending.trimStart() : pending;
    pending = '';
    if (text === '') return;
    if (last?.type === 'text' && isSame(last.style, style.style)) {
      spans[spans.length - 1] = { ...last, text: last.text + text };
    } else spans.push({ type: 'text', text, ...style });
  };
  const restyle = (change: () => void) => {
    flush();
    change();
    style = styleOf(depth, fonts.at(-1));
  };

  for (const item of items) {
    switch (item.type) {
      case 'text':
        pending += item.text;
        break;
      case 'run':
        for (const name of item.run.closes) restyle(() => depth[name]--);
        pending += item.run.char.repeat(item.run.left);
        for (const name of item.run.opens) restyle(() => depth[name]++);
        break;
      case 'font':
        restyle(() => fonts.push({ ...fonts.at(-1), ...item.style }));
        break;
      case 'fontEnd':
        restyle(() => fonts.pop());
        break;
      case 'break':
        pending = pending.trimEnd();
        flush();
        spans.push({ type: 'break' });
        break;
      case 'link':
        flush();
        url = item.url;
        spans = [];
        break;
      case 'linkEnd':
        flush();
        top.push({
          type: 'link',
          url,
          spans: spans.length > 0 ? spans : [{ type: 'text', text: url }],
        });
        spans = top;
        break;
      case 'code':
      case 'image':
      case 'at':
        flush();
        spans.push(item);
        break;
    }
  }
  pending = pending.trimEnd();
  flush();
  return trimmed(top);
}

function isSame(a: SpanStyle | undefined, b: SpanStyle | undefined): boolean {
  return (
    a === b ||
    (a?.bold === b?.bold &&
      a?.italic === b?.italic &&
      a?.strike === b?.strike &&
      a?.size === b?.size &&
      a?.colour === b?.colour)
  );
}

const PLAIN = {};

function styleOf(
  depth: Readonly<Record<Emphasis, number>>,
  font: SpanStyle | undefined,
): { readonly style?: SpanStyle } {
  const bold = depth.bold > 0 || font?.bold === true;
  const italic = depth.italic > 0;
  const strike = depth.strike > 0;
  const { size, colour } = font ?? {};
  if (!bold && !italic && !strike && size === undefined && colour === undefined) return PLAIN;
  return {
    style: {
      ...(bold ? { bold } : undefined),
      ...(italic ? { italic } : undefined),
      ...(strike ? { strike } : undefined),
      ...(size === undefined ? undefined : { size }),
      ...(colour === undefined ? undefined : { colour }),
    },
  };
}

/** Without breaks at the end, and with nothing at all when only spaces are left. */
function trimmed(spans: RichSpan[]): readonly RichSpan[] {
  while (spans.at(-1)?.type === 'break') spans.pop();
  const [only] = spans;
  return spans.length === 1 && only?.type === 'text' && only.text.trim() === '' ? [] : spans;
}
