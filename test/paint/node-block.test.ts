import { describe, expect, it } from 'vitest';
import type { PlaceholderNode, ViewNode } from '../../src/card/view/view-node.js';
import { boxNode, node, painted, screen, textNode } from '../support/painted.js';

describe('a placeholder', () => {
  it('is a dashed box that names what is missing, around what could be drawn', () => {
    const made = node('placeholder', {
      why: 'unknown-component',
      what: 'Video\u001b[2J',
      children: [textNode('里面的文字')],
    });
    expect(screen(made, 30).join('\n')).toMatchInlineSnapshot(`
      "╭╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╮
      ╎ Video�[2J：未知组件        ╎
      ╎ 里面的文字                 ╎
      ╰╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╯"
    `);
  });

  it('says why in every case', () => {
    const whys: readonly PlaceholderNode['why'][] = [
      'failed',
      'too-deep',
      'too-many',
      'unsupported',
    ];
    const lines = whys.map(
      (why) => screen(node('placeholder', { why, what: 'X', children: [] }), 40)[1],
    );
    expect(lines.map((line) => line?.replace(/[╎\s]/g, ''))).toEqual([
      'X：绘制失败',
      'X：嵌套过深',
      'X：太多，未全部绘制',
      'X：不支持',
    ]);
  });
});

describe('a tree', () => {
  it('is drawn to a depth anybody can see', () => {
    let root: ViewNode = textNode('底');
    for (let depth = 0; depth < 3000; depth++) root = boxNode([root]);
    expect(screen(root, 20)).toEqual(['…']);
  });

  it('is drawn in English where that is asked for', () => {
    const made = node('image', { source: { kind: 'none' }, alt: '', fit: 'cover', radius: 0 });
    expect(screen(made, 20, { lang: 'en' })).toEqual(['[image]']);
    expect(painted(undefined, 40, { lang: 'en' }).lines).toHaveLength(3);
  });
});
