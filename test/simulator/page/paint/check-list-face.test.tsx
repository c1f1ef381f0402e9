import { expect, it } from 'vitest';
import type { CheckListNode } from '../../../../src/card/view/view-node.js';
import { enabledTap, frame, paintHtml, textNode } from '../../../support/paint-html.js';

const list: CheckListNode = {
  ...frame(),
  kind: 'checkList',
  multiple: false,
  state: 'normal',
  contentTaps: true,
  tap: enabledTap,
  items: [
    { key: 'a', checked: true, children: [textNode('甲')] },
    { key: 'b', checked: false, children: [textNode('乙')] },
  ],
};

it('a list of one choice is of radio buttons, named by what stands beside them', () => {
  const html = paintHtml(list);
  expect(html.match(/type="radio"/g)).toHaveLength(2);
  const [, named] = /type="radio"[^>]*checked=""[^>]*aria-labelledby="([^"]+)"/.exec(html) ??
    /aria-labelledby="([^"]+)"[^>]*checked=""/.exec(html) ?? ['', ''];
  expect(html).toMatch(new RegExp(`id="${named}"[^>]*>.*甲`));
});

it('a list of several choices is of checkboxes', () => {
  const html = paintHtml({ ...list, multiple: true });
  expect(html.match(/type="checkbox"/g)).toHaveLength(2);
  expect(html).toContain('role="group"');
});
