import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import { jsonFace } from '../../src/cli/watch-face.js';
import type { DtcardEvent } from '../../src/log/event.js';
import { createEventLog } from '../../src/log/event-log.js';
import { createEffectLines, type EffectLines } from '../../src/output/effect-lines.js';
import type { Session } from '../../src/session/session.js';
import {
  callbackAnswered,
  callbackReceived,
  cardCreated,
  connectionOpened,
  messageReceived,
  sessionStarted,
} from '../support/event-builders.js';
import { createTestIo } from '../support/run-in-process.js';

function showing(passes?: (event: DtcardEvent) => boolean, effects?: EffectLines) {
  const log = createEventLog({ clock: new ManualClock() });
  const io = createTestIo();
  const commands = {} as Session['commands'];
  const session: Session = {
    log,
    commands,
    start() {},
    restore() {},
    stop: () => Promise.resolve(),
  };
  return { log, io, face: jsonFace(io, session, passes, effects) };
}

const lost = {
  type: 'connection.lost',
  connectionId: 'c1',
  reason: 'network',
  detail: 'ECONNREFUSED',
  wasOpen: false,
} as const;

describe('jsonFace', () => {
  it('tells of trouble on stderr, and only until the first connection', async () => {
    const { log, io, face } = showing();
    log.append(sessionStarted(), lost);
    log.flush();
    expect(io.stdout).toBe('');
    log.append(connectionOpened());
    log.flush();
    log.append({ ...lost, detail: 'later', wasOpen: true });
    await face.close();
    expect(io.stderr).toContain('could not connect: network, ECONNREFUSED');
    expect(io.stderr).not.toContain('later');
    expect(io.stdout).toContain('later');
  });

  it('gives every event once and in order, whenever it came', async () => {
    const { log, io, face } = showing();
    log.append(sessionStarted(), connectionOpened(), messageReceived('m1', 'x'));
    log.flush();
    log.append(messageReceived('m2', 'y'));
    log.append({ type: 'connection.closed' });
    await face.close();
    const events = io.stdout.trim().split('\n');
    expect(events.map((line) => (JSON.parse(line) as { seq: number }).seq)).toEqual([
      0, 1, 2, 3, 4,
    ]);
  });

  it('adds what answers and updates did where that is wanted', async () => {
    const { log, io, face } = showing(undefined, createEffectLines(JSON.stringify));
    const response = { cardData: { cardParamMap: { status: 'x' } } };
    log.append(connectionOpened(), cardCreated('c1'), callbackReceived('e1', { outTrackId: 'c1' }));
    log.append(callbackAnswered('e1', { response }));
    await face.close();
    const types = io.stdout
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as DtcardEvent).type);
    expect(types.slice(-2)).toEqual(['callback.answered', 'callback.effect']);
  });

  it('gives only what passes', async () => {
    const { log, io, face } = showing(({ type }) => type === 'message.received');
    log.append(sessionStarted(), messageReceived('m1', 'x'), connectionOpened());
    log.flush();
    log.append({ type: 'connection.closed' }, messageReceived('m2', 'y'));
    await face.close();
    const seqs = io.stdout.trim().split('\n');
    expect(seqs.map((line) => (JSON.parse(line) as { seq: number }).seq)).toEqual([1, 4]);
  });

  it('gives what it held back when it is closed without a connection', async () => {
    const { log, io, face } = showing();
    log.append(sessionStarted());
    await face.close();
    expect(io.stdout).toContain('"session.started"');
  });
});
