import { describe, expect, it } from 'vitest';
import {
  flagAt,
  integerAt,
  kindOf,
  objectAt,
  oneOrMoreAt,
  own,
  paramMapAt,
  textAt,
} from '../../src/answer/script-reading.js';
import type { JsonObject } from '../../src/base/json-text.js';

const reading = () => ({ problems: [] as string[] });

describe('reading a reply', () => {
  it('says every name that is not known, and what is missing', () => {
    const noted = reading();
    objectAt(
      { textt: 1, other: 2, constructor: 3 },
      'send',
      { keys: ['text'], required: ['text'] },
      noted,
    );
    expect(noted.problems).toEqual([
      'send.textt is unknown; did you mean "text"?',
      'send.other is unknown; known: text',
      'send.constructor is unknown; known: text',
      'send needs "text"',
    ]);
  });

  it('does not take what every object has for something of the reply', () => {
    expect(own({}, 'constructor')).toBeUndefined();
    expect(own({}, '__proto__')).toBeUndefined();
  });

  it('notes values of another kind and reads nothing for them', () => {
    const noted = reading();
    const object: JsonObject = { text: 1, flag: 0, count: 1.5, map: 'x' };
    expect([
      textAt(object, 'text', 'a', noted),
      flagAt(object, 'flag', 'a', noted),
      integerAt(object, 'count', 'a', [1, 5], noted),
      paramMapAt(object, 'map', 'a', noted),
    ]).toEqual([undefined, undefined, undefined, {}]);
    expect(noted.problems).toEqual([
      'a.text must be a text, not 1',
      'a.flag must be true or false, not 0',
      'a.count must be a whole number 1–5, not 1.5',
      'a.map must be an object of variables, not "x"',
    ]);
  });

  it('leaves what is absent absent', () => {
    const noted = reading();
    expect([
      textAt({}, 'a', '', noted),
      flagAt({}, 'a', '', noted),
      integerAt({}, 'a', '', [1, 2], noted),
      paramMapAt({}, 'a', '', noted),
      oneOrMoreAt({}, 'a'),
    ]).toEqual([undefined, undefined, undefined, undefined, []]);
    expect(noted.problems).toEqual([]);
  });

  it('takes one for a list of one', () => {
    expect(oneOrMoreAt({ send: { a: 1 } }, 'send')).toEqual([{ value: { a: 1 }, path: 'send' }]);
    expect(oneOrMoreAt({ send: [1, 2] }, 'send').map(({ path }) => path)).toEqual([
      'send[0]',
      'send[1]',
    ]);
  });

  it('names what was found', () => {
    const found = [undefined, null, '', 'x'.repeat(99), [], {}, 1, true].map(kindOf);
    expect(found).toEqual([
      'nothing',
      'null',
      'an empty text',
      `"${'x'.repeat(57)}…"`,
      'a list',
      'an object',
      '1',
      'true',
    ]);
  });
});
