import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { exitCodes } from '../base/exit-codes.js';
import type { ProgramIo } from './program-io.js';

/** The person pressed ctrl-c or ctrl-d instead of answering. */
export class PromptLeft extends Error {
  readonly exitCode: number;

  constructor(exitCode: number) {
    super('left');
    this.exitCode = exitCode;
  }
}

/** Questions on the terminal, one after the other. */
export interface Prompts {
  /** The answer to a hidden question is not echoed. @throws PromptLeft */
  ask(question: string, options: { readonly hidden: boolean }): Promise<string>;
  close(): void;
}

/**
 * Takes the terminal until it is closed, so that the terminal itself never echoes: what is typed ahead,
 * or pasted together with the answer before, may be the secret.
 */
export function openPrompts(io: Pick<ProgramIo, 'stdin' | 'err'>): Prompts {
  let isShown = false;
  let waiting:
    | { readonly resolve: (line: string) => void; readonly reject: (error: PromptLeft) => void }
    | undefined;
  let left: PromptLeft | undefined;
  const typedAhead: string[] = [];
  // readline echoes by writing what was typed to its output.
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      if (isShown) io.err(chunk.toString());
      done();
    },
  });
  const lines = createInterface({ input: io.stdin, output, terminal: true, historySize: 0 });
  lines.on('line', (line) => {
    if (!waiting) {
      typedAhead.push(line);
      return;
    }
    if (!isShown) io.err('\n');
    isShown = false;
    const { resolve } = waiting;
    waiting = undefined;
    resolve(line);
  });
  const leave = (exitCode: number) => {
    left ??= new PromptLeft(exitCode);
    waiting?.reject(left);
    waiting = undefined;
  };
  lines.on('SIGINT', () => leave(exitCodes.sigint));
  lines.on('close', () => leave(exitCodes.usage));

  return {
    ask(question, { hidden }) {
      const ahead = typedAhead.shift();
      if (ahead !== undefined) {
        io.err(`${question}\n`);
        return Promise.resolve(ahead);
      }
      return new Promise((resolve, reject) => {
        if (left) return reject(left);
        waiting = { resolve, reject };
        if (hidden) {
          io.err(question);
        } else {
          isShown = true;
          lines.setPrompt(question);
          lines.prompt();
        }
      });
    },
    close: () => lines.close(),
  };
}
