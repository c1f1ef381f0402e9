// A thousand callbacks in real time, decided by rules, by a service that stalls, and by keys typed.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { seededIds } from '../../src/base/ids.js';
import { startOwnService } from '../support/own-service.js';
import { createProgramHome } from '../support/program-home.js';
import { type Pty, spawnPty } from '../support/pty.js';
import { type RecordedEvents, recordedEvents } from '../support/recorded-events.js';
import { buildOnce, projectRoot } from '../support/run-program.js';
import { createSimCard } from '../support/sim-card.js';
import { useSimulator } from '../support/use-simulator.js';

beforeAll(buildOnce, 120_000);

const script = path.join(projectRoot, 'bin/dtcard.js');
const callbacks = 1000;
const everyMs = 20;
const deciders = ['rule', 'forward', 'hand'] as const;
type Decider = (typeof deciders)[number];

/** The service knows nothing of the taps that are for a person. */
const rules = `
version: 1
answers:
  - { name: 甲, answer: { cardData: { status: 甲 } } }
  - { name: 乙, answer: { cardData: { status: 乙 } } }
  - { name: 丙, answer: { cardData: { status: 丙 } } }
rules:
  - name: by-rule
    on: callback
    when: { action: rule }
    answer: { cardData: { status: "规则 \${callback.outTrackId}" } }
`;
const labels = ['甲', '乙', '丙'] as const;

/** Those the service does not know: from then on they are a person's, in this order. */
const leftToHand = (followed: RecordedEvents) =>
  followed.of('callback.forwardReturned').filter(({ outcome }) => outcome === 'status');

/**
 * Types a digit for every tap that is left to a person, in the order they came: for some seconds
 * nobody is there, then everything is caught up with. Resolves when all are decided.
 */
async function type(pty: Pty, followed: RecordedEvents, count: number): Promise<readonly number[]> {
  const ids = seededIds(3);
  const typed: number[] = [];
  const startMs = performance.now();
  while (typed.length < count) {
    const isAway = (performance.now() - startMs) % 5000 < 4200;
    const arrived = leftToHand(followed);
    const isOver = arrived.length === count;
    const due = !isAway || isOver ? arrived.length - typed.length : 0;
    const digits = Array.from({ length: due }, () => 1 + Math.floor(ids.fraction() * 3));
    if (digits.length > 0) pty.write(digits.join(''));
    typed.push(...digits);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return typed;
}

describe('a thousand callbacks at 50 a second', () => {
  it('none expires, and every card ends as it was decided', { timeout: 150_000 }, async () => {
    const ids = seededIds(11);
    const service = await startOwnService(({ actionIds, outTrackId }, attempt) => {
      if (actionIds[0] !== 'forward') return { do: 'refuse', code: 404 };
      const status = `服务 ${outTrackId}`;
      const chance = ids.fraction();
      if (attempt === 1 && chance < 0.1) return { do: 'refuse', code: 503 };
      if (attempt === 1 && chance < 0.2) return { do: 'hang-up' };
      if (chance < 0.5) return { do: 'answer', status, afterMs: 2000 + ids.fraction() * 3000 };
      return { do: 'answer', status, afterMs: ids.fraction() * 1000 };
    });
    const simulator = await useSimulator();
    simulator.set({ qpsLimit: 0 });
    const cards: string[] = [];
    while (cards.length < callbacks) {
      const more = Array.from({ length: 50 }, () => createSimCard(simulator));
      cards.push(...(await Promise.all(more)));
    }
    simulator.set({ qpsLimit: 20 });
    expect(simulator.settings.callbackDeadlineMs).toBe(2000);

    const home = createProgramHome();
    onTestFinished(home.remove);
    const rulesFile = path.join(home.root, 'rules.yaml');
    const record = path.join(home.root, 'events.jsonl');
    writeFileSync(rulesFile, rules);
    const args = ['watch', '--api', simulator.origin, '--rules', rulesFile, '--record', record];
    const pty = spawnPty(process.execPath, [script, ...args, '--forward', service.url], {
      cols: 120,
      rows: 40,
      cwd: projectRoot,
      env: { ...home.env },
    });
    await pty.waitFor('● connected');

    const followed = recordedEvents(record);
    const deciderOf = new Map(cards.map((card, at) => [card, deciders[at % 3] as Decider]));
    const byHand = cards.filter((card) => deciderOf.get(card) === 'hand');
    const typing = type(pty, followed, byHand.length);
    const startMs = performance.now();
    const taps: Promise<Awaited<ReturnType<typeof simulator.tap>>>[] = [];
    for (const [at, outTrackId] of cards.entries()) {
      // By the clock, not by the pause before it: 50 a second whatever the machine does meanwhile.
      const waitMs = startMs + at * everyMs - performance.now();
      if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
      const action = deciderOf.get(outTrackId) as string;
      taps.push(simulator.tap({ outTrackId, userId: 'manager01', actionIds: [action] }));
    }
    const outcomes = await Promise.all(taps);
    expect(outcomes.filter(({ outcome }) => outcome !== 'answered')).toEqual([]);

    const typed = await typing;
    const lateOf = (source: string) =>
      followed.of('callback.late').filter((event) => event.source === source);
    // Until every decision that came late has become an update.
    await expect
      .poll(
        () => {
          const decided = new Set(
            [...followed.of('callback.answered'), ...followed.of('callback.late')]
              .filter(({ source }) => source !== 'autoAck')
              .map(({ exchangeId }) => exchangeId),
          );
          const updated = followed.of('card.updated').length;
          return [decided.size, followed.of('callback.late').length - updated];
        },
        { timeout: 60_000, interval: 250 },
      )
      .toEqual([callbacks, 0]);
    pty.write('q');
    expect((await pty.exit).exitCode).toBe(0);

    // What was decided, from outside: the digits as typed, the words of the service, the text of the rule.
    const cardOf = new Map(
      followed
        .of('callback.received')
        .map(({ exchangeId, callback }) => [exchangeId, callback.outTrackId]),
    );
    const order = leftToHand(followed).map(({ exchangeId }) => cardOf.get(exchangeId) ?? '');
    const decided = new Map<string, string>();
    for (const [at, card] of order.entries()) decided.set(card, labels[(typed[at] ?? 0) - 1] ?? '');
    for (const { outTrackId, status } of service.answered) decided.set(outTrackId, status);
    for (const card of cards) {
      if (deciderOf.get(card) === 'rule') decided.set(card, `规则 ${card}`);
    }
    expect(decided.size).toBe(callbacks);
    const wrong = cards.flatMap((card) => {
      const shown = simulator.card(card, 'user002').view['status'];
      return shown === decided.get(card) ? [] : [{ card, shown, decided: decided.get(card) }];
    });
    expect(wrong).toEqual([]);

    const half = byHand.length / 2;
    expect(lateOf('manual').length).toBeGreaterThan(half * 0.7);
    expect(lateOf('manual').length).toBeLessThan(half * 1.5);
    expect(lateOf('forward').length).toBeGreaterThan(50);
    expect(followed.of('card.updateFailed')).toEqual([]);
  });
});
