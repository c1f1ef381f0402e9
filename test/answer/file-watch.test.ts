import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FileWatch, type ReadBytes, readBytes } from '../../src/answer/file-watch.js';
import { ManualClock } from '../../src/base/clock.js';

let directory: string;
let file: string;
let clock: ManualClock;
let watch: FileWatch | undefined;
let seen: string[];

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'dtcard-watch-'));
  file = path.join(directory, 'card.json');
  clock = new ManualClock(Date.now());
  seen = [];
});

afterEach(() => {
  watch?.close();
  rmSync(directory, { recursive: true, force: true });
});

const words = (read: ReadBytes) => (read.ok ? read.bytes.toString() : `! ${read.problem}`);

function follow(mostBytes = 1000): void {
  watch = new FileWatch({
    path: file,
    clock,
    mostBytes,
    onRead: (read) => void seen.push(words(read)),
    // The system's own tidings are tested with the rules; here time alone moves things.
    watchDirectory: () => undefined,
  });
}

describe('a file that is followed', () => {
  it('is read at once, and again when it changes', () => {
    writeFileSync(file, 'one');
    follow();
    expect(seen).toEqual(['one']);
    writeFileSync(file, 'two');
    clock.advance(2000);
    expect(seen).toEqual(['one', 'two']);
    clock.advance(5000);
    expect(seen).toEqual(['one', 'two']);
  });

  it('may come later, and go', () => {
    follow();
    expect(seen[0]).toMatch(/^! ENOENT/);
    writeFileSync(`${file}.new`, 'there');
    renameSync(`${file}.new`, file);
    clock.advance(2000);
    expect(seen[1]).toBe('there');
    rmSync(file);
    clock.advance(3000);
    expect(seen[2]).toMatch(/^! ENOENT/);
    expect(seen).toHaveLength(3);
  });

  it('is left alone once closed', () => {
    writeFileSync(file, 'one');
    follow();
    watch?.close();
    writeFileSync(file, 'two');
    clock.advance(3000);
    expect(seen).toEqual(['one']);
  });

  it('is read one byte further than allowed, so that too much shows', () => {
    writeFileSync(file, 'x'.repeat(200_000));
    follow(100_000);
    expect(seen[0]).toHaveLength(100_001);
  });
});

describe('reading bytes', () => {
  it('says what stands in the way', () => {
    expect(words(readBytes(directory, 10, true))).toBe('! this is a directory');
    expect(words(readBytes(directory, 10, false))).toBe('! not a regular file');
    expect(words(readBytes(file, 10, true))).toMatch(/^! ENOENT/);
  });
});
