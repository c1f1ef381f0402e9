import { describe, expect, it } from 'vitest';
import { runInProcess } from '../../support/run-in-process.js';
import { sharedSimulator } from '../../support/shared-simulator.js';

const sim = sharedSimulator();
const card = (...args: string[]) => runInProcess(['sim', 'card', '--api', sim.origin, ...args]);

async function sendCard(...set: string[]): Promise<void> {
  const args = ['--template', 'dac1dbec-55af-40c3-be91-6d6882ef3b66.schema', '--to', 'manager01'];
  const values = set.flatMap((pair) => ['--set', pair]);
  await runInProcess(['send', '--api', sim.origin, ...args, ...values]);
}

describe('sim card', () => {
  it('shows the latest card as everybody sees it, and who does not', async () => {
    await sendCard('title=报销', 'status=待处理');
    const { exitCode, stdout } = await card();
    expect(exitCode).toBe(0);
    expect(stdout).toContain('manager01\n  title        报销\n  status       待处理\n');
    expect(stdout).toContain('user002 (not visible)\n');
  });

  it('shows values without letting them act', async () => {
    await sendCard('title=\u001b[31mred\u202e');
    const { stdout } = await card('latest', '--as', '张三');
    expect(stdout).toContain('[31mred');
    expect(stdout).not.toMatch(/[\u001b\u202e]/);
    const json = await card('latest', '--as', '张三', '--json');
    expect(json.stdout).not.toMatch(/[\u001b\u202e]/);
    expect(JSON.parse(json.stdout)).toMatchObject({ view: { title: '\u001b[31mred\u202e' } });
  });

  it('gives every view as JSON', async () => {
    await sendCard('title=x');
    const { stdout } = await card('--json');
    const { views } = JSON.parse(stdout) as { views: { userId: string; visible: boolean }[] };
    expect(views.map(({ userId, visible }) => [userId, visible])).toEqual([
      ['manager01', true],
      ['user002', false],
      ['user003', false],
    ]);
  });

  it('explains that there is no such card', async () => {
    const { exitCode, stderr } = await card('no/such?card', '--as', '张三');
    expect([exitCode, stderr.slice(0, 5)]).toEqual([2, 'E5002']);
    expect(stderr).toContain('no/such?card');
  });
});
