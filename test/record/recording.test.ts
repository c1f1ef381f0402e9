import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DtcardError } from '../../src/base/errors.js';
import type { DtcardEvent } from '../../src/log/event.js';
import { openRecording, type RecordingOptions } from '../../src/record/recording.js';
import { type RecordedItem, readRecording } from '../../src/record/recording-reader.js';

let directory: string;
let file: string;

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'dtcard-record-'));
  file = path.join(directory, 'one.jsonl');
});

afterEach(() => rmSync(directory, { recursive: true, force: true }));

const header = { dtcard: '0.1.0', startedAt: '2026-11-22T15:30:00.000Z' };

function start(options: Partial<RecordingOptions> = {}) {
  return openRecording({ path: file, header, ...options });
}

function event(seq: number, msgId = `m${seq}`): DtcardEvent {
  return { type: 'message.unanswered', msgId, seq, atMs: 1000 + seq, v: 1 };
}

function lines(): readonly unknown[] {
  const text = readFileSync(file, 'utf8');
  expect(text.endsWith('\n')).toBe(true);
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
}

function failure(run: () => void): DtcardError {
  try {
    run();
  } catch (error) {
    if (error instanceof DtcardError) return error;
  }
  throw new Error('it did not fail as expected');
}

function errno(code: string): Error {
  return Object.assign(new Error(`${code}: simulated`), { code });
}

