// Bundles everything into dist/: one part per command and per heavy piece, each whole in itself, so
// that a command reads as few files as possible (docs/decisions/001-bundled-in-parts.md). The part
// that starts is CommonJS, because only such a script can be compiled from a code cache (003).
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { licencesOf } from './licences.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const at = (...parts) => path.join(root, ...parts);
const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8'));

/** Loaded late, yet part of whoever loads them: a file of their own would cost more than it saves. */
const inlined = [/\/(stream-socket|commands\/watch)\.js$/, /^@alicloud\//, /^node:/];

/** Commands that are much the same inside: one part has them all, four would have it all four times. */
const together = new Map([
  [
    'template-commands',
    ['add', 'lint', 'render', 'show'].map((name) => `./src/cli/commands/template-${name}`),
  ],
  ['rules-commands', ['check', 'explain'].map((name) => `./src/cli/commands/rules-${name}`)],
]);
const partOf = new Map(
  [...together].flatMap(([part, entries]) => entries.map((entry) => [entry, part])),
);

/** Parts still to be built: name → entry file or package. */
const waiting = new Map([
  ['dtcard', 'src/cli/main.ts'],
  ['index', 'src/index.ts'],
]);
const built = new Map();

/** Turns `import('./x.js')` into an import of the part `x`, and sees to it that the part is built. */
const parts = {
  name: 'parts',
  setup(bundler) {
    bundler.onResolve({ filter: /./ }, (args) => {
      if (args.kind !== 'dynamic-import' || args.importer.includes('node_modules')) return;
      if (inlined.some((pattern) => pattern.test(args.path))) return;
      const entry = args.path.startsWith('.')
        ? `./${path.relative(root, path.resolve(args.resolveDir, args.path)).replace(/\.js$/, '')}`
        : args.path;
      const name = partOf.get(entry) ?? path.basename(entry);
      const known = together.has(name) ? entry : (built.get(name) ?? waiting.get(name));
      if (known !== undefined && known !== entry) throw new Error(`two parts named ${name}`);
      if (known === undefined || !built.has(name)) waiting.set(name, entry);
      return { path: `./${name}.mjs`, external: true };
    });
  },
};

/**
 * Node's own modules that the start file's libraries ask for at their top and use rarely or never:
 * loading them takes a tenth of a start, so they are loaded when something of them is touched.
 */
const rarelyUsed = {
  name: 'rarely-used',
  setup(bundler) {
    bundler.onResolve({ filter: /^(node:)?(child_process|https|tls|zlib)$/ }, (args) => {
      if (args.namespace === 'rarely-used' || args.kind === 'dynamic-import') return;
      return { path: args.path.replace(/^node:/, ''), namespace: 'rarely-used' };
    });
    bundler.onLoad({ filter: /./, namespace: 'rarely-used' }, (args) => ({
      contents: `module.exports = new Proxy({}, { get: (_, name) => require('node:${args.path}')[name] });`,
    }));
  },
};

/** `import css from './x.css?raw'` gives the text of the stylesheet, as Vite does in tests. */
const stylesheetText = {
  name: 'stylesheet-text',
  setup(bundler) {
    bundler.onResolve({ filter: /\.css\?raw$/ }, (args) => ({
      path: path.join(args.resolveDir, args.path.replace(/\?raw$/, '')),
      namespace: 'stylesheet-text',
    }));
    bundler.onLoad({ filter: /./, namespace: 'stylesheet-text' }, (args) => ({
      contents: readFileSync(args.path, 'utf8'),
      loader: 'text',
    }));
  },
};

rmSync(at('dist'), { recursive: true, force: true });
mkdirSync(at('dist', 'page'), { recursive: true });

let startCode = '';
const metafile = { inputs: {}, outputs: {} };
while (waiting.size > 0) {
  const batch = [...waiting];
  for (const [name, entry] of batch) {
    built.set(name, entry);
    waiting.delete(name);
  }
  for (const result of await Promise.all(batch.map(([name, entry]) => buildPart(name, entry)))) {
    Object.assign(metafile.inputs, result.metafile.inputs);
    Object.assign(metafile.outputs, result.metafile.outputs);
    // Only the part that starts is not written as it is; two builds at a time must not do that twice.
    for (const file of result.outputFiles ?? []) startCode = file.text;
  }
}

// Threads are started from a file of their own, beside whatever starts them.
copyFileSync(at('src/answer/script-worker.mjs'), at('dist/script-worker.mjs'));

const page = await buildPage();
Object.assign(metafile.inputs, page.metafile.inputs);
Object.assign(metafile.outputs, page.metafile.outputs);

/** The chat page of the simulator: what the browser gets, three files. */
function buildPage() {
  copyFileSync(at('src/simulator/page/index.html'), at('dist/page/index.html'));
  return build({
    absWorkingDir: root,
    entryPoints: {
      main: 'src/simulator/page/main.tsx',
      style: 'src/simulator/page/style.css',
    },
    outdir: 'dist/page',
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: ['es2022', 'chrome105', 'firefox110', 'safari16'],
    jsx: 'automatic',
    minify: true,
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
    define: {
      'process.env.NODE_ENV': '"production"',
      DTCARD_VERSION: JSON.stringify(version),
    },
  });
}

/** A part that has the exports of several files. */
function sourceOf(name) {
  const contents = together.get(name).map((entry) => `export * from '${entry}.js';`);
  return {
    stdin: { contents: contents.join('\n'), resolveDir: root, sourcefile: name },
    entryNames: name,
  };
}

function buildPart(name, entry) {
  return build({
    absWorkingDir: root,
    ...(together.has(name) ? sourceOf(name) : { entryPoints: { [name]: entry } }),
    outdir: 'dist',
    write: name !== 'dtcard',
    outExtension: { '.js': name === 'dtcard' ? '.cjs' : '.mjs' },
    bundle: true,
    format: name === 'dtcard' ? 'cjs' : 'esm',
    platform: 'node',
    target: 'node20',
    minify: true,
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
    define: {
      'process.env.NODE_ENV': '"production"',
      'process.env.DEV': '"false"',
      DTCARD_VERSION: JSON.stringify(version),
      ...(name === 'dtcard' ? { 'import.meta.url': 'dtcardUrl' } : {}),
    },
    alias: {
      // Ink imports it for development only; nothing may be unresolved in a bundle.
      'react-devtools-core': at('scripts/empty-module.mjs'),
      // The SDK's only use of axios is in the two calls that platform/stream-socket.ts overrides.
      axios: at('scripts/empty-module.mjs'),
    },
    // CommonJS packages inside an ES module need a `require`, the other way round needs the URL.
    banner: {
      js:
        name === 'dtcard'
          ? "const dtcardUrl=require('node:url').pathToFileURL(__filename).href;"
          : "import{createRequire as dtcardCreateRequire}from'node:module';const require=dtcardCreateRequire(import.meta.url);",
    },
    plugins: name === 'dtcard' ? [parts, rarelyUsed] : [parts, stylesheetText],
  });
}

// As bin/dtcard.js compiles it: a function of what a script has not, `import` among it.
const startBody = startCode.replace(/\bimport\(("(?:\.\/|node:)[^"]+")\)/g, 'dtcardImport($1)');
const startFile = at('dist', 'dtcard.cjs');
writeFileSync(startFile, `(function(require,__filename,dtcardImport){${startBody}\n})`);
writeFileSync(at('dist', 'meta.json'), JSON.stringify(metafile));
writeFileSync(at('THIRD_PARTY_LICENSES'), licencesOf(root, metafile));
execFileSync(
  process.execPath,
  [at('node_modules/typescript/bin/tsc'), '-p', at('tsconfig.types.json')],
  { stdio: 'inherit' },
);

// One run of the story, so that the first start already finds a code cache. How it ends is no matter.
spawnSync(process.execPath, [at('bin/dtcard.js'), 'watch', '--sim', '--demo', '--no-record'], {
  stdio: 'ignore',
  timeout: 20_000,
  env: { ...process.env, DTCARD_STATE_DIR: at('dist', 'warm-up') },
});
rmSync(at('dist', 'warm-up'), { recursive: true, force: true });
