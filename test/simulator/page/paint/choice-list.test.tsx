import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { ChoiceList, nextIndex } from '../../../../src/simulator/page/paint/choice-list.js';

describe('keys in a list of choices', () => {
  const choices = [{ text: 'Ann' }, { text: 'bob' }, { text: '安' }, { text: 'Bill' }];
  it.each([
    ['ArrowDown', 0, 1],
    ['ArrowDown', 3, 0],
    ['ArrowUp', 0, 3],
    ['ArrowDown', -1, 0],
    ['Home', 2, 0],
    ['End', 0, 3],
    ['b', 0, 1],
    ['b', 1, 3],
    ['安', 0, 2],
    ['x', 0, undefined],
    [' ', 0, undefined],
    ['Tab', 0, undefined],
  ] as const)('%s at %d leads to %s', (key, at, to) => {
    expect(nextIndex(key, at, choices)).toBe(to);
  });

  it('lead nowhere in an empty one', () => {
    expect(nextIndex('ArrowDown', -1, [])).toBeUndefined();
  });
});

it('choices say what they are and which are chosen', () => {
  const list = (role: 'menu' | 'listbox') =>
    renderToStaticMarkup(
      <ChoiceList
        role={role}
        label="选"
        choices={[
          { text: '甲', selected: true },
          { text: '乙', description: '第二个', destructive: true },
        ]}
        onChoose={() => undefined}
      />,
    );
  expect(list('listbox')).toMatch(
    /role="listbox" aria-label="选".*role="option"[^>]*aria-selected="true"/,
  );
  expect(list('menu')).toMatch(/role="menuitem"[^>]*dt-choice--destructive.*<small[^>]*>第二个/);
  expect(list('menu')).not.toContain('aria-selected');
});
