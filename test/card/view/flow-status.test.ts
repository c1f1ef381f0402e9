import { expect, test } from 'vitest';
import { flowStatusOf } from '../../../src/card/view/flow-status.js';
import { type Declared, evaluationOf, type Given } from '../../support/card-evaluation.js';

const status = (declared: Declared, given: Given) => flowStatusOf(evaluationOf(declared, given));
const bound = {
  flowStatusVar: { type: 'variableValue', variable: 'phase', variableType: 'global' },
};
const declared = { variables: ['flowStatus', 'phase'], props: bound };

test('the bound variable says it, the reserved one where that is empty', () => {
  expect(status(declared, { cardData: { flowStatus: '1', phase: '3' } })).toBe('3');
  expect(status(declared, { cardData: { flowStatus: '1', phase: '' } })).toBe('1');
  expect(status({ variables: ['flowStatus'] }, { cardData: { flowStatus: 2 } })).toBe('2');
});

test('a switch counts before the data', () => {
  const given = { cardData: { flowStatus: '1' }, switches: { flowStatus: '5' } } as const;
  expect(status(declared, given)).toBe('5');
});

test('without data a card is pending, as the platform starts it', () => {
  expect(status(declared, {})).toBe('1');
});

test('data that is no state is none', () => {
  expect(status(declared, { cardData: { flowStatus: '' } })).toBe('');
  expect(status(declared, { cardData: { flowStatus: {} } })).toBe('');
});
