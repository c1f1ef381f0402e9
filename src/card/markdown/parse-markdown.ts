import type { Token, Tokens } from 'marked';
import type { ViewSwitches } from '../card-data.js';
import { blockTokens } from './block-tokens.js';
import { finishStreamed } from './finish-streamed.js';
import { type InlineOptions, parseInline } from './parse-inline.js';
import type { RichBlock, RichSpan } from './rich-block.js';
import { tameText } from './tame-text.js';

export interface MarkdownOptions {
  readonly switches: ViewSwitches;
  /** More is coming: what is unfinished at the end is shown as if it were finished. */
  readonly streaming?: boolean;
  /** A link or picture that was left out, or text that was cut. */
  readonly find?: (code: 'T348' | 'T349' | 'T350', value: string) => void;
}

/** DingTalk's markdown as blocks (template-format §2.8, card-openapi §3.5). Pure; never throws. */
export function parseMarkdown(source: string, options: MarkdownOptions): readonly RichBlock[] {
  if (source.trim() === '') return [];
  const { switches, find = () => {} } = options;
  const { text, cut } = tameText(source);
  if (cut) find('T350', '');
  const whole = options.streaming === true ? finishStreamed(text) : text;
  const inline: InlineOptions = { switches, find };
  return (
    parsed(whole, inline) ??
    whole.split(/\n{2,}/).flatMap((part) => parsed(part, inline) ?? unparsed(part, find))
  );
}

/** Undefined where the block parser gives up, which no text is known to bring about. */
function parsed(text: string, inline: InlineOptions): readonly RichBlock[] | undefined {
  try {
    return blocksOf(blockTokens(text), inline);
  } catch {
    return undefined;
  }
}

function unparsed(text: string, find: NonNullable<MarkdownOptions['find']>): readonly RichBlock[] {
  find('T350', '');
  return text.trim() === '' ? [] : [{ type: 'paragraph', spans: [{ type: 'text', text }] }];
}

function blocksOf(tokens: readonly Token[], inline: InlineOptions): readonly RichBlock[] {
  const blocks: RichBlock[] = [];
  let checkbox = '';
  for (const token of tokens) {
    if (token.type === 'checkbox') {
      checkbox = token.raw;
      continue;
    }
    const block = blockOf(token as Tokens.Generic, inline, checkbox);
    checkbox = '';
    if (block !== undefined) blocks.push(block);
  }
  return blocks;
}

function blockOf(
  token: Tokens.Generic,
  inline: InlineOptions,
  checkbox: string,
): RichBlock | undefined {
  switch (token.type) {
    case 'space':
      return undefined;
    case 'hr':
      return { type: 'rule' };
    case 'heading': {
      const heading = token as Tokens.Heading;
      return { type: 'heading', level: levelOf(heading.depth), spans: spans(heading.text, inline) };
    }
    case 'code': {
      const code = token as Tokens.Code;
      return { type: 'code', text: code.text, language: (code.lang ?? '').trim().slice(0, 40) };
    }
    case 'blockquote': {
      const blocks = blocksOf((token as Tokens.Blockquote).tokens, inline);
      return blocks.length === 0 ? undefined : { type: 'quote', blocks };
    }
    case 'list':
      return list(token as Tokens.List, inline);
    case 'table':
      return table(token as Tokens.Table, inline);
    default: {
      const own = spans(`${checkbox}${String(token['text'] ?? token.raw)}`, inline);
      return own.length === 0 ? undefined : { type: 'paragraph', spans: own };
    }
  }
}

const spans = (text: string, inline: InlineOptions): readonly RichSpan[] =>
  parseInline(text.trim(), inline);

function levelOf(depth: number): 1 | 2 | 3 | 4 | 5 | 6 {
  return depth <= 1 ? 1 : depth >= 6 ? 6 : (depth as 2 | 3 | 4 | 5);
}

function list({ ordered, start, items }: Tokens.List, inline: InlineOptions): RichBlock {
  return {
    type: 'list',
    ordered,
    start: typeof start === 'number' ? start : 1,
    items: items.map(({ tokens }) => blocksOf(tokens, inline)),
  };
}

function table({ align, header, rows }: Tokens.Table, inline: InlineOptions): RichBlock {
  const cells = (row: readonly Tokens.TableCell[]) => row.map(({ text }) => spans(text, inline));
  return {
    type: 'table',
    align: align.map((side) => side ?? 'left'),
    head: cells(header),
    rows: rows.map(cells),
  };
}
