import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../src/base/clock.js';
import { restoreLastRun } from '../../src/cli/restore-last-run.js';
import type { DtcardEvent } from '../../src/log/event.js';
import { createEventLog } from '../../src/log/event-log.js';
import type { OpenExchange } from '../../src/log/open-exchange.js';
import { openRecording } from '../../src/record/recording.js';
import { recordingName } from '../../src/record/recordings-directory.js';
import type { Simulator } from '../../src/simulator/simulator.js';
import { callbackReceived, connectionOpened, sessionStarted } from '../support/event-builders.js';
import { sessionOn } from '../support/session-on-simulator.js';
import { useSimulator as startSimulator } from '../support/use-simulator.js';

const decision = {
  kind: 'update',
  response: { cardData: { cardParamMap: { status: '已同意' } } },
} as const;

/** What a run against the simulator recorded before it was killed. */
function killedRun(simulator: Pick<Simulator, 'origin' | 'credentials'>) {
  const stateDir = mkdtempSync(path.join(tmpdir(), 'dtcard-restore-'));
  onTestFinished(() => rmSync(stateDir, { recursive: true, force: true }));
  const nowMs = systemClock.now();
  const { clientId } = simulator.credentials;
  const file = path.join(stateDir, 'recordings', recordingName(nowMs - 1000, 999));
  const record = (events: readonly DtcardEvent[]) => {
    const recording = openRecording({ path: file, header: { dtcard: '0', startedAt: '' } });
    recording.write(events);
    recording.close();
  };
  const started = sessionStarted({ api: simulator.origin, clientId, answerByHand: true });
  const query = {
    stateDir,
    clientId,
    api: simulator.origin,
    pid: process.pid,
    isRunning: () => false,
    nowMs,
  };
  return { file, record, query, started: { ...started, seq: 0, atMs: nowMs, v: 1 } as DtcardEvent };
}

it('a tap that a killed run had only acknowledged is decided by the next one', async () => {
  const simulator = await startSimulator();
  const settings = { answerByHand: true };
  const first = await sessionOn(simulator, {
    settings: { ...settings, windowMs: 60, marginMs: 20 },
  }).connected();
  const { outTrackId } = await first.sendCard();
  expect(await first.tap(outTrackId)).toMatchObject({ outcome: 'answered', applied: false });
  const { exchangeId } = await first.event('callback.answered');
  const run = killedRun(simulator);
  run.record([run.started, ...first.events]);

  const second = sessionOn(simulator, { settings });
  const giveUp = restoreLastRun(second.session, second.log, run.query);
  await second.connected();
  expect(await second.event('callback.restored')).toMatchObject({
    exchangeId,
    was: 'acknowledged',
    recording: run.file,
    callback: { outTrackId, userId: 'manager01' },
  });
  expect(second.session.commands.answer(exchangeId, decision)).toBe('late');
  await second.event('card.updated');
  expect(simulator.card(outTrackId, 'manager01').view['status']).toBe('已同意');
  giveUp();
});

it('nothing is restored before there is a connection, twice, or after the end', async () => {
  const app = { origin: 'http://127.0.0.1:7700', credentials: { clientId: 'd', clientSecret: '' } };
  const { query, record, started } = killedRun(app);
  record([started, { ...callbackReceived('x'), seq: 1, atMs: systemClock.now(), v: 1 }]);
  const log = createEventLog({ clock: systemClock });
  log.append(sessionStarted());
  /** One that restores, and what it restored. */
  const begun = () => {
    const restored: string[] = [];
    const restore = (_file: string, open: readonly OpenExchange[]) =>
      void restored.push(...open.map(({ exchangeId }) => exchangeId));
    return { restored, giveUp: restoreLastRun({ restore }, log, query) };
  };
  const first = begun();
  log.flush();
  expect(first.restored).toEqual([]);
  log.append(connectionOpened('c1'));
  log.flush();
  await expect.poll(() => first.restored).toEqual(['x']);
  log.append(connectionOpened('c2'));
  log.flush();
  const ended = begun();
  ended.giveUp();
  // Begun last, so that the others would have come to their end as well.
  const last = begun();
  await expect.poll(() => last.restored).toEqual(['x']);
  expect([first.restored, ended.restored]).toEqual([['x'], []]);
});

it('what came again to this run is left alone', async () => {
  const app = { origin: 'http://127.0.0.1:7700', credentials: { clientId: 'd', clientSecret: '' } };
  const { query, record, started } = killedRun(app);
  const atMs = systemClock.now();
  const taps = ['again', 'x'].map(
    (id, at): DtcardEvent => ({ ...callbackReceived(id), seq: at + 1, atMs, v: 1 }),
  );
  record([started, ...taps]);
  const log = createEventLog({ clock: systemClock });
  const restored: string[] = [];
  restoreLastRun(
    { restore: (_file, open) => void restored.push(...open.map(({ exchangeId }) => exchangeId)) },
    log,
    query,
  );
  log.append(sessionStarted(), connectionOpened('c1'), callbackReceived('again'));
  log.flush();
  await expect.poll(() => restored).toEqual(['x']);
});
