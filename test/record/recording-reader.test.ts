import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RecordedItem, readRecording } from '../../src/record/recording-reader.js';

let directory: string;
let file: string;

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'dtcard-read-'));
  file = path.join(directory, 'one.jsonl');
});

afterEach(() => rmSync(directory, { recursive: true, force: true }));

const header = '{"dtcard":"0.1.0","v":1,"startedAt":"2026-11-22T15:30:00.000Z"}\n';
const event = (seq: number) => ({ seq, atMs: 5, v: 1, type: 'message.unanswered', msgId: '报' });

async function read(content: string | Buffer): Promise<readonly RecordedItem[]> {
  writeFileSync(file, content);
  const items: RecordedItem[] = [];
  for await (const item of readRecording(file)) items.push(item);
  return items;
}

describe('reading a recording', () => {
  it('gives the header, then the events', async () => {
    const items = await read(`${header}${JSON.stringify(event(0))}\n${JSON.stringify(event(1))}\n`);
    expect(items).toMatchObject([
      { kind: 'header', header: { dtcard: '0.1.0' } },
      { kind: 'event', line: 2, event: event(0) },
      { kind: 'event', line: 3, event: event(1) },
    ]);
  });

  it('gives an event whose line break alone is missing', async () => {
    expect(await read(`${header}${JSON.stringify(event(0))}`)).toMatchObject([
      {},
      { kind: 'event', event: event(0) },
    ]);
  });

  it.each([
    ['{"seq":0,"atM', { kind: 'torn', line: 2 }],
    ['nonsense\n', { kind: 'damaged', line: 2 }],
    ['[]\n', { kind: 'damaged', line: 2 }],
    ['\n', { kind: 'damaged', line: 2 }],
    ['{"v":1}\n', { kind: 'damaged', line: 2 }],
    ['{"v":1,"type":"x","seq":"0","atMs":1}\n', { kind: 'damaged', line: 2 }],
    ['{"v":2,"type":"x"}\n', { kind: 'unknown', line: 2, content: { v: 2, type: 'x' } }],
    ['{"type":"x","seq":0,"atMs":1}\n', { kind: 'unknown', line: 2 }],
  ])('reports %j in its place', async (line, expected) => {
    expect((await read(header + line))[1]).toMatchObject(expected);
  });

  it('goes on after a line that is damaged', async () => {
    const kinds = (await read(`${header}\u0000\u0000\n${JSON.stringify(event(0))}\n`)).map(
      ({ kind }) => kind,
    );
    expect(kinds).toEqual(['header', 'damaged', 'event']);
  });

  it('joins lines and characters that are split between pieces', async () => {
    const long = { ...event(0), msgId: '报销'.repeat(200_000) };
    const items = await read(`${header}${JSON.stringify(long)}\n${JSON.stringify(event(1))}\n`);
    expect(items[1]).toMatchObject({ kind: 'event', event: long });
    expect(items[2]).toMatchObject({ kind: 'event', event: event(1) });
  });

  it('reports a line that no program wrote, and goes on', async () => {
    const items = await read(
      Buffer.concat([
        Buffer.from(header),
        Buffer.alloc(65 * 1024 * 1024, 0x78),
        Buffer.from(`\n${JSON.stringify(event(0))}\n`),
      ]),
    );
    expect(items).toMatchObject([
      {},
      { kind: 'damaged', detail: 'line too long' },
      { kind: 'event', line: 3 },
    ]);
  });

  it.each([
    ['an empty file', ''],
    ['something else', 'hello\n'],
    ['other JSON', '{"v":1}\n'],
    ['a torn header', '{"dtcard":"0.1'],
  ])('refuses %s', async (_name, content) => {
    await expect(read(content)).rejects.toMatchObject({ code: 'E1004', params: { path: file } });
  });

  it('refuses a file that is not there', async () => {
    await expect(readRecording(file).next()).rejects.toMatchObject({ code: 'E1004' });
  });

  it('can be left in the middle', async () => {
    writeFileSync(file, header + `${JSON.stringify(event(0))}\n`.repeat(20_000));
    for await (const item of readRecording(file)) if (item.kind === 'event') break;
  });
});
