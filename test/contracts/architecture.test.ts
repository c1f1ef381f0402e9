import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

const layers: Record<string, number> = {
  base: 0,
  i18n: 0,
  protocol: 1,
  card: 1,
  log: 2,
  paint: 2,
  platform: 3,
  answer: 3,
  record: 3,
  simulator: 3,
  config: 3,
  scenario: 4,
  session: 4,
  doctor: 4,
  output: 5,
  tui: 5,
  cli: 6,
};

/** Imports between folders of one layer that are wanted. */
const sideways = new Set(['i18n → base', 'scenario → session', 'doctor → session']);

interface Source {
  readonly file: string;
  readonly folder: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const sources: readonly Source[] = readdirSync(path.join(root, 'src'), {
  recursive: true,
  withFileTypes: true,
})
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => {
    const full = path.join(entry.parentPath, entry.name);
    const file = path.relative(root, full).replaceAll(path.sep, '/');
    const text = readFileSync(full, 'utf8');
    return { file, folder: file.split('/')[1] as string, text, imports: importsOf(text) };
  });

function importsOf(text: string): string[] {
  const found = [
    ...text.matchAll(/(?:^|\n)\s*(?:import|export)\s[^;]*?from\s+'([^']+)'/g),
    ...text.matchAll(/(?:^|\n)\s*import\s+'([^']+)'/g),
    ...text.matchAll(/\bimport\(\s*'([^']+)'\s*\)/g),
  ];
  return found.map((match) => match[1] as string);
}

/** Folder under src/ an import leads to; undefined for packages. */
function targetFolder(source: Source, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const resolved = path.posix.join(path.posix.dirname(source.file), specifier);
  return resolved.split('/')[1];
}

function packageName(specifier: string): string | undefined {
  if (specifier.startsWith('.') || specifier.startsWith('node:')) return undefined;
  const [first = '', second = ''] = specifier.split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}

/** `file: what` for everything in src/ that the check complains about. */
function offenders(check: (source: Source) => readonly string[]): string[] {
  return sources.flatMap((source) => check(source).map((what) => `${source.file}: ${what}`));
}

function onlyIn(matches: (specifier: string) => boolean, allowed: RegExp): string[] {
  return offenders((source) => (allowed.test(source.file) ? [] : source.imports.filter(matches)));
}

/** Source without comments and strings' contents, for looking at identifiers. */
function code(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|[^:'"`])\/\/[^\n]*/g, '$1')
    .replace(/'(?:[^'\\\n]|\\.)*'/g, "''");
}

describe('layers', () => {
  it('reads every source file and its imports', () => {
    expect(sources.length).toBeGreaterThan(50);
    expect(sources.flatMap((source) => source.imports).length).toBeGreaterThan(100);
  });

  it('has only the folders of the plan', () => {
    const folders = new Set(sources.map((source) => source.folder));
    expect([...folders].filter((f) => !(f in layers) && f !== 'index.ts')).toEqual([]);
  });

  it('imports downwards only', () => {
    const wrong = offenders((source) => {
      if (source.folder === 'index.ts') return [];
      return source.imports.flatMap((specifier) => {
        const target = targetFolder(source, specifier);
        if (target === undefined || target === source.folder) return [];
        const from = layers[source.folder] as number;
        const to = layers[target];
        if (to === undefined) return [`imports ${specifier}, which is in no layer`];
        if (to < from) return [];
        if (to === from && sideways.has(`${source.folder} → ${target}`)) return [];
        return [`imports ${target} (layer ${to})`];
      });
    });
    expect(wrong).toEqual([]);
  });
});

