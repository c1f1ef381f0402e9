import { expect, test } from 'vitest';
import { bound, type Props, text } from '../../../../scripts/templates/exported.js';
import { drawNode, node } from '../../../support/draw-card.js';

const draw = (props: Props, colour?: string) =>
  drawNode(node('CardHeaderV2', 'h', { title: text('周报'), ...props }), {
    variables: [{ name: 'c', type: 'string' }],
    cardData: colour === undefined ? {} : { c: colour },
  });

test('icon and title in a row', () => {
  expect(draw({ icon: { type: 'image', url: '$iQEl' } })).toMatchObject({
    role: 'header',
    direction: 'row',
    align: 'center',
    children: [
      { key: 'h/icon', kind: 'icon', size: 16, icon: { image: { kind: 'media', id: '$iQEl' } } },
      { key: 'h/title', kind: 'text', text: '周报', style: { size: 15, bold: true } },
    ],
  });
});

test('a colour makes a band', () => {
  const props = { color: bound('dynamicSelect', 'c') };
  expect(draw(props, 'green')).toMatchObject({
    look: { background: '#00b0421f' },
    children: [{ style: { colour: '#00b042' } }],
  });
  const plain = draw(props);
  expect(plain?.kind === 'box' && plain.look).not.toHaveProperty('background');
});

test('what stands in the slot follows the title', () => {
  const slot = {
    type: 'JSSlot',
    id: 'slot',
    value: [{ componentName: 'Tag', id: 'tag', props: { text: text('新') } }],
  };
  expect(draw({ titleAfterSlot: slot })).toMatchObject({
    children: [
      { key: 'h/title', width: { kind: 'fit' } },
      { key: 'tag', text: '新' },
    ],
  });
});

test('a slot without value is empty', () => {
  expect(draw({ titleAfterSlot: { type: 'JSSlot', id: 'slot' } })).toMatchObject({
    children: [{ key: 'h/title' }],
  });
});
