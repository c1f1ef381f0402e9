import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildOnce, projectRoot } from '../support/run-program.js';

interface Packed {
  readonly size: number;
  readonly files: readonly { readonly path: string; readonly mode: number }[];
}

const at = (...parts: string[]) => path.join(projectRoot, ...parts);
const manifest = JSON.parse(readFileSync(at('package.json'), 'utf8')) as Record<string, unknown>;
let packed: Packed;
let names: readonly string[];

beforeAll(async () => {
  buildOnce();
  const args = ['pack', '--dry-run', '--json', '--ignore-scripts'];
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { stdout } = await promisify(execFile)(npm, args, { cwd: projectRoot });
  const parsed = JSON.parse(stdout) as readonly Packed[];
  packed = parsed[0] as Packed;
  names = packed.files.map((file) => file.path);
});

describe('the package', () => {
  it('is smaller than 3 MB and brings no dependencies', () => {
    expect(packed.size).toBeLessThan(3_000_000);
    for (const kind of ['dependencies', 'optionalDependencies', 'peerDependencies']) {
      expect(Object.keys((manifest[kind] ?? {}) as object)).toEqual([]);
    }
  });

  it('holds the program, its API, examples, schemas, readme and licences', () => {
    expect(names).toEqual(
      expect.arrayContaining([
        'package.json',
        'README.md',
        'CHANGELOG.md',
        'LICENSE',
        'THIRD_PARTY_LICENSES',
        'bin/dtcard.js',
        'dist/index.mjs',
        'dist/script-worker.mjs',
        'dist/types/index.d.ts',
        'dist/page/index.html',
        'dist/page/main.js',
        'dist/page/style.css',
        'examples/approval/rules.yaml',
        'examples/scripted/tally.mjs',
        'schemas/rules.schema.json',
      ]),
    );
    expect(names.some((name) => /^dist\/dtcard\.[cm]js$/.test(name))).toBe(true);
  });

  it('holds nothing else', () => {
    const wanted =
      /^(bin\/(dtcard\.js|package\.json)|dist\/(chunks\/)?[\w-]+\.[cm]js|dist\/page\/(index\.html|main\.js|style\.css)|dist\/types\/[\w/-]+\.d\.ts|examples\/.+|schemas\/[\w.-]+\.json|package\.json|README(\.[\w-]+)?\.md|CHANGELOG\.md|LICENSE|THIRD_PARTY_LICENSES)$/;
    expect(names.filter((name) => !wanted.test(name))).toEqual([]);
  });

  it('has no complaint from publint', async () => {
    const { messages, pkg } = await publint({ pkgDir: projectRoot, strict: true, pack: false });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  it('names every package that is in the bundle, with its licence', () => {
    const { inputs } = JSON.parse(readFileSync(at('dist/meta.json'), 'utf8')) as {
      inputs: Record<string, unknown>;
    };
    const bundled = new Set(
      Object.keys(inputs).flatMap((input) => {
        const inside = input.split('node_modules/').at(-1) ?? '';
        if (!input.includes('node_modules/')) return [];
        const [first = '', second = ''] = inside.split('/');
        return [first.startsWith('@') ? `${first}/${second}` : first];
      }),
    );
    expect(bundled.size).toBeGreaterThan(10);
    const text = readFileSync(at('THIRD_PARTY_LICENSES'), 'utf8');
    const titles = [...text.matchAll(/^-{80}\n(\S+) \S+ \((.+)\)$/gm)];
    const named = new Set(titles.map((match) => match[1]));
    expect([...bundled].filter((name) => !named.has(name))).toEqual([]);
    expect(titles.filter((match) => match[2] === 'not declared')).toEqual([]);
  });
});
