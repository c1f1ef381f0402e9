import { describe, expect, it } from 'vitest';
import { readNaturalData, readPrivateData } from '../../src/cli/natural-data.js';
import { createProject } from '../support/project.js';
import { createTestIo } from '../support/run-in-process.js';

const read = (stdin: string) => readNaturalData(createTestIo({ stdin }), '-');

describe('natural data', () => {
  it.each([
    ['{"a":1,"b":[true,null]}', { a: 1, b: [true, null] }],
    ['a: 1\nb:\n  - true\n  - ~\n', { a: 1, b: [true, null] }],
    ['\ufeff{"a":"你好"}', { a: '你好' }],
    ['{}', {}],
  ])('%j is read', async (text, value) => {
    expect(await read(text)).toEqual(value);
  });

  it('is found from where the program was started', async () => {
    const project = createProject();
    project.write('data/a.yaml', 'a: 1\n');
    const io = createTestIo({ cwd: project.directory });
    expect(await readNaturalData(io, 'data/a.yaml')).toEqual({ a: 1 });
  });

  it('keeps names that objects have by themselves', async () => {
    const value = await read('__proto__: p\nconstructor: c\n');
    expect(JSON.stringify(value)).toBe('{"__proto__":"p","constructor":"c"}');
  });

  it.each([
    ['', 'the file is empty'],
    ['[1]', 'expected an object'],
    ['"x"', 'expected an object'],
    ['just words', 'expected an object'],
    ['{"a":', 'JSON'],
    ['a: [1\n', '2:1'],
    ['{'.repeat(20_000), ''],
  ])('%j is refused', async (text, detail) => {
    await expect(read(text)).rejects.toMatchObject({
      code: 'E1003',
      params: { path: 'stdin', detail: expect.stringContaining(detail) as string },
    });
  });
});

describe('private data', () => {
  it('is by user', async () => {
    const own = (stdin: string) => readPrivateData(createTestIo({ stdin }), '-');
    expect(await own('u1: { remark: x }\nu2: {}\n')).toEqual({ u1: { remark: 'x' }, u2: {} });
    await expect(own('u1: x\n')).rejects.toMatchObject({ code: 'E1003' });
  });
});
