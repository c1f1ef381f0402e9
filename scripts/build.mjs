// Bundles everything into dist/: one part per command and per heavy piece, each whole in itself, so
// that a command reads as few files as possible (docs/decisions/001-bundled-in-parts.md).
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { licencesOf } from './licences.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const at = (...parts) => path.join(root, ...parts);
const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8'));

/** Loaded late, yet part of whoever loads them: a file of their own would cost more than it saves. */
const inlined = [/(^|\/)stream-socket\.js$/, /^@alicloud\//, /^node:/];

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
      const name = path.basename(entry);
      const known = built.get(name) ?? waiting.get(name);
      if (known !== undefined && known !== entry) throw new Error(`two parts named ${name}`);
      if (known === undefined) waiting.set(name, entry);
      return { path: `./${name}.mjs`, external: true };
    });
  },
};

rmSync(at('dist'), { recursive: true, force: true });
mkdirSync(at('dist'), { recursive: true });

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
  }
}

function buildPart(name, entry) {
  return build({
    absWorkingDir: root,
    entryPoints: { [name]: entry },
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    minify: true,
    // Names appear in stack traces that people send us.
    keepNames: false,
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
    define: {
      'process.env.NODE_ENV': '"production"',
      'process.env.DEV': '"false"',
      DTCARD_VERSION: JSON.stringify(version),
    },
    alias: {
      // Ink imports it for development only; nothing may be unresolved in a bundle.
      'react-devtools-core': at('scripts/empty-module.mjs'),
      // The SDK's only use of axios is in the two calls that platform/stream-socket.ts overrides.
      axios: at('scripts/empty-module.mjs'),
    },
    // CommonJS packages inside an ES module need a `require`.
    banner: {
      js: "import{createRequire as dtcardCreateRequire}from'node:module';const require=dtcardCreateRequire(import.meta.url);",
    },
    plugins: [parts],
  });
}

writeFileSync(at('dist', 'meta.json'), JSON.stringify(metafile));
writeFileSync(at('THIRD_PARTY_LICENSES'), licencesOf(root, metafile));
execFileSync(
  process.execPath,
  [at('node_modules/typescript/bin/tsc'), '-p', at('tsconfig.types.json')],
  { stdio: 'inherit' },
);
