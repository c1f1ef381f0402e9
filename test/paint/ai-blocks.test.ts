import { describe, expect, it } from 'vitest';
import { node, painted, screen } from '../support/painted.js';

const bar = (part = {}) =>
  node('feedback', {
    likeDislike: true,
    chosen: 'none',
    copy: true,
    refresh: false,
    share: false,
    divider: false,
    children: [],
    ...part,
  });

describe('what an AI card has besides its text', () => {
  it('is a sign that it works', () => {
    expect(screen(node('pending', { tip: '思考中', icon: true }), 20)).toEqual([' ◌ 思考中']);
    expect(screen(node('pending', { tip: '思考中', icon: false }), 20)).toEqual([' 思考中']);
  });

  it('is a bar of things to do, each a region', () => {
    const generated = node('generated', { text: '内容由AI生成' });
    const made = bar({
      children: [generated],
      chosen: 'like',
      refresh: true,
      share: true,
      divider: true,
    });
    expect(screen(made, 60).join('\n')).toMatchInlineSnapshot(`
      " ──────────────────────────────────────────────────────────
       内容由AI生成          ⧉ 复制  ↻ 重新生成  ↗ 分享  [👍]  👎"
    `);
    expect(screen(made, 40).join('\n')).toMatchInlineSnapshot(`
      " ──────────────────────────────────────
       内容由AI生成
       ⧉ 复制  ↻ 重新生成  ↗ 分享  [👍]  👎"
    `);
    expect(painted(made, 60).regions.map(({ id }) => id)).toEqual([
      'feedback#copy',
      'feedback#refresh',
      'feedback#share',
      'feedback#like',
      'feedback#dislike',
    ]);
  });

  it('is only what the template asks for', () => {
    expect(screen(bar({ likeDislike: false }), 20)).toEqual([' ⧉ 复制']);
  });
});
