import { describe, expect, it } from 'vitest';
import { misspeltVariables } from '../../src/cli/misspelt-variables.js';

function told(rules: string): readonly (readonly [number, unknown, unknown])[] {
  return misspeltVariables(`version: 1\nrules:\n${rules}`).map(({ line, params }) => [
    line,
    params['name'],
    params['meant'],
  ]);
}

const card =
  '  - { name: s, on: message, send: { template: t, data: { amount: 1, 状态栏: x } } }\n';

describe('variables that no card of the file has', () => {
  it.each([
    ['a value', 'answer: { cardData: { by: "${card.amout}" } }', 'amout', 'amount'],
    ['a value of several', 'fail: { message: "a ${ card.amonut.0 ?? b}" }', 'amonut', 'amount'],
    ['a condition', 'when: { card: { amuont: 3 } }, leave: true', 'amuont', 'amount'],
    ['a condition at a path', 'when: { card: { amoun.0: 3 } }, leave: true', 'amoun', 'amount'],
    ['a guard', 'guard: { my: { amout: 3 } }, answer: {}', 'amout', 'amount'],
    ['a filter', 'when: { filter: "!(var.amout>3)" }, leave: true', 'amout', 'amount'],
    ['Chinese', 'fail: { message: "${card.状态拦}" }', '状态拦', '状态栏'],
  ])('are told of in %s', (_where, deed, name, meant) => {
    expect(told(`${card}  - { name: a, on: callback, ${deed} }\n`)).toEqual([[4, name, meant]]);
  });

  it.each([
    ['that it has', 'answer: { cardData: { by: "${card.amount}" } }'],
    ['that an answer writes', 'answer: { cardData: { amout: "${card.amout}" } }'],
    ['that somebody has privately', 'update: { privateData: { u: { amout: "${my.amout}" } } }'],
    ['that resemble none', 'answer: { cardData: { by: "${card.owner}" } }'],
    ['within another', 'when: { card: { amount: { amout: 3 } } }, leave: true'],
    ['that are text', 'fail: { message: "$${card.amout} card.amout" }'],
    ['of components', 'when: { params: { amout: 3 }, filter: param.amout>3 }, leave: true'],
  ])('are not those %s', (_which, deed) => {
    expect(told(`${card}  - { name: a, on: callback, ${deed} }\n`)).toEqual([]);
  });

  it('are told once a line, and not of a file that is none', () => {
    const twice = 'fail: { message: "${card.amout} ${card.amout}" }';
    expect(told(`${card}  - { name: a, on: callback, ${twice} }\n`)).toHaveLength(1);
    expect(misspeltVariables('a: [')).toEqual([]);
  });
});
