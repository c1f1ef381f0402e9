import { describe, expect, it } from 'vitest';
import { runInProcess } from '../../support/run-in-process.js';
import { sharedSimulator } from '../../support/shared-simulator.js';

const sim = sharedSimulator();
const message = (...args: string[]) =>
  runInProcess(['sim', 'message', '--api', sim.origin, ...args]);

describe('sim message', () => {
  it('fails when no bot is connected, with the message on stdout all the same', async () => {
    const { exitCode, stdout, stderr } = await message('你好', '--as', '张三');
    expect([exitCode, stderr]).toEqual([1, 'no bot is connected, the message reached nobody\n']);
    expect(stdout).toMatch(/^张三: 你好 \(msgId .+\)\n$/);
  });

  it('tells the same as JSON', async () => {
    const { exitCode, stdout } = await message('hi', '--as', 'user002', '--in', '项目组', '--json');
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ v: 1, delivered: false, userId: 'user002' });
  });

  it('shows hostile text without letting it act', async () => {
    const { stdout } = await message('\u001b[2Ja\nb', '--as', '张三');
    expect(stdout).toContain('[2Ja b');
    expect(stdout).not.toContain('\u001b');
  });

  it('explains who is unknown', async () => {
    const { exitCode, stderr } = await message('hi', '--as', '赵六');
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^E5002 .*赵六.*张三/);
  });

  it('needs somebody to write as', async () => {
    const { exitCode, stderr } = await message('hi');
    expect([exitCode, stderr.slice(0, 5)]).toEqual([2, 'E1001']);
    expect(stderr).toContain('--as');
  });
});
