import { spawn } from 'node:child_process';
import {
  appendFileSync,
  mkdtempSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DtcardEvent, EventBody } from '../../src/log/event.js';
import { type LastRunQuery, readOpenExchanges } from '../../src/record/last-run.js';
import { openRecording } from '../../src/record/recording.js';
import { recordingName } from '../../src/record/recordings-directory.js';
import {
  callbackAnswered,
  callbackReceived,
  messageReceived,
  sessionStarted,
} from '../support/event-builders.js';

let stateDir: string;
/** When the files are written, so that their age is known. */
let nowMs: number;

beforeEach(() => {
  stateDir = mkdtempSync(path.join(tmpdir(), 'dtcard-last-'));
  nowMs = new Date().getTime();
});

afterEach(() => rmSync(stateDir, { recursive: true, force: true }));

const hour = 3_600_000;
const clientId = 'dingtestclientid0001';
const api = 'https://api.dingtalk.com';
const ended: EventBody = { type: 'session.ended', reason: 'signal', exitCode: 0 };

const look = (query: Partial<LastRunQuery> = {}) =>
  readOpenExchanges({ stateDir, clientId, api, pid: 1, isRunning: () => false, nowMs, ...query });

/** The ids of what is found. */
const idsOf = async (query: Partial<LastRunQuery> = {}) =>
  (await look(query)).flatMap(({ open }) => open.map(({ exchangeId }) => exchangeId));

/** Took over from a run before. */
const restored = (exchangeId: string): EventBody => ({
  type: 'callback.restored',
  exchangeId,
  callback: {
    outTrackId: 'dtcard-8f0c',
    corpId: 'ding9f50b15b00016741',
    userId: 'user02',
    userIdType: 1,
    spaceType: 'IM',
    spaceId: 'cidA1b2C3d4E5f6==',
    type: 'actionCallback',
    actionIds: ['btn_agree'],
    params: {},
  },
  receivedAtMs: nowMs - 2000,
  recording: 'before.jsonl',
  was: 'unanswered',
});

/** A run that began so long ago; its file is as old unless it says otherwise. */
function run(
  agoMs: number,
  pid: number,
  bodies: readonly EventBody[],
  atMs = nowMs - agoMs,
): string {
  const file = path.join(stateDir, 'recordings', recordingName(nowMs - agoMs, pid));
  const recording = openRecording({ path: file, header: { dtcard: '0', startedAt: '' } });
  recording.write(bodies.map((body, seq): DtcardEvent => ({ seq, atMs, v: 1, ...body })));
  recording.close();
  utimesSync(file, atMs / 1000, atMs / 1000);
  return file;
}

