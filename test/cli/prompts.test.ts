import { PassThrough } from 'node:stream';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openPrompts } from '../../src/cli/prompts.js';

function prompting() {
  const stdin = new PassThrough();
  let shown = '';
  const prompts = openPrompts({
    stdin: stdin as unknown as NodeJS.ReadStream,
    err: (text) => {
      shown += text;
    },
  });
  onTestFinished(() => prompts.close());
  return { stdin, prompts, shown: () => shown };
}

describe('a visible question', () => {
  it('is shown with what is typed', async () => {
    const { stdin, prompts, shown } = prompting();
    const answer = prompts.ask('Client ID: ', { hidden: false });
    stdin.write('ding\r');
    expect(await answer).toBe('ding');
    expect(shown()).toContain('Client ID: ');
    expect(shown()).toContain('g');
  });
});

describe('a hidden question', () => {
  it('is shown, what is typed is not', async () => {
    const { stdin, prompts, shown } = prompting();
    const answer = prompts.ask('Secret: ', { hidden: true });
    stdin.write('xyzzy\r');
    expect(await answer).toBe('xyzzy');
    expect(shown()).toBe('Secret: \n');
  });

  it('is answered by what was pasted along with the answer before, unseen', async () => {
    const { stdin, prompts, shown } = prompting();
    const first = prompts.ask('ID: ', { hidden: false });
    stdin.write('me\rxyzzy\r');
    expect(await first).toBe('me');
    expect(await prompts.ask('Secret: ', { hidden: true })).toBe('xyzzy');
    expect(shown()).not.toMatch(/[xyz]/);
  });
});

describe('leaving a question', () => {
  it.each([
    ['ctrl-c', '\u0003', 130],
    ['ctrl-d', '\u0004', 2],
  ])('by %s says with which exit code', async (_name, key, exitCode) => {
    const { stdin, prompts } = prompting();
    const answer = prompts.ask('ID: ', { hidden: false });
    stdin.write(key);
    await expect(answer).rejects.toMatchObject({ exitCode });
    await expect(prompts.ask('Secret: ', { hidden: true })).rejects.toMatchObject({ exitCode });
  });
});
