import { execFile } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DtcardError } from '../../src/base/errors.js';
import type { Profile } from '../../src/config/profile.js';
import { createProfileStore, type ProfileStore } from '../../src/config/store.js';

const profile: Profile = {
  clientId: 'dingabc',
  clientSecret: 's3cret-value',
  production: false,
  createdAt: 1,
};

let configDir: string;
let store: ProfileStore;

beforeEach(() => {
  configDir = mkdtempSync(path.join(tmpdir(), 'dtcard-store-'));
  store = createProfileStore(path.join(configDir, 'deep', 'dtcard'));
});

afterEach(() => {
  rmSync(configDir, { recursive: true, force: true });
});

async function failure(promise: Promise<unknown>): Promise<DtcardError> {
  const error = await promise.then(
    () => new Error('succeeded'),
    (thrown: unknown) => thrown,
  );
  if (error instanceof DtcardError) return error;
  throw error;
}

function mode(file: string): string {
  return (statSync(file).mode & 0o777).toString(8);
}

function damage(text: string): string {
  const file = store.fileOf('default');
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

describe('a profile store', () => {
  it('keeps a profile in a file that only its owner can read', async () => {
    await store.save('default', profile);
    expect(await store.load('default')).toEqual(profile);
    const file = store.fileOf('default');
    expect(mode(file)).toBe('600');
    expect(mode(path.dirname(file))).toBe('700');
    expect(readdirSync(path.dirname(file))).toEqual(['default.json']);
  });

  it('closes a directory and a file that were open to others', async () => {
    const file = damage('{}');
    chmodSync(file, 0o666);
    chmodSync(path.dirname(file), 0o755);
    await store.save('default', profile);
    expect(mode(file)).toBe('600');
    expect(mode(path.dirname(file))).toBe('700');
  });

  it('replaces everything that was stored before', async () => {
    await store.save('default', { ...profile, robotCode: 'r', production: true });
    await store.save('default', profile);
    expect(JSON.parse(readFileSync(store.fileOf('default'), 'utf8'))).toEqual(profile);
  });

  it('has nothing where nothing was stored', async () => {
    expect(await store.load('default')).toBeUndefined();
    expect(await store.list()).toEqual([]);
    expect(await store.delete('default')).toBe(false);
  });

  it('forgets what it is told to', async () => {
    await store.save('default', profile);
    expect(await store.delete('default')).toBe(true);
    expect(await store.load('default')).toBeUndefined();
  });

  it('lists by name, damaged ones with their problem', async () => {
    await store.save('b', profile);
    await store.save('a', profile);
    damage('{"clientId":"x"}');
    writeFileSync(path.join(path.dirname(store.fileOf('a')), 'notes.txt'), '');
    expect(await store.list()).toEqual([
      { name: 'a', profile },
      { name: 'b', profile },
      { name: 'default', problem: 'clientSecret is missing or not text' },
    ]);
  });

  it.each([
    ['', 'is not JSON'],
    ['{"clientId":"dingabc","clientSecret":"s3cret-value"', 'is not JSON'],
    ['[]', 'is not a JSON object'],
    ['{"clientId":"dingabc"}', 'clientSecret'],
  ])('names a damaged file and not what is in it: %j', async (text, problem) => {
    const file = damage(text);
    const error = await failure(store.load('default'));
    expect(error.code).toBe('E1010');
    expect(error.params['file']).toBe(file);
    expect(error.params['detail']).toContain(problem);
    expect(error.message).not.toContain('s3cret-value');
  });

  it('heals a damaged file by saving', async () => {
    damage('{"clientId":');
    await store.save('default', profile);
    expect(await store.load('default')).toEqual(profile);
  });

  it('says when a profile is a directory', async () => {
    mkdirSync(store.fileOf('default'), { recursive: true });
    expect((await failure(store.load('default'))).code).toBe('E1010');
    expect((await failure(store.save('default', profile))).code).toBe('E1012');
    expect((await failure(store.delete('default'))).code).toBe('E1012');
  });

  it('says when it cannot write', async () => {
    writeFileSync(path.join(configDir, 'deep'), 'a file where a directory should be');
    expect((await failure(store.save('default', profile))).code).toBe('E1012');
    expect(await store.load('default')).toBeUndefined();
  });

  it('takes no name that leads elsewhere', async () => {
    expect((await failure(store.save('../../evil', profile))).code).toBe('E1001');
    expect(await store.load('../../evil')).toBeUndefined();
    expect(await store.delete('../../evil')).toBe(false);
  });

  it('never leaves a half-written file to those who read meanwhile', async () => {
    await store.save('default', profile);
    const long = { ...profile, clientSecret: 'x'.repeat(200_000) };
    const writes = Array.from({ length: 10 }, (_, i) =>
      store.save('default', i % 2 === 0 ? long : profile),
    );
    const reads = Array.from({ length: 50 }, () => store.load('default'));
    const seen = await Promise.all(reads);
    await Promise.all(writes);
    expect(seen.every((one) => one?.clientId === 'dingabc')).toBe(true);
  });
});

describe('conf', () => {
  it('is loaded to write, not to read', async () => {
    await store.save('default', profile);
    const script = `
      import { createRequire } from 'node:module';
      import { createProfileStore } from './src/config/store.ts';
      const { cache } = createRequire(import.meta.url);
      // conf is an ES module; the schema checker it brings along is not, and shows in the cache.
      const isLoaded = () => Object.keys(cache).some((file) => /node_modules.ajv/.test(file));
      const store = createProfileStore(process.argv[1]);
      const profile = await store.load('default');
      await store.list();
      const afterReading = isLoaded();
      await store.save('default', profile);
      console.log(JSON.stringify([afterReading, isLoaded()]));
    `;
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [
        '--import',
        'tsx',
        '--input-type=module',
        '-e',
        script,
        path.join(configDir, 'deep', 'dtcard'),
      ],
      { cwd: path.resolve(import.meta.dirname, '../..') },
    );
    expect(JSON.parse(stdout)).toEqual([false, true]);
  });
});
