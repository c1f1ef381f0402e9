import type { ViewSwitches } from '../card-data.js';
import type { Finding } from '../finding.js';
import { findingTable } from '../finding-codes.js';
import { parseMarkdown } from '../markdown/parse-markdown.js';
import type { RichBlock } from '../markdown/rich-block.js';
import type { BuildPlace } from './view-builder.js';

/** Characters that one view parses: some hundred times what a card may hold (card-openapi §3.3). */
const MAX_PARSED = 1_000_000;

/** Parses each text once, and no more than a view can ask for; what goes beyond stays plain text. */
export function createMarkdownCache(
  switches: ViewSwitches,
  find: (finding: Finding) => void,
): BuildPlace['markdown'] {
  const parsed = new Map<string, readonly RichBlock[]>();
  let left = MAX_PARSED;
  return (node, text, streaming) => {
    const known = parsed.get(text);
    if (known !== undefined) return known;
    const report = (code: 'T348' | 'T349' | 'T350', value: string) => {
      const { severity } = findingTable[code];
      find({ code, severity, path: node.path, params: { component: node.componentName, value } });
    };
    left -= text.length;
    if (left < 0) {
      report('T350', '');
      return [{ type: 'paragraph', spans: [{ type: 'text', text }] }];
    }
    const blocks = parseMarkdown(text, { switches, streaming, find: report });
    if (!streaming) parsed.set(text, blocks);
    return blocks;
  };
}
