import { expect, test } from 'vitest';
import type { Props } from '../../../../scripts/templates/exported.js';
import { foldVariable } from '../../../../src/card/view/layout/fold.js';

const variable = (props: Props) =>
  foldVariable({
    componentName: 'AICardStatusContainer',
    id: 's',
    props,
    children: [],
    slots: {},
    path: '$',
  });

test('a node folds by its config, the older props, or enableCollapse', () => {
  const needFold = true;
  expect(variable({ autoFoldConfig: { needFold, foldStatusLocalDataKey: 'a' } })).toBe('a');
  expect(variable({ autoFold: true, foldStatusLocalDataKey: 'b' })).toBe('b');
  expect(variable({ enableCollapse: true })).toBe('_cardFoldStatusLocalDataKey');
});

test('the config counts before the older props', () => {
  expect(variable({ autoFoldConfig: { needFold: false }, autoFold: true })).toBeUndefined();
  expect(variable({})).toBeUndefined();
});
