import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runInProcess } from '../../support/run-in-process.js';
import { projectRoot } from '../../support/run-program.js';
import { useSimulator as startSimulator } from '../../support/use-simulator.js';

async function watched(...args: readonly string[]) {
  const result = await runInProcess(['watch', '--sim', '--demo', ...args]);
  expect(result).toMatchObject({ exitCode: 0 });
  return result.stdout.trim().split('\n');
}

describe('watch tells who sees what', () => {
  it('in lines of JSON right behind those they belong to, where they are wanted', async () => {
    const lines = (await watched('--json', '--effects', '--answer-reach', 'clicker')).map(
      (line) => JSON.parse(line) as Record<string, unknown>,
    );
    const effects = lines.flatMap((line, at) =>
      line['type'] === 'callback.effect' ? [{ line, before: lines[at - 1] }] : [],
    );
    expect(effects.length).toBeGreaterThan(3);
    for (const { line, before } of effects) {
      expect(line['of']).toBe(before?.['seq']);
      expect(['callback.answered', 'card.updated']).toContain(before?.['type']);
      expect(line['exchangeId']).toBeDefined();
    }
    expect(effects[0]?.line).toMatchObject({
      reach: 'clicker',
      others: { sees: 'nothing', because: 'clicker-only' },
    });
    expect(lines[0]).toMatchObject({ type: 'session.started', answerReach: 'clicker' });
    const seqs = lines.flatMap(({ seq }) => (typeof seq === 'number' ? [seq] : []));
    expect(seqs).toEqual(seqs.map((_, at) => at));
  });

  it('to its rules, as the simulator elsewhere says, whatever shows the run', async () => {
    const simulator = await startSimulator();
    simulator.set({ answerCardData: 'clicker' });
    const args = ['watch', '--json', '--api', simulator.origin, '--duration', '500ms'];
    const rules = path.join(projectRoot, 'examples/approval/rules.yaml');
    const { stdout } = await runInProcess([...args, '--rules', rules]);
    expect(JSON.parse(stdout.split('\n')[0] ?? '')).toMatchObject({
      type: 'session.started',
      answerReach: 'clicker',
    });
  });

  it('in plain lines where others do not see what was answered', async () => {
    const lines = await watched('--plain', '--answer-reach', 'clicker');
    expect(lines.join('\n')).toContain('only 张三 sees the cardData');
  });
});
