import { expect, it } from 'vitest';
import { frame, paintHtml, textNode } from '../../../support/paint-html.js';

it('a placeholder says what stands here, and shows what it holds', () => {
  const html = paintHtml({
    ...frame(),
    kind: 'placeholder',
    why: 'unknown-component',
    what: 'Video<script>',
    children: [textNode('里面')],
  });
  expect(html).toContain('role="note"');
  expect(html).toContain('Video&lt;script&gt;');
  expect(html).toContain('不支持的组件');
  expect(html).toContain('里面');
});
