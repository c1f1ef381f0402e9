import { expect, test } from 'vitest';
import {
  exportTemplate,
  fixed,
  type NodeSource,
  text,
} from '../../../../scripts/templates/exported.js';
import { type DrawInput, drawFile, node } from '../../../support/draw-card.js';

const props = {
  cardName: text('标准卡片'),
  cardIcon: { type: 'image', url: '@lALPDe7syH8nG_wcHA' },
  tagText: text('标签'),
  tagColor: fixed('dynamicSelect', 'green'),
  tagStyle: 'hollow',
};
const thumb = node('StdCardThumbContent', 't', { adaptMode: 1 }, [node('Divider', 'd1')]);
const body = node('Divider', 'd2');

const draw = (children: readonly NodeSource[], input?: DrawInput) =>
  drawFile(exportTemplate({ type: 'standard', root: node('StdCard', 's', props, children) }), input)
    .root;

test('icon, name and tag stand over the content', () => {
  expect(draw([body])).toMatchObject({
    role: 'card',
    children: [
      {
        key: 's/header',
        role: 'header',
        direction: 'row',
        children: [
          { kind: 'icon', icon: { image: { kind: 'media', id: '@lALPDe7syH8nG_wcHA' } } },
          { kind: 'text', text: '标准卡片', width: { kind: 'fill' } },
          { kind: 'tag', text: '标签', colour: '#00b042', border: '#00b0427a' },
        ],
      },
      { key: 'd2' },
    ],
  });
});

test('a card without name, icon and tag has no header', () => {
  const bare = exportTemplate({ root: node('StdCard', 's', {}, [body]) });
  expect(drawFile(bare).root).toMatchObject({ children: [{ key: 'd2' }] });
});

test('the top box shows the thumb content and nothing else, a chat everything else', () => {
  expect(draw([thumb, body], { switches: { bizScene: 'topbox' } })).toMatchObject({
    children: [{ key: 't', children: [{ key: 'd1' }] }],
  });
  const inChat = draw([thumb, body]);
  expect(inChat?.kind === 'box' && inChat.children.map(({ key }) => key)).toEqual([
    's/header',
    'd2',
  ]);
});

test('without a thumb content the top box shows it all', () => {
  const view = draw([body], { switches: { bizScene: 'topbox' } });
  expect(view?.kind === 'box' && view.children.map(({ key }) => key)).toEqual(['s/header', 'd2']);
});
