import { createInterface } from 'node:readline/promises';
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

/** Asks one question on the terminal. The answer of a hidden one is not echoed. @throws PromptLeft */
export async function ask(
  question: string,
  io: Pick<ProgramIo, 'stdin' | 'err'>,
  options: { readonly hidden: boolean },
): Promise<string> {
  io.err(question);
  // readline echoes by writing what was typed to its output; a hidden question has an output that swallows it.
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      if (!options.hidden) io.err(chunk.toString());
      done();
    },
  });
  const lines = createInterface({ input: io.stdin, output, terminal: true });
  try {
    return await new Promise<string>((resolve, reject) => {
      lines.on('SIGINT', () => reject(new PromptLeft(exitCodes.sigint)));
      lines.on('close', () => reject(new PromptLeft(exitCodes.usage)));
      lines.question('').then(resolve, reject);
    });
  } finally {
    lines.close();
    if (options.hidden) io.err('\n');
  }
}
