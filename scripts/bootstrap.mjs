// Makes a fresh clone ready: installs what the lock file names, builds what is older than its sources.
// Runs before anything is installed, so it uses Node's own modules only.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const at = (...parts) => path.join(root, ...parts);

function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(at(file)))
      .update('\0');
  return hash.digest('hex');
}

function filesBelow(dir) {
  return readdirSync(at(dir), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
}

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

function run(command, args) {
  // Progress belongs on stderr: stdout is what the started program prints.
  execFileSync(command, args, { cwd: root, stdio: ['ignore', process.stderr, process.stderr] });
}

function install() {
  const stamp = at('node_modules', '.dtcard-installed');
  const wanted = `${hashOf(['package-lock.json'])} ${process.platform} ${process.arch}`;
  if (read(stamp) === wanted) return;
  if (!statSync(at('node_modules'), { throwIfNoEntry: false }))
    console.error('dtcard: installing packages …');
  const npm = process.env.npm_execpath;
  // Not `npm ci`: it insists on lock entries for the native packages of every other system, which a
  // registry mirror that serves only some of them cannot give. This follows the lock and leaves it be.
  const args = [
    'install',
    '--no-save',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '--include=dev',
  ];
  if (npm && npm.endsWith('.js')) run(process.execPath, [npm, ...args]);
  else run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args);
  writeFileSync(stamp, wanted);
}

function build() {
  const stamp = at('dist', '.dtcard-built');
  const sources = ['package.json', 'package-lock.json', 'scripts/build.mjs', ...filesBelow('src')];
  const wanted = hashOf(sources);
  if (read(stamp) === wanted) return;
  console.error('dtcard: building …');
  run(process.execPath, [at('scripts', 'build.mjs')]);
  writeFileSync(stamp, wanted);
}

install();
if (!process.argv.includes('--install-only')) build();
