// In a process of its own: this one's terminal is not ours to change.
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { spawnPty } from '../../support/pty.js';

const program = fileURLToPath(new URL('../fixtures/process-terminal-program.ts', import.meta.url));

it('is the terminal of the process: size, raw input, resize, writing', async () => {
  const pty = spawnPty(process.execPath, ['--import', 'tsx', program], { cols: 61, rows: 17 });
  await pty.waitFor('size 61x17');
  pty.write('\u001b[A');
  await pty.waitFor('bytes 1b5b41');
  pty.resize(90, 20);
  await pty.waitFor('size 90x20');
  pty.write('q');
  expect((await pty.exit).exitCode).toBe(0);
  expect(pty.output()).toContain('written at the end');
});
