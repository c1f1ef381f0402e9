import { describe, expect, it } from 'vitest';
import { readTold } from '../../src/cli/told-events.js';
import { createProject } from '../support/project.js';
import { createTestIo } from '../support/run-in-process.js';

const tap = '{"outTrackId":"t1","actionIds":[],"params":{}}';
const event = (seq: number) => `{"seq":${seq},"atMs":1,"v":1,"type":"connection.closed"}`;

async function kinds(word: string, stdin = '', files: Readonly<Record<string, string>> = {}) {
  const project = createProject();
  for (const [name, text] of Object.entries(files)) project.write(name, text);
  const io = createTestIo({ home: project.home, stdin, cwd: project.directory });
  const told: string[] = [];
  for await (const one of readTold(io, word)) told.push(one.kind);
  return told;
}

describe('reading what is told', () => {
  it.each<[string, string, string, readonly string[]]>([
    ['JSON as it stands', tap, '', ['callback']],
    ['a list', `[${tap},${tap}]`, '', ['callback', 'callback']],
    ['standard input', '-', `\ufeff${event(0)}\n\n${tap}\r\n`, ['event', 'callback']],
    ['JSON over several lines', '-', JSON.stringify(JSON.parse(tap), null, 2), ['callback']],
    ['a recording on standard input', '-', `{"dtcard":"0.1.0","v":1}\n${event(0)}\n`, ['event']],
    ['events of a later version', '-', '{"seq":0,"atMs":1,"v":9,"type":"x"}\n', []],
    ['nothing', '-', '', []],
  ])('takes %s', async (_what, word, stdin, expected) => {
    expect(await kinds(word, stdin)).toEqual(expected);
  });

  it('takes recordings and whatever is damaged in them', async () => {
    const text = `{"dtcard":"0.1.0","v":1}\n${event(0)}\nrubbish\n{"a":1}\n${event(1)}\n{"to`;
    expect(await kinds('run.jsonl', '', { 'run.jsonl': text })).toEqual(['event', 'event']);
  });

  it('takes files with a line for each', async () => {
    expect(await kinds('a.ndjson', '', { 'a.ndjson': `${tap}\n${event(1)}\n` })).toEqual([
      'callback',
      'event',
    ]);
  });

  it.each([
    ['1', '-', '1'],
    ['a line that is no JSON', '-', `${tap}\nno`],
    ['something else', '{"a":{}}', ''],
  ])('refuses %s', async (_what, word, stdin) => {
    await expect(kinds(word, stdin)).rejects.toMatchObject({
      code: 'E1001',
      params: { reason: 'not-explainable' },
    });
  });

  it('refuses what cannot be read', async () => {
    await expect(kinds('gone')).rejects.toMatchObject({ code: 'E1004' });
    await expect(kinds('.')).rejects.toMatchObject({ code: 'E1004' });
  });
});