describe('who may use what', () => {
  it('keeps ink under tui/', () => {
    expect(onlyIn((s) => s === 'ink', /^src\/tui\//)).toEqual([]);
  });

  it('keeps react under tui/ and the page', () => {
    const react = (s: string) =>
      s === 'react' || s.startsWith('react/') || s.startsWith('react-dom');
    expect(onlyIn(react, /^src\/(tui|simulator\/page)\//)).toEqual([]);
  });

  it('keeps commander under cli/', () => {
    expect(onlyIn((s) => s === 'commander', /^src\/cli\//)).toEqual([]);
  });

  it('keeps conf in config/store.ts', () => {
    expect(onlyIn((s) => s === 'conf', /^src\/config\/store\.ts$/)).toEqual([]);
  });

  it('keeps the DingTalk SDKs in their adapters', () => {
    const stream = onlyIn(
      (s) => packageName(s) === 'dingtalk-stream',
      /^src\/platform\/stream-socket\.ts$/,
    );
    const cards = onlyIn(
      (s) => s.startsWith('@alicloud/'),
      /^src\/platform\/(sdk-card-client|alicloud-[a-z-]+)\.ts$/,
    );
    expect([...stream, ...cards]).toEqual([]);
  });

  it('keeps chalk in output/ and the theme', () => {
    expect(onlyIn((s) => s === 'chalk', /^src\/(output|tui\/theme)\//)).toEqual([]);
  });

  it('keeps the disk where files are owned', () => {
    const fs = (s: string) => s === 'node:fs' || s === 'node:fs/promises';
    expect(
      onlyIn(
        fs,
        /^src\/(simulator\/assets\.ts|record\/|config\/|scenario\/|answer\/(file-watch|replace-file)\.ts|tui\/terminal\/process-terminal\.ts|cli\/)/,
      ),
    ).toEqual([]);
  });

  it('reads the process only at the edge', () => {
    const allowed =
      /^src\/(cli\/|tui\/start-tui\.tsx|tui\/terminal\/process-terminal\.ts|config\/environment\.ts)/;
    const wrong = offenders((source) =>
      allowed.test(source.file) || !/\bprocess\./.test(code(source.text)) ? [] : ['uses process.*'],
    );
    expect(wrong).toEqual([]);
  });

  it('takes time and chance as arguments', () => {
    const own = /^src\/base\/(clock|ids)\.ts$/;
    const wrong = offenders((source) =>
      own.test(source.file)
        ? []
        : [
            ...code(source.text).matchAll(
              /\b(Date\.now|Math\.random|new Date\(\)|setTimeout|setInterval)\b/g,
            ),
          ].map((match) => `uses ${match[1]}`),
    );
    expect(wrong).toEqual([]);
  });

  it('touches the browser only in the page', () => {
    const names = ['window', 'document', 'navigator', 'sessionStorage', 'localStorage', 'location'];
    const wrong = offenders((source) => {
      if (source.file.startsWith('src/simulator/page/')) return [];
      const text = code(source.text);
      return names
        .filter((name) => new RegExp(`(?<![\\w.$])${name}\\.\\w`).test(text))
        .filter((name) => !new RegExp(`\\b(?:const|let) ${name}\\b|\\b${name}\\??:`).test(text))
        .map((name) => `uses ${name}`);
    });
    expect(wrong).toEqual([]);
  });

  it('exits only in cli/main.ts', () => {
    const wrong = offenders((source) =>
      source.file !== 'src/cli/main.ts' && /\bprocess\.exit\(/.test(code(source.text))
        ? ['exits']
        : [],
    );
    expect(wrong).toEqual([]);
  });
});

describe('files', () => {
  it('are named in kebab-case after the one thing inside', () => {
    const vague = /^(index|.*-?(utils?|helpers?|types|common|manager|service|handler))\.tsx?$/;
    const wrong = sources.filter((source) => {
      const name = path.posix.basename(source.file);
      if (source.file === 'src/index.ts') return false;
      return !/^[a-z0-9]+(-[a-z0-9]+)*\.tsx?$/.test(name) || vague.test(name);
    });
    expect(wrong.map((source) => source.file)).toEqual([]);
  });

  it('export names, never a default', () => {
    expect(
      offenders((source) => (/\nexport default /.test(source.text) ? ['default export'] : [])),
    ).toEqual([]);
  });

  it('are small: median under 90 lines, none above 400', () => {
    const lengths = sources.map((source) => source.text.split('\n').length).sort((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThan(90);
    expect(
      sources.filter((source) => source.text.split('\n').length > 401).map((s) => s.file),
    ).toEqual([]);
  });

  it('each have their test', () => {
    const tests = new Set(
      readdirSync(path.join(root, 'test'), { recursive: true, encoding: 'utf8' }).map((file) =>
        file.replaceAll(path.sep, '/'),
      ),
    );
    const wrong = sources.filter((source) => {
      if (!hasRuntimeCode(source.text)) return false;
      const bare = source.file.replace(/^src\//, '').replace(/\.tsx?$/, '');
      return !tests.has(`${bare}.test.ts`) && !tests.has(`${bare}.test.tsx`);
    });
    expect(wrong.map((source) => source.file)).toEqual([]);
  });
});

/** False for files that declare nothing but types. */
function hasRuntimeCode(text: string): boolean {
  return /\n(?:export )?(?:async )?(?:function|class|const|let)\b/.test(`\n${code(text)}`);
}
