import { expect, it } from 'vitest';
import { boxNode, paintHtml, textNode } from '../../../support/paint-html.js';

it('nodes stand in their order, each once, in the flow of their box', () => {
  const html = paintHtml(
    boxNode([textNode('甲'), textNode('乙'), textNode('丙')], { direction: 'row' }),
  );
  expect([...html.matchAll(/>([甲乙丙])</g)].map((match) => match[1])).toEqual(['甲', '乙', '丙']);
  expect(html.match(/flex:0 1 auto/g)).toHaveLength(3);
});
