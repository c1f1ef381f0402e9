// What is killed in the middle leaves a log that tells how every callback came out.
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Simulator } from '../../src/simulator/simulator.js';
import { startOwnService } from '../support/own-service.js';
import { createProgramHome, type ProgramHome } from '../support/program-home.js';
import { spawnPty } from '../support/pty.js';
import { type RecordedEvents, recordedEvents } from '../support/recorded-events.js';
import { buildOnce, projectRoot, startProgram } from '../support/run-program.js';
import { createSimCard } from '../support/sim-card.js';
import { useSimulator } from '../support/use-simulator.js';

beforeAll(buildOnce, 120_000);

const script = path.join(projectRoot, 'bin/dtcard.js');
const pause = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms));

function newHome(rules?: string): ProgramHome & { readonly rules: string } {
  const home = createProgramHome();
  onTestFinished(home.remove);
  const file = path.join(home.root, 'rules.yaml');
  if (rules !== undefined) writeFileSync(file, rules);
  return { ...home, rules: file };
}

async function cardsOn(simulator: Simulator, count: number): Promise<readonly string[]> {
  simulator.set({ qpsLimit: 0 });
  const cards = await Promise.all(Array.from({ length: count }, () => createSimCard(simulator)));
  simulator.set({ qpsLimit: 20 });
  return cards;
}

const tap = (simulator: Simulator, outTrackId: string, action = 'accept') =>
  simulator.tap({ outTrackId, userId: 'manager01', actionIds: [action] });

type Tapped = Awaited<ReturnType<typeof tap>>;

/** What the log says became of a tap, in the words the simulator has for it. */
function outcomeIn(log: RecordedEvents, { outTrackId }: Tapped) {
  const received = log.of('callback.received').find((e) => e.callback.outTrackId === outTrackId);
  const answers = log
    .of('callback.answered')
    .filter(({ exchangeId, sent }) => exchangeId === received?.exchangeId && sent);
  return { isKnown: received !== undefined, answers };
}

/** The status a card must have, by the log alone. */
function statusIn(log: RecordedEvents, outTrackId: string): string {
  let status = '待处理';
  const exchanges = new Map(
    log.of('callback.received').map(({ exchangeId, callback }) => [exchangeId, callback]),
  );
  for (const event of log.look()) {
    if (event.type === 'callback.answered' && event.sent) {
      if (exchanges.get(event.exchangeId)?.outTrackId !== outTrackId) continue;
      status = event.response?.cardData?.cardParamMap['status'] ?? status;
    } else if (event.type === 'card.updated' && event.outTrackId === outTrackId) {
      status = event.cardParamMap?.['status'] ?? status;
    }
  }
  return status;
}

describe('the forward service is killed', () => {
  it('and the log tells which taps it still answered', { timeout: 60_000 }, async () => {
    const simulator = await useSimulator();
    const cards = await cardsOn(simulator, 60);
    const service = await startOwnService(({ outTrackId }) => ({
      do: 'answer',
      status: `服务 ${outTrackId}`,
      afterMs: 60,
    }));
    const home = newHome();
    const record = path.join(home.root, 'events.jsonl');
    const args = ['watch', '--json', '--api', simulator.origin, '--record', record];
    const program = startProgram([...args, '--forward', service.url], { home });
    await program.waitForLine('"connection.opened"');
    const taps: Promise<Tapped>[] = [];
    for (const [at, card] of cards.entries()) {
      taps.push(tap(simulator, card));
      if (at === 30) void service.stop();
      await pause(20);
    }
    const outcomes = await Promise.all(taps);
    program.kill('SIGTERM');
    await program.finished;
    const log = recordedEvents(record);
    expect(outcomes.filter(({ outcome }) => outcome !== 'answered')).toEqual([]);
    for (const outcome of outcomes) {
      const { isKnown, answers } = outcomeIn(log, outcome);
      expect([isKnown, answers.length]).toEqual([true, 1]);
      const shown = simulator.card(outcome.outTrackId, 'user002').view['status'];
      expect(shown).toBe(statusIn(log, outcome.outTrackId));
      expect(shown).toBe(
        answers[0]?.source === 'forward' ? `服务 ${outcome.outTrackId}` : '待处理',
      );
    }
    const sources = new Set(log.of('callback.answered').map(({ source }) => source));
    expect(sources).toEqual(new Set(['forward', 'autoAck']));
    const returned = new Set(log.of('callback.forwardReturned').map(({ outcome }) => outcome));
    expect(returned).toContain('unreachable');
    expect(log.of('forward.health').at(-1)?.state).toBe('down');
  });
});

