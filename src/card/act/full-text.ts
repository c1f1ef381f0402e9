import type { RichBlock, RichSpan } from '../markdown/rich-block.js';
import type { CardView } from '../view/card-view.js';
import type { ViewNode } from '../view/view-node.js';
import { viewNodes } from './view-tree.js';

/** Everything readable on a card, line by line: what `copyType: full-content` copies. */
export function fullText(view: CardView): string {
  const lines: string[] = [];
  for (const node of viewNodes(view.root)) {
    const text = textOf(node);
    if (text !== '') lines.push(text);
  }
  return lines.join('\n');
}

function textOf(node: ViewNode): string {
  switch (node.kind) {
    case 'text':
    case 'tag':
      return node.text;
    case 'rich':
      return node.blocks.map(blockText).join('\n');
    case 'table':
      return [
        node.columns.map(({ title }) => title),
        ...node.rows.map((row) => row.map(({ text }) => text)),
      ]
        .map((cells) => cells.join('\t'))
        .join('\n');
    case 'collapse':
      return node.title;
    default:
      return '';
  }
}

function blockText(block: RichBlock): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return spansText(block.spans);
    case 'list':
      return block.items.map((blocks) => blocks.map(blockText).join('\n')).join('\n');
    case 'quote':
      return block.blocks.map(blockText).join('\n');
    case 'code':
      return block.text;
    case 'rule':
      return '';
    case 'table':
      return [block.head, ...block.rows].map((row) => row.map(spansText).join('\t')).join('\n');
  }
}

function spansText(spans: readonly RichSpan[]): string {
  return spans.map(spanText).join('');
}

function spanText(span: RichSpan): string {
  switch (span.type) {
    case 'text':
    case 'code':
    case 'at':
      return span.text;
    case 'break':
      return '\n';
    case 'link':
      return spansText(span.spans);
    case 'image':
      return span.alt;
  }
}
