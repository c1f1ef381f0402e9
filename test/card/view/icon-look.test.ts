import { expect, test } from 'vitest';
import { iconGlyph, iconLook } from '../../../src/card/view/icon-look.js';

test.each([
  ['icon_XDS_goodlike_line', '👍'],
  ['icon_common_dislike_line', '👎'],
  ['icon_duplicate', '⧉'],
  ['icon_XDS_rightarrow', '›'],
  ['icon_XDS_downarrow', '▾'],
  ['icon_raise_hand', '✋'],
  ['icon_refused', '✕'],
  ['icon_address', '📍'],
  ['icon_ai_diagonal_outlined', '✦'],
  ['sending_im_filled', '➤'],
])('%s looks like %s', (name, glyph) => {
  expect(iconGlyph(name)).toBe(glyph);
});

test.each(['icon_bottom', 'icon_update', 'icon_pending', 'icon___proto__', 'icon_handle'])(
  '%s looks like nothing that is known',
  (name) => {
    expect(iconGlyph(name)).toBeUndefined();
  },
);

test('an unknown icon keeps its name and has no glyph', () => {
  expect(iconLook({ type: 'icon', iconType: 'ddIcon', icon: 'icon_zzz' })).toEqual({
    name: 'icon_zzz',
  });
});

test('icons come by object, by bare name, as emoji, and as pictures', () => {
  expect(iconLook('icon_duplicate')).toEqual({ name: 'icon_duplicate', glyph: '⧉' });
  expect(iconLook({ type: 'icon', iconType: 'emoji', icon: '[微笑]' })).toEqual({
    name: '[微笑]',
    glyph: '🙂',
  });
  expect(iconLook({ type: 'image', url: 'https://a.b/c.png' })).toEqual({
    image: { kind: 'url', url: 'https://a.b/c.png' },
  });
  expect(iconLook('@lALPDe7syH8nG_wcHA')).toEqual({
    image: { kind: 'media', id: '@lALPDe7syH8nG_wcHA' },
  });
});

test.each([undefined, null, '', 3, {}, { icon: '' }, { url: '' }, []])('%j is no icon', (value) => {
  expect(iconLook(value)).toBeUndefined();
});
