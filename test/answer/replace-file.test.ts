import {
  chmodSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readFileBytes, replaceFile } from '../../src/answer/replace-file.js';

const most = 1000;

function directory(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'dtcard-replace-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

describe('replacing a file', () => {
  it('puts the new content in its place, keeps its mode, and leaves nothing beside it', () => {
    const at = directory();
    const file = path.join(at, 'rules.yaml');
    writeFileSync(file, 'old');
    chmodSync(file, 0o640);
    expect(replaceFile(file, Buffer.from('old'), '新', most)).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe('新');
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(readdirSync(at)).toEqual(['rules.yaml']);
  });

  it('makes a file where there was none', () => {
    const file = path.join(directory(), 'rules.yaml');
    expect(readFileBytes(file, most)).toBeUndefined();
    expect(replaceFile(file, undefined, 'new', most)).toBe(true);
    expect(readFileBytes(file, most)).toEqual(Buffer.from('new'));
  });

  it('writes nothing over what somebody else wrote in the meantime', () => {
    const at = directory();
    const file = path.join(at, 'rules.yaml');
    writeFileSync(file, 'saved by an editor');
    for (const before of [Buffer.from('old'), undefined]) {
      expect(replaceFile(file, before, 'new', most)).toBe(false);
    }
    rmSync(file);
    expect(replaceFile(file, Buffer.from('old'), 'new', most)).toBe(false);
    expect(readdirSync(at)).toEqual([]);
  });

  it('follows links, of which one may lead to nothing yet', () => {
    const at = directory();
    const [real, link, chain] = ['real', 'link', 'chain'].map((name) => path.join(at, name));
    symlinkSync('real', link as string);
    symlinkSync(link as string, chain as string);
    expect(replaceFile(chain as string, undefined, 'one', most)).toBe(true);
    expect(replaceFile(link as string, Buffer.from('one'), 'two', most)).toBe(true);
    expect(lstatSync(chain as string).isSymbolicLink()).toBe(true);
    expect(readFileSync(real as string, 'utf8')).toBe('two');
    const ring = path.join(at, 'ring');
    symlinkSync('ring', ring);
    expect(() => replaceFile(ring, undefined, 'x', most)).toThrow();
  });

  it('is not hindered by what an earlier run left behind', () => {
    const at = directory();
    writeFileSync(path.join(at, '.rules.yaml.1.tmp'), 'left');
    expect(replaceFile(path.join(at, 'rules.yaml'), undefined, 'new', most)).toBe(true);
    expect(readdirSync(at).sort()).toEqual(['.rules.yaml.1.tmp', 'rules.yaml']);
  });

  it('throws what the system says of a directory that is none or is not there', () => {
    const at = directory();
    expect(() => readFileBytes(at, most)).toThrow('not a regular file');
    expect(() => replaceFile(path.join(at, 'no', 'rules'), undefined, 'x', most)).toThrow('ENOENT');
  });
});