describe('a recording', () => {
  it('is a header and one event a line', () => {
    const recording = start({ header: { ...header, profile: 'dev' } });
    recording.write([event(0), event(1)]);
    recording.write([]);
    recording.write([event(2)]);
    recording.close();
    expect(lines()).toEqual([
      { ...header, v: 1, profile: 'dev', redaction: 'secrets' },
      event(0),
      event(1),
      event(2),
    ]);
  });

  it('is in the file when write returns', () => {
    const recording = start();
    recording.write([event(0)]);
    expect(lines()).toHaveLength(2);
    recording.close();
  });

  it('can be read by its owner only, and so can directories made for it', () => {
    file = path.join(directory, 'a', 'b', 'one.jsonl');
    start().close();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(path.dirname(file)).mode & 0o777).toBe(0o700);
  });

  it('may go into an empty file, which becomes private', () => {
    writeFileSync(file, '');
    chmodSync(file, 0o644);
    start().close();
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('writes any text as one line', () => {
    const recording = start();
    const text = 'a\nb\u2028c\u0000\ud800\u001b[31m';
    recording.write([event(0, text)]);
    recording.close();
    expect(lines()[1]).toEqual(event(0, text));
  });

  it('can be closed twice', () => {
    const recording = start();
    recording.close();
    expect(() => recording.close()).not.toThrow();
    expect(failure(() => recording.write([event(0)])).code).toBe('E1007');
  });
});

describe('a recording is refused', () => {
  it.each([
    ['when the file has content', () => writeFileSync(file, 'x'), 'not empty'],
    [
      'when the path is a link',
      () => symlinkSync(path.join(directory, 'x'), file),
      'symbolic link',
    ],
    ['when the path is a directory', () => mkdirSync(file), 'EISDIR'],
    ['when the path is a pipe', () => void execFileSync('mkfifo', [file]), ''],
    [
      'when a parent is a file',
      () => {
        writeFileSync(path.join(directory, 'x'), '');
        file = path.join(directory, 'x', 'one.jsonl');
      },
      '',
    ],
  ])('%s', (_name, make, detail) => {
    make();
    const error = failure(() => start());
    expect(error.code).toBe('E1007');
    expect(error.params['path']).toBe(file);
    expect(error.params['detail']).toContain(detail);
  });

  it('and leaves what was there as it was', () => {
    writeFileSync(file, 'precious');
    failure(() => start());
    expect(readFileSync(file, 'utf8')).toBe('precious');
  });

  it('and makes nothing at the end of a dangling link', () => {
    symlinkSync(path.join(directory, 'target'), file);
    failure(() => start());
    expect(existsSync(path.join(directory, 'target'))).toBe(false);
  });
});

describe('a disk that fails', () => {
  it.each(['ENOSPC', 'EIO', 'EDQUOT'])('is reported: %s', (code) => {
    let broken = false;
    const recording = start({
      writeBytes: (fd, bytes, offset) => {
        if (broken) throw errno(code);
        return writeSync(fd, bytes, offset);
      },
    });
    recording.write([event(0)]);
    broken = true;
    const error = failure(() => recording.write([event(1)]));
    expect(error.code).toBe('E1007');
    expect(error.params['detail']).toContain(code);
    recording.close();
    expect(lines()).toHaveLength(2);
  });

  it('leaves no half event behind when it fills up in the middle of one', () => {
    let room = Infinity;
    const recording = start({
      writeBytes: (fd, bytes, offset) => {
        if (room <= 0) throw errno('ENOSPC');
        const count = writeSync(fd, bytes, offset, Math.min(room, bytes.length - offset));
        room -= count;
        return count;
      },
    });
    recording.write([event(0)]);
    room = 20;
    failure(() => recording.write([event(1), event(2)]));
    recording.close();
    expect(lines()).toHaveLength(2);
  });

  it('may take a few bytes at a time and be interrupted', () => {
    let calls = 0;
    const recording = start({
      writeBytes: (fd, bytes, offset) => {
        calls += 1;
        if (calls % 3 === 0) throw errno('EINTR');
        return writeSync(fd, bytes, offset, Math.min(7, bytes.length - offset));
      },
    });
    recording.write([event(0, '报销'), event(1)]);
    recording.close();
    expect(lines().slice(1)).toEqual([event(0, '报销'), event(1)]);
  });

  it('fails at the header already', () => {
    const writeBytes = () => {
      throw errno('ENOSPC');
    };
    expect(failure(() => start({ writeBytes })).code).toBe('E1007');
  });
});

describe('secrets', () => {
  it.each(['s3cret-value', 'with"quote', 'back\\slash', '报销密钥'])(
    'are masked wherever they got to: %s',
    (secret) => {
      const recording = start({ secrets: () => [secret, ''] });
      recording.write([
        event(0, `before ${secret} after`),
        event(1, JSON.stringify({ inner: secret })),
      ]);
      recording.close();
      const text = readFileSync(file, 'utf8');
      expect(text).not.toContain(secret);
      expect(lines()[1]).toMatchObject({ msgId: 'before *** after' });
      expect(lines()[2]).toMatchObject({ msgId: '{"inner":"***"}' });
    },
  );

  it('are asked for at every write', () => {
    const secrets: string[] = [];
    const recording = start({ secrets: () => secrets });
    recording.write([event(0, 'token-1')]);
    secrets.push('token-2');
    recording.write([event(1, 'token-2')]);
    recording.close();
    expect(lines().slice(1)).toMatchObject([{ msgId: 'token-1' }, { msgId: '***' }]);
  });

  it('that are too short to be secrets mask nothing', () => {
    const recording = start({ secrets: () => ['m'] });
    recording.write([event(0)]);
    recording.close();
    expect(lines()[1]).toEqual(event(0));
  });
});

describe('a killed program', () => {
  it('leaves a recording with everything that was written', async () => {
    const program = path.resolve(
      import.meta.dirname,
      '../fixtures/programs/record-until-killed.ts',
    );
    const child = spawn(process.execPath, ['--import', 'tsx', program, file], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let told = '';
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.stdout.on('data', (chunk: Buffer) => {
      told += chunk.toString();
      if (told.length > 2000) child.kill('SIGKILL');
    });
    await ended;
    const items: RecordedItem[] = [];
    for await (const item of readRecording(file)) items.push(item);
    const events = items.filter((item) => item.kind === 'event');
    const written = Number(told.trimEnd().split('\n').at(-2));
    expect(written).toBeGreaterThan(10);
    expect(events.length).toBeGreaterThanOrEqual(written);
    expect(events.map((item) => item.event.seq)).toEqual(events.map((_, index) => index));
    expect(items.filter((item) => item.kind === 'damaged')).toEqual([]);
  });

  it('leaves a recording that is still read when its last line is torn at any byte', async () => {
    const recording = start();
    recording.write([event(0), event(1, '报销')]);
    recording.close();
    const whole = statSync(file).size;
    const last = Buffer.byteLength(JSON.stringify(event(1, '报销')));
    for (let size = whole - 2; size > whole - last; size -= 5) {
      truncateSync(file, size);
      const kinds: string[] = [];
      for await (const item of readRecording(file)) kinds.push(item.kind);
      expect(kinds).toEqual(['header', 'event', 'torn']);
    }
  });
});
