import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readCardValues } from '../../src/cli/card-values.js';

const nothing = () => Promise.reject(new Error('standard input was read'));

function fileWith(text: string): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'dtcard-values-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, 'data.json');
  writeFileSync(file, text);
  return file;
}

describe('readCardValues', () => {
  it('does without any', async () => {
    const { cardParamMap, encoded } = await readCardValues(undefined, [], nothing);
    expect([Object.keys(cardParamMap), encoded]).toEqual([[], []]);
  });

  it('lays --set over --data, as text whatever it looks like', async () => {
    const file = fileWith('{"a":"1","b":"2"}');
    const values = await readCardValues(file, ['b=3', 'c={"x":1}'], nothing);
    expect({ ...values.cardParamMap }).toEqual({ a: '1', b: '3', c: '{"x":1}' });
    expect(values.encoded).toEqual([]);
  });

  it('encodes what is no text, naming the keys', async () => {
    const input = '{"n":1.5,"b":false,"l":["x"],"o":{"k":"v"},"s":"t"}';
    const values = await readCardValues('-', [], () => Promise.resolve(input));
    expect({ ...values.cardParamMap }).toEqual({
      n: '1.5',
      b: 'false',
      l: '["x"]',
      o: '{"k":"v"}',
      s: 't',
    });
    expect(values.encoded).toEqual(['n', 'b', 'l', 'o']);
  });

  it('takes names that objects have by themselves', async () => {
    const values = await readCardValues('-', ['constructor=c'], () =>
      Promise.resolve('{"__proto__":"p"}'),
    );
    expect(JSON.stringify(values.cardParamMap)).toBe('{"__proto__":"p","constructor":"c"}');
  });

  it('reads a file that starts with a byte order mark', async () => {
    const { cardParamMap } = await readCardValues(fileWith('\ufeff{"a":"1"}'), [], nothing);
    expect(cardParamMap['a']).toBe('1');
  });

  it.each(['', 'x', '[]', '"x"', 'null', '{"a":1'])('refuses %j', async (text) => {
    const file = fileWith(text);
    await expect(readCardValues(file, [], nothing)).rejects.toMatchObject({
      code: 'E1003',
      params: { path: file },
    });
  });

  it('refuses a folder', async () => {
    await expect(readCardValues(os.tmpdir(), [], nothing)).rejects.toMatchObject({ code: 'E1004' });
  });
});
