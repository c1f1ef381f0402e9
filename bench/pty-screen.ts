import { performance } from 'node:perf_hooks';
import { spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import type { ScreenRun } from './start-figures.js';

const size = { cols: 120, rows: 40 };
const GIVE_UP_MS = 20_000;

/** From the start of the process until the text stands on the emulated screen, ms. */
export function timeToText({ command, env, text }: ScreenRun): Promise<number> {
  const screen = new xterm.Terminal({ ...size, allowProposedApi: true });
  const begin = performance.now();
  const pty = spawn(process.execPath, [...command], {
    ...size,
    name: 'xterm-256color',
    env: { ...env, TERM: 'xterm-256color' },
  });
  return new Promise((resolve, reject) => {
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      pty.onExit(() => screen.dispose());
      pty.kill('SIGKILL');
      settle();
    };
    const timer = setTimeout(() => {
      finish(() => reject(new Error(`${text} did not appear; the screen:\n${textOf(screen)}`)));
    }, GIVE_UP_MS);
    // Programs that ask the terminal something before they draw wait for its answer.
    screen.onData((answer) => pty.write(answer));
    let done = false;
    pty.onData((data) => {
      screen.write(data, () => {
        if (done || !textOf(screen).includes(text)) return;
        done = true;
        finish(() => resolve(performance.now() - begin));
      });
    });
  });
}

function textOf(screen: xterm.Terminal): string {
  const { active } = screen.buffer;
  return Array.from(
    { length: active.length },
    (_, row) => active.getLine(row)?.translateToString(true) ?? '',
  ).join('\n');
}
