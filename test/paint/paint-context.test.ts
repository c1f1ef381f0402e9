import { describe, expect, it } from 'vitest';
import { translator } from '../../src/i18n/translate.js';
import { type PaintContext, rationed, regionOf } from '../../src/paint/paint-context.js';
import { createPalette } from '../../src/paint/palette.js';
import { textNode } from '../support/painted.js';

function context(characters: number): PaintContext {
  return {
    options: { width: 40, lang: 'zh', theme: 'light' },
    palette: createPalette('light', 'terminal'),
    t: translator('zh'),
    budget: { nodes: 10, characters },
  };
}

describe('rationed', () => {
  it('gives text as long as there is some left', () => {
    const at = context(5);
    expect([rationed('abc', at), rationed('def', at), rationed('g', at)]).toEqual([
      'abc',
      'de…',
      '…',
    ]);
  });
});

describe('regionOf', () => {
  it('names each part of a node', () => {
    const node = textNode('x', { key: 'n' });
    const ids = [
      regionOf(node),
      regionOf(node, { is: 'item', index: 2 }),
      regionOf(node, { is: 'cell', row: 1, column: 0 }, 'n.1.0'),
      regionOf(node, { is: 'feedback', part: 'like' }),
      regionOf(node, { is: 'field', name: '天数' }),
      regionOf(node, { is: 'submit' }),
    ].map(({ id, key }) => `${id} ${key}`);
    expect(ids).toEqual([
      'n n',
      'n#item2 n',
      'n.1.0#cell1.0 n.1.0',
      'n#like n',
      'n#field.天数 n',
      'n#submit n',
    ]);
  });
});
