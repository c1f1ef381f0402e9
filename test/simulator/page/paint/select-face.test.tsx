import { expect, it } from 'vitest';
import type { SelectNode } from '../../../../src/card/view/view-node.js';
import { enabledTap, frame, paintHtml } from '../../../support/paint-html.js';

const select: SelectNode = {
  ...frame(),
  kind: 'select',
  multiple: false,
  placeholder: '选',
  options: [],
  selected: [],
  state: 'normal',
  tap: enabledTap,
};

it('a select can be opened only while it is normal', () => {
  expect(paintHtml(select)).not.toMatch(/ disabled/);
  expect(paintHtml({ ...select, state: 'disabled' })).toMatch(/role="combobox"[^>]* disabled/);
  expect(paintHtml({ ...select, state: 'loading' })).toMatch(/aria-busy="true"/);
});
