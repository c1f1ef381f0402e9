import { expect, it } from 'vitest';
import { createFormDrafts } from '../../../../src/simulator/page/paint/form-drafts.js';

it('keeps what was typed, by form', () => {
  const drafts = createFormDrafts();
  drafts.write('form', { name: 'a' });
  drafts.write('__proto__', { name: 'b' });
  expect(drafts.read('form')).toEqual({ name: 'a' });
  expect(drafts.read('__proto__')).toEqual({ name: 'b' });
  expect(drafts.read('constructor')).toEqual({});
});
