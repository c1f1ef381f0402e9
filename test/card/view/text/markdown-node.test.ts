import { describe, expect, test } from 'vitest';
import { bound, fixed, type Props, ref } from '../../../../scripts/templates/exported.js';
import { type DrawInput, drawCard, drawNode, node } from '../../../support/draw-card.js';

const variables = [{ name: 'content', type: 'markdown' }];
const data = { variables, cardData: { content: '**a**' } };
const block = (props: Props, input: DrawInput = data) =>
  drawCard([node('MarkdownBlock', 'm', props)], input);
const boldA = [{ type: 'paragraph', spans: [{ type: 'text', text: 'a', style: { bold: true } }] }];

test('Markdown fills in its variables and is rich text of the body size', () => {
  const content = fixed('dynamicMarkdown', '${content}');
  expect(drawNode(node('Markdown', 'm', { content }), data)).toEqual({
    key: 'm',
    nodeId: 'm',
    component: 'Markdown',
    kind: 'rich',
    blocks: boldA,
    style: { size: 14, lineHeight: 22, colour: '#181c1f' },
    streaming: false,
  });
});

test('Markdown reads a variable through the wrapper of languages', () => {
  const content = { zh_Hans: bound('dynamicMarkdown', 'content') };
  const props = { content: { defaultLang: 'zh_Hans', i18n: false, content } };
  expect(drawNode(node('Markdown', 'm', props), data)).toMatchObject({ blocks: boldA });
});

test('nothing to say is an empty text', () => {
  expect(drawNode(node('Markdown', 'm'), data)).toMatchObject({ kind: 'rich', blocks: [] });
});

describe('MarkdownBlock', () => {
  test('reads its variable and has its own padding', () => {
    const view = block({ content: ref('content', 'markdown') });
    expect(view.root).toMatchObject({
      children: [{ blocks: boldA, margin: { left: 12, right: 12, top: 6, bottom: 6 } }],
    });
    expect(view.findings).toEqual([]);
  });

  test('without varType is found: the client shows nothing', () => {
    expect(block({ content: ref('content') }).findings).toMatchObject([
      { code: 'T347', params: { variable: 'content' } },
    ]);
  });

  test('inside of a loop it needs none', () => {
    const list = { name: 'rows', type: 'loopArray', fields: [{ name: 'md', type: 'markdown' }] };
    const view = drawCard(
      [
        node('Loop', 'l', { listData: ref('rows') }, [
          node('MarkdownBlock', 'm', { content: ref('rows[0].md') }),
        ]),
      ],
      { variables: [list], cardData: { rows: [{ md: '**a**' }] } },
    );
    expect(view.root).toMatchObject({ children: [{ children: [{ blocks: boldA }] }] });
    expect(view.findings).toEqual([]);
  });

  test('streams only while the state is 2, and then has no loose ends', () => {
    const half = { variables, cardData: { content: '**a' } };
    const props = { content: ref('content', 'markdown'), isStreaming: true };
    expect(block(props, { ...half, switches: { flowStatus: '2' } }).root).toMatchObject({
      children: [{ streaming: true, blocks: boldA }],
    });
    expect(block(props, { ...half, switches: { flowStatus: '3' } }).root).toMatchObject({
      children: [{ streaming: false, blocks: [{ spans: [{ text: '**a' }] }] }],
    });
  });

  test('links of other schemes are found at the node', () => {
    const view = block(
      { content: ref('content', 'markdown') },
      { variables, cardData: { content: '[a](javascript:x)' } },
    );
    expect(view.findings).toMatchObject([
      { code: 'T348', params: { component: 'MarkdownBlock', value: 'javascript:x' } },
    ]);
  });
});
