import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Variable } from '../../src/card/template/card-template.js';
import { readTemplate } from '../../src/card/template/read-template.js';
import { type CardValuesRequest, readCardValues } from '../../src/cli/card-values.js';
import { createTestIo } from '../support/run-in-process.js';

function fileWith(text: string): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'dtcard-values-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, 'data.json');
  writeFileSync(file, text);
  return file;
}

function read(
  flags: CardValuesRequest['flags'],
  more: Partial<Omit<CardValuesRequest, 'flags'>> = {},
  stdin = '',
) {
  const request = { template: undefined, data: {}, privateData: {}, ...more, flags };
  return readCardValues(createTestIo({ stdin }), request);
}

function templateWith(types: Readonly<Record<string, string>>) {
  const variables = Object.entries(types).map(
    ([name, type]): Variable => ({ name, type, private: false, fields: [], path: '$' }),
  );
  return { ...readTemplate(''), variables };
}

describe('readCardValues', () => {
  it('does without any', async () => {
    const { cardParamMap, encoded } = await read({});
    expect([Object.keys(cardParamMap), encoded]).toEqual([[], []]);
  });

  it('lays --set over --data, as text whatever it looks like', async () => {
    const file = fileWith('{"a":"1","b":"2"}');
    const values = await read({ data: file, set: ['b=3', 'c={"x":1}'] });
    expect({ ...values.cardParamMap }).toEqual({ a: '1', b: '3', c: '{"x":1}' });
    expect(values.encoded).toEqual([]);
  });

  it('encodes what is no text, naming the keys', async () => {
    const input = '{"n":1.5,"b":false,"l":["x"],"o":{"k":"v"},"s":"t"}';
    const values = await read({ data: '-' }, {}, input);
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
    const values = await read({ data: '-', set: ['constructor=c'] }, {}, '{"__proto__":"p"}');
    expect(JSON.stringify(values.cardParamMap)).toBe('{"__proto__":"p","constructor":"c"}');
  });

  it('reads a file that starts with a byte order mark', async () => {
    const { cardParamMap } = await read({ data: fileWith('\ufeff{"a":"1"}') });
    expect(cardParamMap['a']).toBe('1');
  });

  it.each(['', 'x', '[]', '"x"', 'null', '{"a":1'])('refuses %j', async (text) => {
    const file = fileWith(text);
    await expect(read({ data: file })).rejects.toMatchObject({
      code: 'E1003',
      params: { path: file },
    });
  });

  it('refuses a folder', async () => {
    await expect(read({ data: os.tmpdir() })).rejects.toMatchObject({ code: 'E1004' });
  });

  it('reads YAML too, with the place of what is wrong', async () => {
    const { cardParamMap } = await read({ data: fileWith('title: 你好\nrows:\n  - 1\n') });
    expect(cardParamMap).toEqual({ title: '你好', rows: '[1]' });
    await expect(read({ data: fileWith('a: 1\n  b: 2\n') })).rejects.toMatchObject({
      code: 'E1003',
      params: { detail: expect.stringMatching(/^\d+:\d+ /) as string },
    });
  });

  it('begins with what the project says, per user too', async () => {
    const values = await read(
      {
        data: fileWith('{"b":2}'),
        privateData: fileWith('{"u1":{"remark":"given"},"u2":{"n":3}}'),
        set: ['c=x'],
      },
      {
        data: { a: 'project', b: 1, c: 0 },
        privateData: { u1: { remark: 'project', voted: true } },
      },
    );
    expect(values.cardParamMap).toEqual({ a: 'project', b: '2', c: 'x' });
    expect(values.privateData).toEqual({
      u1: { cardParamMap: { remark: 'given', voted: 'true' } },
      u2: { cardParamMap: { n: '3' } },
    });
    expect(values.encoded).toEqual(['b', 'u1.voted', 'u2.n']);
  });

  it('refuses private data that is not by user', async () => {
    const file = fileWith('{"remark":"x"}');
    await expect(read({ privateData: file })).rejects.toMatchObject({ code: 'E1003' });
  });

  it('uses the declared type: an empty text for null, no blanks around numbers', async () => {
    const template = templateWith({ title: 'string', count: 'number', rows: 'loopArray' });
    const values = await read(
      { data: fileWith('{"title":null,"rows":null}'), set: ['count= 3 ', 'other= x '] },
      { template },
    );
    expect(values.cardParamMap).toEqual({ title: '', rows: 'null', count: '3', other: ' x ' });
  });
});
