import { describe, expect, it } from 'vitest';
import { DtcardError } from '../../src/base/errors.js';
import { reportFailure } from '../../src/cli/run-program.js';
import { createTestIo, runInProcess } from '../support/run-in-process.js';

const jsonError = (stderr: string) => (JSON.parse(stderr) as { error: object }).error;

describe('runProgram', () => {
  it('prints help on stdout and ends well, in both languages', async () => {
    const zh = await runInProcess(['--help'], { lang: 'zh' });
    const en = await runInProcess(['--help'], { lang: 'en' });
    expect([zh.exitCode, zh.stderr, en.exitCode, en.stderr]).toEqual([0, '', 0, '']);
    expect(zh.stdout).toMatch(/^用法： dtcard/);
    expect(en.stdout).toMatch(/^Usage: dtcard/);
  });

  it('prints the version', async () => {
    const { exitCode, stdout } = await runInProcess(['--version']);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\S*\n$/);
  });

  it('called with nothing shows the help on stderr and ends with 2', async () => {
    const { exitCode, stdout, stderr } = await runInProcess([]);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain('Commands:');
  });

  it.each([
    [['wacth'], "'wacth' (Did you mean watch?)"],
    [['watch', '--jsno'], "'--jsno' (Did you mean --json?)"],
    [['send', '--to', 'x'], "'--template <alias|id>'"],
    [['send', '--template'], "'--template <alias|id>'"],
    [['sim', 'tap', '--as', 'x', '--action', 'a'], "'outTrackId'"],
    [['watch', 'extra'], 'too many arguments'],
    [['watch', '--lang', 'fr'], 'fr'],
  ])('explains %j with E1001 and exit code 2', async (args, words) => {
    const plain = await runInProcess(args);
    expect([plain.exitCode, plain.stdout, plain.stderr.slice(0, 5)]).toEqual([2, '', 'E1001']);
    expect(plain.stderr).toContain(words);
    const asJson = await runInProcess([...args.slice(0, 1), '--json', ...args.slice(1)]);
    expect(asJson.exitCode).toBe(2);
    expect(jsonError(asJson.stderr)).toMatchObject({ code: 'E1001' });
  });
});

describe('reportFailure', () => {
  it('gives the exit code of the kind of error', async () => {
    const code = (error: unknown) => reportFailure(createTestIo(), [], error);
    expect(await code(new DtcardError('E1001', { params: { detail: 'x' } }))).toBe(2);
    expect(await code(new DtcardError('E2001'))).toBe(3);
    expect(await code(new DtcardError('E3001'))).toBe(4);
    expect(await code(new DtcardError('E4002'))).toBe(1);
    expect(await code(new Error('x'))).toBe(5);
  });

  it('shows the stack of a bug only when asked', async () => {
    const quiet = createTestIo();
    await reportFailure(quiet, [], new TypeError('oops'));
    expect(quiet.stderr).toMatch(/^E9001 .*oops/);
    expect(quiet.stderr).not.toContain('    at ');
    const loud = createTestIo({ env: { DTCARD_DEBUG: '1' } });
    await reportFailure(loud, [], new TypeError('oops'));
    expect(loud.stderr).toContain('    at ');
  });
});
