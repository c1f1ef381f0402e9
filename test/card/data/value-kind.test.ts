import { describe, expect, it } from 'vitest';
import { valueKind } from '../../../src/card/data/value-kind.js';

describe('kinds of declared types', () => {
  it.each([
    ['string', 'text'],
    ['markdown', 'text'],
    ['number', 'number'],
    ['boolean', 'boolean'],
    ['object', 'object'],
    ['table', 'object'],
    ['chart', 'object'],
    ['form', 'object'],
    ['dynamicEvent', 'object'],
    ['dynamicObject', 'object'],
    ['loopArray', 'array'],
    ['stringArray', 'array'],
    ['numberArray', 'array'],
    ['booleanArray', 'array'],
    ['buttonGroup', 'array'],
    ['selectOptions', 'array'],
    ['array', 'array'],
    ['image', 'any'],
    ['', 'any'],
    ['constructor', 'any'],
    ['__proto__', 'any'],
  ])('%s holds %s', (type, kind) => {
    expect(valueKind(type)).toBe(kind);
  });
});
