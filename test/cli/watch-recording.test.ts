import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openWatchRecording, tidyRecordings } from '../../src/cli/watch-recording.js';
import { createProgramHome } from '../support/program-home.js';

function source(choice: Parameters<typeof openWatchRecording>[0]['choice']) {
  const home = createProgramHome();
  onTestFinished(home.remove);
  const { stateDir } = home;
  const request = { choice, stateDir, startedMs: 0, pid: 7, profile: 'p', secrets: () => [] };
  return { home, request };
}

describe('openWatchRecording', () => {
  it('opens a file of its own by default, named after time and process', () => {
    const { home, request } = source({ kind: 'default' });
    const recording = openWatchRecording(request);
    recording?.close();
    expect(recording?.path).toBe(
      path.join(home.stateDir, 'recordings', 'watch-19700101T000000000Z-7.jsonl'),
    );
    expect(existsSync(recording?.path ?? '')).toBe(true);
  });

  it('opens the named file, or none', () => {
    const { home, request } = source({ kind: 'none' });
    expect(openWatchRecording(request)).toBeUndefined();
    const file = path.join(home.root, 'x.jsonl');
    const recording = openWatchRecording({ ...request, choice: { kind: 'file', file } });
    recording?.close();
    expect(recording?.path).toBe(file);
  });
});

describe('tidyRecordings', () => {
  it('leaves the newest 50 of processes that are gone', () => {
    const { home, request } = source({ kind: 'default' });
    openWatchRecording(request)?.close();
    const folder = path.join(home.stateDir, 'recordings');
    for (let index = 10; index < 70; index++) {
      writeFileSync(path.join(folder, `watch-20261122T1530${index}000Z-4194305.jsonl`), 'x');
    }
    const current = path.join(folder, readdirSync(folder).sort()[0] as string);
    tidyRecordings(home.stateDir, current);
    expect(readdirSync(folder)).toHaveLength(50);
    expect(existsSync(current)).toBe(true);
  });

  it('is no trouble without a folder', () => {
    expect(() => tidyRecordings('/nonexistent', undefined)).not.toThrow();
  });
});
