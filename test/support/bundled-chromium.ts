import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

export interface BundledChromium {
  readonly executablePath: string;
  /** With the libraries and fonts that come with it: a bare machine has none. */
  readonly env: Readonly<Record<string, string>>;
}

/**
 * The Chromium that comes with the development packages, unpacked once per version. Several workers
 * may do that at a time, so each unpacks for itself and the first one to finish puts it in place.
 */
export function bundledChromium(): BundledChromium {
  const manifest = path.join(root, 'node_modules/@sparticuz/chromium/package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  const place = path.join(os.tmpdir(), `dtcard-chromium-${version}-${os.userInfo().uid}`);
  if (!existsSync(place)) unpackTo(place);
  const libraries = path.join(place, 'al2023', 'lib');
  return {
    executablePath: path.join(place, 'chromium'),
    env: {
      LD_LIBRARY_PATH: [libraries, process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':'),
      ...(existsSync('/etc/fonts') ? {} : { FONTCONFIG_PATH: path.join(place, 'fonts') }),
    },
  };
}

const unpack =
  "import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())";

function unpackTo(place: string): void {
  const own = mkdtempSync(`${place}-`);
  // In a process of its own: where it unpacks to and whether it brings libraries is read from the environment.
  const env = { ...process.env, TMPDIR: own, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
  execFileSync(process.execPath, ['--input-type=module', '-e', unpack], {
    cwd: root,
    env,
  });
  try {
    renameSync(own, place);
  } catch {
    rmSync(own, { recursive: true, force: true });
  }
}
