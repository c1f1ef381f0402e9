import { expect, test } from 'vitest';
import { bound, fixed, type Props, text } from '../../../../scripts/templates/exported.js';
import { drawNode, node } from '../../../support/draw-card.js';

const icon = fixed('dynamicIcon', { type: 'icon', iconType: 'ddIcon', icon: 'icon_duplicate' });

test('an icon has a name, a near character, a size and a colour', () => {
  const props = { icon, size: 'large', color: fixed('dynamicColor', 'common_level3_base_color') };
  expect(drawNode(node('Icon', 'i', props))).toEqual({
    key: 'i',
    nodeId: 'i',
    component: 'Icon',
    kind: 'icon',
    icon: { name: 'icon_duplicate', glyph: '⧉' },
    size: 19,
    colour: '#171a1d99',
  });
});

test('an icon may come from a variable by its bare name', () => {
  const input = { variables: [{ name: 'sign', type: 'string' }], cardData: { sign: 'icon_good' } };
  expect(drawNode(node('Icon', 'i', { icon: bound('dynamicIcon', 'sign') }), input)).toMatchObject({
    icon: { name: 'icon_good', glyph: '👍' },
  });
});

test('an icon that is not chosen is nothing', () => {
  const none = fixed('dynamicIcon', { type: 'icon', iconType: 'ddIcon' });
  expect(drawNode(node('Icon', 'i', { icon: none }))).toBeUndefined();
});

const avatar = (props: Props) => drawNode(node('Avatar', 'a', props));

test('an avatar shows the last two signs of the name', () => {
  expect(avatar({ name: text('欧阳娜娜'), size: 'extraSmall' })).toMatchObject({
    kind: 'avatar',
    source: { kind: 'none' },
    initials: '娜娜',
    name: '欧阳娜娜',
    size: 20,
    showName: false,
  });
  expect(avatar({ name: text('A👨‍👩‍👧') })).toMatchObject({ initials: 'A👨‍👩‍👧' });
  expect(avatar({ name: text('') })).toMatchObject({ initials: '' });
});

test('an avatar with a picture, the name beside it, and a size of its own', () => {
  const props = {
    name: text('Ann'),
    imageUrl: fixed('dynamicImage', 'https://a.b/c.png'),
    mode: 'userInfo',
    sizeType: 'Custom',
    customSize: 64,
  };
  expect(avatar(props)).toMatchObject({
    source: { kind: 'url', url: 'https://a.b/c.png' },
    showName: true,
    size: 64,
  });
});
