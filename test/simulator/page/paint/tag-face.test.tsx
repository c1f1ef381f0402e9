import { expect, it } from 'vitest';
import { frame, paintHtml } from '../../../support/paint-html.js';

it('a tag has its colours and no more than its width', () => {
  const html = paintHtml({
    ...frame(),
    kind: 'tag',
    text: '待审批\n中',
    colour: '#007fff',
    background: '#e5f2ff',
    border: 'url(x)',
    size: 12,
    maxWidth: 80,
  });
  expect(html).toMatch(
    /max-width:80px;color:#007fff;background-color:#e5f2ff;border-color:transparent;font-size:12px">待审批 中</,
  );
});