describe('the socket is cut', () => {
  it('and what was decided meanwhile becomes an update', { timeout: 60_000 }, async () => {
    const simulator = await useSimulator();
    const cards = await cardsOn(simulator, 20);
    const home = newHome(`
version: 1
rules:
  - name: thoughtful
    on: callback
    answer: { delayMs: 400, cardData: { status: 已同意 } }
`);
    const record = path.join(home.root, 'events.jsonl');
    const args = ['watch', '--json', '--api', simulator.origin, '--record', record];
    const program = startProgram([...args, '--rules', home.rules], { home });
    await program.waitForLine('"connection.opened"');
    const first = cards.slice(0, 10).map((card) => tap(simulator, card));
    await pause(200);
    expect(simulator.dropAll()).toBe(1);
    await program.waitForLine('"connection.lost"');
    const log = recordedEvents(record);
    await expect.poll(() => log.of('connection.opened').length, { timeout: 20_000 }).toBe(2);
    const second = cards.slice(10).map((card) => tap(simulator, card));
    const outcomes = await Promise.all([...first, ...second]);
    await expect.poll(() => log.of('card.updated').length, { timeout: 20_000 }).toBe(10);
    program.kill('SIGTERM');
    await program.finished;
    for (const [at, outcome] of outcomes.entries()) {
      const { isKnown, answers } = outcomeIn(log, outcome);
      expect([isKnown, answers.length]).toEqual([true, at < 10 ? 0 : 1]);
      expect(outcome.outcome === 'answered').toBe(at >= 10);
      expect(simulator.card(outcome.outTrackId, 'user002').view['status']).toBe('已同意');
      expect(statusIn(log, outcome.outTrackId)).toBe('已同意');
    }
  });
});

describe('dtcard itself is killed', () => {
  const rules = `
version: 1
answers:
  - { name: 甲, answer: { cardData: { status: 甲 } } }
  - { name: 乙, answer: { cardData: { status: 乙 } } }
rules: []
`;

  function watchOn(simulator: Simulator, home: ReturnType<typeof newHome>) {
    const args = [script, 'watch', '--api', simulator.origin, '--rules', home.rules];
    return spawnPty(process.execPath, args, {
      cols: 120,
      rows: 40,
      cwd: projectRoot,
      env: { ...home.env },
    });
  }

  function recordings(home: ProgramHome): readonly string[] {
    const folder = path.join(home.stateDir, 'recordings');
    return readdirSync(folder)
      .sort()
      .map((name) => path.join(folder, name));
  }

  it('and offers what it left open when it is started again', { timeout: 60_000 }, async () => {
    const simulator = await useSimulator();
    const [inTime, uncertain, acknowledged, waiting] = (await cardsOn(simulator, 4)) as [
      string,
      string,
      string,
      string,
    ];
    const home = newHome(rules);
    const pty = watchOn(simulator, home);
    await pty.waitFor('● connected');
    const log = recordedEvents(recordings(home)[0] as string);
    const answered = (source: string) =>
      log.of('callback.answered').filter((event) => event.source === source).length;
    const seen = (count: number) =>
      expect.poll(() => log.of('callback.received').length, { timeout: 5000 }).toBe(count);

    const taps = [tap(simulator, inTime)];
    await seen(1);
    pty.write('1');
    await expect.poll(() => answered('manual'), { timeout: 5000 }).toBe(1);
    // A late decision whose update hangs.
    taps.push(tap(simulator, uncertain));
    await expect.poll(() => answered('autoAck'), { timeout: 5000 }).toBe(1);
    const control = (method: string, body?: object) =>
      fetch(`${simulator.origin}/_dtcard/faults`, {
        method,
        headers: { 'content-type': 'application/json' },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
    expect((await control('POST', { kind: 'hang', path: '/v1.0/card/instances' })).ok).toBe(true);
    pty.write('2');
    await expect.poll(() => log.of('callback.late').length, { timeout: 5000 }).toBe(1);
    taps.push(tap(simulator, acknowledged));
    await expect.poll(() => answered('autoAck'), { timeout: 5000 }).toBe(2);
    taps.push(tap(simulator, waiting));
    await seen(4);
    pty.kill('SIGKILL');
    await pty.exit;
    const outcomes = await Promise.all(taps);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual([
      'answered',
      'answered',
      'answered',
      'expired',
    ]);
    for (const outcome of outcomes) {
      const { isKnown, answers } = outcomeIn(log, outcome);
      expect([isKnown, answers.length]).toEqual([true, outcome.outcome === 'answered' ? 1 : 0]);
    }
    expect(log.of('session.ended')).toEqual([]);
    expect(log.of('card.updated')).toEqual([]);
    expect((await control('DELETE')).ok).toBe(true);

    const again = watchOn(simulator, home);
    await again.waitFor('● connected');
    const next = recordedEvents(recordings(home)[1] as string);
    await expect.poll(() => next.of('callback.restored').length, { timeout: 10_000 }).toBe(3);
    const offered = next
      .of('callback.restored')
      .map(({ callback, was, decided }) => [
        callback.outTrackId,
        was,
        decided?.cardData?.cardParamMap['status'],
      ]);
    expect(offered).toEqual([
      [uncertain, 'update-uncertain', '乙'],
      [acknowledged, 'acknowledged', undefined],
      [waiting, 'unanswered', undefined],
    ]);
    // The first one offers what had been decided, the others the answers of the file.
    again.write('112');
    await expect.poll(() => next.of('card.updated').length, { timeout: 10_000 }).toBe(3);
    const shown = [inTime, uncertain, acknowledged, waiting].map(
      (card) => simulator.card(card, 'user002').view['status'],
    );
    expect(shown).toEqual(['甲', '乙', '甲', '乙']);
    again.write('q');
    expect((await again.exit).exitCode).toBe(0);

    // All of it is settled now: the next run has nothing to offer.
    const third = watchOn(simulator, home);
    await third.waitFor('● connected');
    await pause(1500);
    expect(recordedEvents(recordings(home)[2] as string).of('callback.restored')).toEqual([]);
    third.write('q');
    await third.exit;
  });
});