describe('what earlier runs left open', () => {
  it('is that of runs of the same app and api that are over, the oldest first', async () => {
    const older = run(5000, 11, [sessionStarted(), callbackReceived('older')]);
    const newer = run(4000, 12, [sessionStarted(), callbackReceived('newer')]);
    run(3000, 13, [sessionStarted({ clientId: 'another' }), callbackReceived('a')]);
    run(2000, 14, [sessionStarted({ api: 'http://127.0.0.1:7700' }), callbackReceived('b')]);
    run(1000, 15, [sessionStarted(), callbackReceived('running')]);
    const isRunning = (pid: number) => pid === 15;
    expect(await look({ isRunning })).toMatchObject([
      { recording: older, open: [{ exchangeId: 'older', was: 'unanswered' }] },
      { recording: newer, open: [{ exchangeId: 'newer', was: 'unanswered' }] },
    ]);
    expect(await idsOf({ isRunning, clientId: 'another' })).toEqual(['a']);
  });

  it('is found behind a run that ended before it could take it over', async () => {
    run(3000, 11, [sessionStarted({ answerByHand: true }), callbackReceived('older')]);
    run(2000, 12, [sessionStarted({ answerByHand: true })]);
    run(1000, 13, [sessionStarted({ answerByHand: true }), ended]);
    expect(await idsOf()).toEqual(['older']);
  });

  it('is the concern of the run that took it over, also while that still runs', async () => {
    run(3000, 11, [
      sessionStarted({ answerByHand: true }),
      callbackReceived('taken'),
      callbackReceived('not-taken'),
    ]);
    run(1000, 12, [sessionStarted({ answerByHand: true }), restored('taken')]);
    expect(await idsOf({ isRunning: (pid) => pid === 12 })).toEqual(['not-taken']);
    expect(await look()).toMatchObject([
      { open: [{ exchangeId: 'not-taken' }] },
      { open: [{ exchangeId: 'taken', was: 'unanswered' }] },
    ]);
    run(500, 13, [sessionStarted({ answerByHand: true }), restored('taken'), ended]);
    expect(await idsOf()).toEqual(['not-taken']);
  });

  it('is not what came again to another run', async () => {
    run(2000, 11, [sessionStarted(), callbackReceived('again'), callbackReceived('x')]);
    run(1000, 12, [sessionStarted(), callbackReceived('again'), callbackAnswered('again')]);
    expect(await idsOf({ isRunning: (pid) => pid === 12 })).toEqual(['x']);
  });

  it('is not looked for behind a run whose beginning is too far back to be read', async () => {
    run(2000, 11, [sessionStarted(), callbackReceived('older')]);
    run(1000, 12, [
      sessionStarted(),
      restored('older'),
      ...Array.from({ length: 50 }, (_, n) => messageReceived(`m${n}`, '你好')),
    ]);
    expect(await idsOf({ tailBytes: 1000 })).toEqual([]);
    expect(await idsOf()).toEqual(['older']);
  });

  it('is never the present one, but may have had the same process id', async () => {
    run(2000, 1, [sessionStarted(), callbackReceived('before')]);
    const current = run(1000, 1, [sessionStarted(), callbackReceived('now')]);
    expect(await idsOf({ current, isRunning: () => true })).toEqual(['before']);
  });

  it('is no concern after a day, be it the file or the tap', async () => {
    run(30 * hour, 11, [sessionStarted(), callbackReceived('x')]);
    expect(await look()).toEqual([]);
    const file = run(29 * hour, 12, [sessionStarted(), callbackReceived('old')]);
    utimesSync(file, nowMs / 1000, nowMs / 1000);
    expect(await look()).toEqual([]);
    run(28 * hour, 13, [sessionStarted(), callbackReceived('of-a-long-run')], nowMs - hour);
    expect(await idsOf()).toEqual(['of-a-long-run']);
  });

  it('is passed over when its file is no recording; nothing at all is no failure', async () => {
    expect(await look()).toEqual([]);
    run(5000, 11, [sessionStarted(), callbackReceived('x')]);
    const nameOf = (agoMs: number) =>
      path.join(stateDir, 'recordings', recordingName(nowMs - agoMs, 12));
    writeFileSync(nameOf(4000), '');
    writeFileSync(nameOf(3000), '\u0000'.repeat(5000));
    writeFileSync(nameOf(2000), '{"dtcard":"0","v":1}\n{"seq":');
    writeFileSync(nameOf(1000), '{"dtcard":"9","v":1}\n{"seq":0,"atMs":1,"v":9,"type":"x"}\n');
    writeFileSync(path.join(stateDir, 'recordings', 'of-my-own.jsonl'), 'x');
    expect(await idsOf()).toEqual(['x']);
  });

  it('is read around damage and up to a torn end', async () => {
    const file = run(1000, 11, [sessionStarted(), callbackReceived('x')]);
    appendFileSync(
      file,
      `nonsense\n{"seq":2,"atMs":1,"v":1,"type":"callback.received"}\n{"seq":3,"at`,
    );
    expect(await idsOf()).toEqual(['x']);
  });

  it('is read from its end when it is long, with what its start says of it', async () => {
    const talk = Array.from({ length: 500 }, (_, n) => messageReceived(`m${n}`, '你好'));
    const answered = Array.from({ length: 500 }, (_, n) => callbackReceived(`a${n}`)).flatMap(
      (received, n) => [received, callbackAnswered(`a${n}`)],
    );
    const file = run(1000, 11, [
      sessionStarted({ answerByHand: true }),
      callbackReceived('too-far-back'),
      ...talk,
      ...answered,
      callbackReceived('x'),
      callbackAnswered('x', { source: 'autoAck' }),
    ]);
    expect(await idsOf()).toEqual(['too-far-back', 'x']);
    for (const tailBytes of [3000, 20_000, 20_001, 300_000]) {
      expect([tailBytes, await idsOf({ tailBytes })]).toEqual([tailBytes, ['x']]);
    }
    truncateSync(file, 50);
    expect(await look()).toEqual([]);
  });
});

it('finds what a program left that was killed while it answered', async () => {
  const program = path.resolve(import.meta.dirname, '../fixtures/programs/answer-until-killed.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', program, stateDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = new Promise((resolve) => child.once('close', resolve));
  let told = '';
  child.stdout.on('data', (chunk: Buffer) => {
    told += chunk.toString();
    if (told.length > 1000) child.kill('SIGKILL');
  });
  await closed;
  const [found] = await look({ nowMs: new Date().getTime() });
  expect(found?.open.slice(0, 2)).toMatchObject([
    { exchangeId: 'undecided', was: 'unanswered' },
    {
      exchangeId: 'late',
      was: 'update-uncertain',
      decided: { cardData: { cardParamMap: { status: '已同意' } } },
    },
  ]);
  expect(found?.recording).toContain(`-${child.pid}.jsonl`);
});
