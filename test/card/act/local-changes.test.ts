import { describe, expect, it } from 'vitest';
import type { LocalAction } from '../../../src/card/act/action.js';
import { localChanges } from '../../../src/card/act/local-changes.js';
import { readAction } from '../../../src/card/act/read-action.js';
import { drawCard } from '../../support/draw-card.js';

const { evaluation } = drawCard([], {
  variables: [
    { name: 'who', type: 'string' },
    { name: 'list', type: 'stringArray' },
  ],
  locals: { bag: 'dynamicObject', copy: 'stringArray' },
  cardData: { who: '他"说', list: ['a'] },
});

const changes = (bundle: Parameters<typeof readAction>[0]) =>
  localChanges(readAction({ actionType: 'setLocalState', ...bundle }) as LocalAction, evaluation, {
    frames: [],
  });

describe('localChanges', () => {
  it('writes a value of the declared type', () => {
    const localVarAction = { variable: 'n', varType: 'number' };
    const variable = { valueType: 'fixed', value: '7' };
    expect(changes({ localVarAction, numberLocalValue: variable })).toEqual([
      { name: 'n', value: 7 },
    ]);
    expect(changes({ localVarAction })).toEqual([{ name: 'n', value: 0 }]);
  });

  it('writes under a key into a dynamicObject, by wrapper or declaration', () => {
    const stringLocalValue = 'x';
    const keyOfDynamicObject = 'k';
    const localVarAction = { variable: 'bag' };
    expect(changes({ localVarAction, keyOfDynamicObject, stringLocalValue })).toEqual([
      { name: 'bag', key: 'k', value: 'x' },
    ]);
    expect(changes({ localVarAction, keyOfDynamicObject: '', stringLocalValue })).toEqual([
      { name: 'bag', value: 'x' },
    ]);
  });

  it('copies a variable of any type', () => {
    const localVarAction = { variable: 'copy', varType: 'stringArray' };
    const updateVarValue = { type: 'variableValue', variable: 'list', variableType: 'global' };
    expect(changes({ localVarAction, updateVarValue })).toEqual([{ name: 'copy', value: ['a'] }]);
  });

  it('merges an object, its texts filled in without breaking it', () => {
    const custom = (customLocalData: string) =>
      changes({ enableCustomLocalData: true, customLocalData });
    expect(custom('{"a":"${who}","b":{"c":[1,"${who}"]}}')).toEqual([
      { name: 'a', value: '他"说' },
      { name: 'b', value: { c: [1, '他"说'] } },
    ]);
    expect(custom('{}')).toEqual([]);
    expect(custom('[1]')).toBeUndefined();
    expect(custom('{')).toBeUndefined();
    expect(custom('')).toBeUndefined();
  });

  it('fills in what is only JSON afterwards', () => {
    const { evaluation: numbers } = drawCard([], {
      variables: [{ name: 'n', type: 'number' }],
      cardData: { n: 3 },
    });
    const action = readAction({
      actionType: 'setLocalState',
      enableCustomLocalData: true,
      customLocalData: '{"n":${n}}',
    });
    expect(localChanges(action as LocalAction, numbers, { frames: [] })).toEqual([
      { name: 'n', value: 3 },
    ]);
  });
});
