import { spawn } from 'node:child_process';
import { platformName } from '../config/environment.js';
import type { ProgramIo } from './program-io.js';

/**
 * Opens an address in the person's browser, which goes on by itself. The address is seen in the list
 * of processes; the token in it is spent by the browser that opens it.
 * @param onFailure nothing that opens addresses was found, or it gave up
 */
export function openPage(io: Pick<ProgramIo, 'env'>, url: string, onFailure: () => void): void {
  const [command, ...args] = opener(platformName());
  // The browser is no business of ours, and our credentials are none of its.
  const env = Object.fromEntries(
    Object.entries(io.env).filter(([name]) => !/^DTCARD_|SECRET|TOKEN/i.test(name)),
  );
  let isTold = false;
  const fail = () => {
    if (!isTold) onFailure();
    isTold = true;
  };
  try {
    const child = spawn(command, [...args, url], { detached: true, stdio: 'ignore', env });
    child.on('error', fail);
    child.on('exit', (code) => {
      if (code !== 0) fail();
    });
    child.unref();
  } catch {
    fail();
  }
}

function opener(platform: NodeJS.Platform): readonly [string, ...string[]] {
  switch (platform) {
    case 'darwin':
      return ['open'];
    case 'win32':
      // `start` is a word of cmd, which would act upon an & in the address.
      return ['rundll32', 'url.dll,FileProtocolHandler'];
    default:
      return ['xdg-open'];
  }
}
