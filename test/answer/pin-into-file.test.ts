import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { pinIntoFile } from '../../src/answer/pin-into-file.js';
import { RulesWatch } from '../../src/answer/rules-file.js';
import { systemClock } from '../../src/base/clock.js';

const pin = { name: 'agree', action: 'btn_agree' };

function directory(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'dtcard-pin-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

describe('pinning into a file', () => {
  it('makes the file, then adds to it, and says where the rule stands', () => {
    const file = path.join(directory(), 'rules.yaml');
    expect(pinIntoFile(file, pin)).toEqual({ ok: true, file, rule: 'agree', line: 3 });
    expect(pinIntoFile(file, { ...pin, action: 'b', name: 'b' })).toMatchObject({ line: 8 });
    expect(readFileSync(file, 'utf8')).toMatch(/^version: 1\nrules:\n {2}- name: agree\n/);
  });

  it('keeps the byte order mark', () => {
    const file = path.join(directory(), 'rules.yaml');
    writeFileSync(file, '\ufeffversion: 1\nrules: []\n');
    expect(pinIntoFile(file, pin)).toMatchObject({ ok: true });
    expect(readFileSync(file).subarray(0, 3)).toEqual(Buffer.from('\ufeff'));
  });

  it('is seen by the watch of the rules', async () => {
    const file = path.join(directory(), 'rules.yaml');
    writeFileSync(file, 'version: 1\nrules: []\n');
    const counts: number[] = [];
    let seen: () => void = () => {};
    const reloaded = new Promise<void>((resolve) => {
      seen = resolve;
    });
    const watch = new RulesWatch({
      path: file,
      clock: systemClock,
      settleMs: 1,
      pollMs: 20,
      onLoaded: ({ rules }) => {
        counts.push(rules.length);
        if (rules.length === 1) seen();
      },
      onRejected: () => counts.push(-1),
    });
    onTestFinished(() => watch.close());
    pinIntoFile(file, pin);
    await reloaded;
    expect(counts).toEqual([0, 1]);
  });

  it('refuses a file with problems and leaves it alone', () => {
    const at = directory();
    const file = path.join(at, 'rules.yaml');
    const contents = ['version: 1\nrules:\n  - name: a\n', Buffer.from([0x23, 0xff, 0x0a])];
    for (const content of contents) {
      writeFileSync(file, content);
      expect(pinIntoFile(file, pin)).toMatchObject({ ok: false, code: 'E1005' });
      expect(readFileSync(file)).toEqual(Buffer.from(content));
    }
    expect(readdirSync(at)).toEqual(['rules.yaml']);
  });

  it('says why a file cannot be read or written', () => {
    const at = directory();
    mkdirSync(path.join(at, 'rules.yaml'));
    for (const name of ['rules.yaml', 'no/rules.yaml']) {
      expect(pinIntoFile(path.join(at, name), pin)).toMatchObject({ ok: false, code: 'E1004' });
    }
  });
});
