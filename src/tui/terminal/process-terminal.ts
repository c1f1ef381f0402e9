import { writeSync } from 'node:fs';
import type { TerminalPort, TerminalSignal } from './terminal.js';

/** The terminal this process was started in. */
export function processTerminal(): TerminalPort {
  const { stdin, stdout } = process;
  const on = (signal: TerminalSignal, listener: () => void) => {
    process.on(signal, listener);
    return () => void process.off(signal, listener);
  };
  return {
    get columns() {
      return stdout.columns || 80;
    },
    get rows() {
      return stdout.rows || 24;
    },
    refreshSize: () => void process.emit('SIGWINCH', 'SIGWINCH'),
    write: (text) => void stdout.write(text),
    writeSync: (text) => writeAll(stdout.fd, text),
    setRawMode(isRaw) {
      // A terminal that is gone refuses; there is nothing left to put in order then.
      try {
        stdin.setRawMode(isRaw);
      } catch {}
      if (isRaw) stdin.resume();
      else stdin.pause();
    },
    onInput(listener) {
      stdin.on('data', listener);
      return () => void stdin.off('data', listener);
    },
    onClose(listener) {
      const onError = () => listener();
      stdin.on('end', listener).on('error', onError);
      stdout.on('error', onError);
      return () => {
        stdin.off('end', listener).off('error', onError);
      };
    },
    onResize(listener) {
      stdout.on('resize', listener);
      return () => void stdout.off('resize', listener);
    },
    onSignal: on,
    onCrash(listener) {
      process.on('uncaughtException', listener);
      process.on('unhandledRejection', listener);
      return () => {
        process.off('uncaughtException', listener);
        process.off('unhandledRejection', listener);
      };
    },
    onExit(listener) {
      process.on('exit', listener);
      return () => void process.off('exit', listener);
    },
    stopProcess: (scope) => void process.kill(scope === 'group' ? 0 : process.pid, 'SIGTSTP'),
  };
}

function writeAll(fd: number, text: string): void {
  const bytes = Buffer.from(text);
  let from = 0;
  for (let tries = 0; from < bytes.length && tries < 1000; tries++) {
    try {
      from += writeSync(fd, bytes, from);
    } catch (error) {
      // Full for the moment: tried again. Anything else means the terminal is gone.
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') return;
    }
  }
}
