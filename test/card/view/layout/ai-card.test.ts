import { describe, expect, test } from 'vitest';
import { exportTemplate, type Props, ref, text } from '../../../../scripts/templates/exported.js';
import { type DrawInput, drawFile, node } from '../../../support/draw-card.js';

const states = [
  node('AICardStatusContainer', 's1', { status: 1 }, [
    node('AIPending', 'p', { pendingTip: text('思考中...'), hideIcon: false }),
  ]),
  node('AICardStatusContainer', 's2', { status: 2 }, [
    node('AICardContent', 'c', { marginTop: 12 }, [
      node('MarkdownBlock', 'm', { content: ref('content', 'markdown'), isStreaming: true }),
    ]),
  ]),
  node('AICardStatusContainer', 's3', { status: 3 }, [node('Divider', 'd')]),
];

const draw = (flowStatus: string | number | undefined, props: Props = {}, input: DrawInput = {}) =>
  drawFile(
    exportTemplate({
      root: node('AICardContainer', 'ai', props, states),
      variables: ['flowStatus', 'phase', 'content'].map((name) => ({ name, type: 'string' })),
    }),
    {
      ...input,
      cardData: { ...(flowStatus === undefined ? {} : { flowStatus }), ...input.cardData },
    },
  );

test('the container of the state is drawn and no other', () => {
  expect(draw('1').root).toMatchObject({
    role: 'aiCard',
    look: { background: '#ffffff', radius: [8, 8, 8, 8] },
    children: [
      { key: 's1', role: 'state', children: [{ kind: 'pending', tip: '思考中...', icon: true }] },
    ],
  });
  expect(draw(3).root).toMatchObject({ children: [{ key: 's3' }] });
});

test('the state is read from the variable the card is bound to', () => {
  const props = { flowStatusVar: ref('phase') };
  expect(draw('1', props, { cardData: { phase: '3' } }).root).toMatchObject({
    children: [{ key: 's3' }],
  });
  expect(draw('1', { flowStatusVar: ref('') }).root).toMatchObject({ children: [{ key: 's1' }] });
});

test('a switch draws another state than the data says', () => {
  expect(draw('1', {}, { switches: { flowStatus: '2' } }).root).toMatchObject({
    children: [{ key: 's2' }],
  });
});

describe('a state without a container', () => {
  test('shows nothing and says so', () => {
    const view = draw('5');
    expect(view.root).toBeUndefined();
    expect(view.findings).toMatchObject([{ code: 'T346', params: { status: '5' } }]);
  });

  test('nothing said is the first state', () => {
    expect(draw(undefined).root).toMatchObject({ children: [{ key: 's1' }] });
  });

  test.each(['', '9'])('%j is no state at all', (status) => {
    const view = draw(status);
    expect(view.root).toBeUndefined();
    expect(view.findings).toMatchObject([{ code: 'T352', params: { status } }]);
  });
});

test('the border moves while the card works, unless it is switched off', () => {
  expect(draw('2').root).toMatchObject({ working: true });
  expect(draw('3').root).not.toHaveProperty('working');
  expect(draw('2', { enableGradientBorder: false }).root).not.toHaveProperty('working');
});

test('its text streams while it is written', () => {
  const writing = draw('2', {}, { cardData: { content: 'a **b' } });
  expect(writing.root).toMatchObject({
    children: [
      {
        children: [
          {
            key: 'c',
            margin: { left: 0, right: 0, top: 12, bottom: 0 },
            children: [{ kind: 'rich', streaming: true }],
          },
        ],
      },
    ],
  });
});

test('a fixed height and a ground of its own', () => {
  const props = {
    cardSizeHeightMode: 'fixed',
    cardSizeHeight: 226,
    hasBackground: true,
    backgroundType: 'Custom',
    backgroundColor: '#F6F6F6',
  };
  expect(draw('3', props).root).toMatchObject({ height: 226, look: { background: '#f6f6f6' } });
});
