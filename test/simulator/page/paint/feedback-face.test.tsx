import { expect, it } from 'vitest';
import type { FeedbackNode } from '../../../../src/card/view/view-node.js';
import { frame, paintHtml, textNode } from '../../../support/paint-html.js';

const bar: FeedbackNode = {
  ...frame(),
  kind: 'feedback',
  likeDislike: true,
  chosen: 'like',
  copy: true,
  refresh: false,
  share: false,
  divider: true,
  children: [textNode('内容由AI生成')],
};

it('the feedback bar has the parts that are asked for, and what was chosen', () => {
  const html = paintHtml(bar);
  expect(html).toMatch(/aria-label="赞"[^>]*aria-pressed="true"/);
  expect(html).toMatch(/aria-label="踩"[^>]*aria-pressed="false"/);
  expect(html).toContain('aria-label="复制"');
  expect(html).not.toContain('aria-label="分享"');
  expect(html).not.toContain('aria-label="重新生成"');
  expect(html).toContain('内容由AI生成');
  expect(html).toContain('dt-feedback--line');
});
