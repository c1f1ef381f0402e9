import { expect, it } from 'vitest';
import { fixed, ref, text } from '../../../scripts/templates/exported.js';
import { fullText } from '../../../src/card/act/full-text.js';
import { drawCard, node } from '../../support/draw-card.js';

it('is what can be read, line by line, without marks', () => {
  const markdown =
    '# 标题\n\n**粗** [链接](https://a.example)\n\n- 一\n- 二\n\n> 引\n\n```js\nx\n```';
  const view = drawCard(
    [
      node('BaseText', 't', { text: text('你好') }),
      node('Markdown', 'm', { content: fixed('dynamicMarkdown', markdown) }),
      node('Tag', 'g', { text: text('标签') }),
      node('Divider', 'd'),
      node('Table', 'tb', { data: ref('table', 'table') }),
      node('CollapsePanel', 'c', { title: text('更多') }),
    ],
    {
      variables: [{ name: 'table', type: 'table' }],
      cardData: {
        table: {
          meta: [
            { alias: 'a', aliasName: '甲' },
            { alias: 'b', aliasName: '乙' },
          ],
          data: [{ a: '1', b: '2' }],
        },
      },
    },
  );
  expect(fullText(view).split('\n')).toEqual([
    '你好',
    '标题',
    '粗 链接',
    '一',
    '二',
    '引',
    'x',
    '标签',
    '甲\t乙',
    '1\t2',
    '更多',
  ]);
});

it('is empty for a card that shows nothing', () => {
  expect(fullText(drawCard([]))).toBe('');
});
