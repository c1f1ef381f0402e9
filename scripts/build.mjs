// Bundles everything into dist/: the program (split, so that each command loads only what it needs)
// and the public API. Why bundled: docs/decisions/001-bundled-dependencies.md.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { licencesOf } from './licences.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const at = (...parts) => path.join(root, ...parts);
const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8'));

rmSync(at('dist'), { recursive: true, force: true });
mkdirSync(at('dist'), { recursive: true });

const result = await build({
  absWorkingDir: root,
  entryPoints: { dtcard: 'src/cli/main.ts', index: 'src/index.ts' },
  outdir: 'dist',
  outExtension: { '.js': '.mjs' },
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minify: true,
  keepNames: true,
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
    // The SDK's only use of axios is the two calls that platform/stream-socket.ts overrides.
    axios: at('scripts/empty-module.mjs'),
  },
  // CommonJS packages inside an ES module need a `require`.
  banner: {
    js: "import{createRequire as dtcardCreateRequire}from'node:module';const require=dtcardCreateRequire(import.meta.url);",
  },
});

writeFileSync(at('dist', 'meta.json'), JSON.stringify(result.metafile));
writeFileSync(at('THIRD_PARTY_LICENSES'), licencesOf(root, result.metafile));
execFileSync(
  process.execPath,
  [at('node_modules/typescript/bin/tsc'), '-p', at('tsconfig.types.json')],
  { stdio: 'inherit' },
);
