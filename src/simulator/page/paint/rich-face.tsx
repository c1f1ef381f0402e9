import type { ReactNode } from 'react';
import type { RichBlock } from '../../../card/markdown/rich-block.js';
import type { RichNode } from '../../../card/view/view-node.js';
import { frameStyle, textStyle } from './node-style.js';
import { type FaceProps, usePainting } from './painting.js';
import { RichSpans } from './rich-spans.js';
import { useTap } from './use-gesture.js';
import { oneLine, visibleText } from './visible-text.js';

/** Markdown as elements; its parser already left out everything that is none of the dialect. */
export function RichFace({ node, flow }: FaceProps<RichNode>) {
  const { word } = usePainting();
  const tap = useTap(node.key, node.tap, node.tooltip);
  return (
    <div
      {...tap}
      className="dt-rich dt-isolate"
      {...(node.streaming ? { 'aria-busy': true } : {})}
      style={{ ...textStyle(node.style), ...frameStyle(node, flow) }}
    >
      <Blocks
        blocks={node.blocks}
        end={
          node.streaming && (
            <span className="dt-cursor" role="status" aria-label={word('ai.typing')} />
          )
        }
      />
    </div>
  );
}

/** @param end stands behind the last character, where there is one to stand behind */
function Blocks({ blocks, end }: { blocks: readonly RichBlock[]; end?: ReactNode }) {
  if (blocks.length === 0) return end;
  // Text only ever grows at its end, so that the place is as good a key as any.
  return blocks.map((block, index) => (
    <Block key={index} block={block} end={index === blocks.length - 1 ? end : undefined} />
  ));
}

function Block({ block, end }: { block: RichBlock; end: ReactNode }) {
  switch (block.type) {
    case 'paragraph':
      return (
        <p>
          <RichSpans spans={block.spans} />
          {end}
        </p>
      );
    case 'heading': {
      const Heading = `h${block.level}` as const;
      return (
        <Heading>
          <RichSpans spans={block.spans} />
          {end}
        </Heading>
      );
    }
    case 'list': {
      const items = block.items.map((item, index) => (
        <li key={index}>
          <Blocks blocks={item} end={index === block.items.length - 1 ? end : undefined} />
        </li>
      ));
      return block.ordered ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>;
    }
    case 'quote':
      return (
        <blockquote>
          <Blocks blocks={block.blocks} end={end} />
        </blockquote>
      );
    case 'code':
      return (
        <pre tabIndex={0} {...(block.language ? { 'data-language': oneLine(block.language) } : {})}>
          <code>
            {visibleText(block.text)}
            {end}
          </code>
        </pre>
      );
    case 'rule':
      return (
        <>
          <hr />
          {end}
        </>
      );
    case 'table':
      return (
        <>
          <RichTable table={block} />
          {end}
        </>
      );
  }
}

function RichTable({ table }: { table: Extract<RichBlock, { type: 'table' }> }) {
  return (
    <div className="dt-rich-table">
      <table>
        <thead>
          <tr>
            {table.head.map((cell, index) => (
              <th key={index} scope="col" style={{ textAlign: table.align[index] ?? 'left' }}>
                <RichSpans spans={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, index) => (
                <td key={index} style={{ textAlign: table.align[index] ?? 'left' }}>
                  <RichSpans spans={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
