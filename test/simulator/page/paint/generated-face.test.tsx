import { expect, it } from 'vitest';
import { frame, paintHtml } from '../../../support/paint-html.js';

it('the note of an AI leads somewhere when it has a link', () => {
  const note = { ...frame(), kind: 'generated', text: '内容由AI生成，点击了解详情' } as const;
  expect(paintHtml(note)).not.toContain('<a ');
  expect(paintHtml({ ...note, link: 'https://a.test' })).toMatch(
    /<a [^>]*href="https:\/\/a.test"[^>]*>内容由AI生成，点击了解详情<\/a>/,
  );
  expect(paintHtml({ ...note, link: 'javascript:x' })).not.toContain('<a ');
});
