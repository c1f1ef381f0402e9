import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../../src/base/clock.js';
import { translator } from '../../../src/i18n/translate.js';
import type { EventOf } from '../../../src/log/event.js';
import { createEventLog } from '../../../src/log/event-log.js';
import { createQueueFocus, movedNoteMs } from '../../../src/tui/state/queue-focus.js';
import { projectLog, viewData } from '../../../src/tui/state/view-data.js';
import { callbackAnswered, callbackReceived } from '../../support/event-builders.js';

function open() {
  const clock = new ManualClock();
  const log = createEventLog({ clock });
  const projections = projectLog(log);
  const focus = createQueueFocus();
  const read = (opened?: string, picked?: string) =>
    focus.read(viewData(projections, clock.now(), 'zh', translator('zh')), opened, picked);
  const idOf = (opened?: string, picked?: string) => read(opened, picked).exchange?.exchangeId;
  return { clock, log, focus, read, idOf };
}

const acked = (exchangeId: string) => callbackAnswered(exchangeId, { source: 'autoAck' });

describe('the focus', () => {
  it('is nowhere while nothing is undecided', () => {
    const { read, log } = open();
    expect(read()).toEqual({ exchange: undefined, count: 0 });
    log.append(callbackReceived('e1'), callbackAnswered('e1'));
    expect(read().exchange).toBeUndefined();
  });

  it('stays with the head of the queue, acknowledged or not, whatever else comes', () => {
    const { log, idOf } = open();
    log.append(callbackReceived('e1', {}, { deadlineMs: 5000 }));
    expect(idOf()).toBe('e1');
    log.append(callbackReceived('e2', {}, { deadlineMs: 100 }), acked('e1'));
    expect(idOf()).toBe('e1');
  });

  it('is with the selected row while that is undecided, and with the opened one in any case', () => {
    const { log, idOf, read } = open();
    for (const id of ['e1', 'e2', 'e3']) log.append(callbackReceived(id));
    expect(idOf(undefined, 'e2')).toBe('e2');
    log.append(callbackAnswered('e2'));
    expect(idOf(undefined, 'e2')).toBe('e1');
    expect(idOf('e2', 'e3')).toBe('e2');
    expect(read('e2').count).toBe(2);
  });

  it('counts a selected one that a service is asked about', () => {
    const { log, read } = open();
    const url = 'http://127.0.0.1';
    log.append(
      callbackReceived('e1'),
      { type: 'callback.forwarded', exchangeId: 'e1', url, attempt: 1 },
      callbackReceived('e2'),
    );
    expect(read()).toMatchObject({ count: 1, exchange: { exchangeId: 'e2' } });
    expect(read(undefined, 'e1')).toMatchObject({ count: 2, exchange: { exchangeId: 'e1' } });
  });

  it('tells for a while that it moved because somebody else decided', () => {
    const { log, read, clock } = open();
    log.append(callbackReceived('e1'), callbackReceived('e2'));
    read();
    clock.advance(10);
    log.append(callbackAnswered('e1'));
    expect(read().moved).toMatchObject({ from: { exchangeId: 'e1' }, atMs: clock.now() });
    expect(read().moved).toBeDefined();
    clock.advance(movedNoteMs + 1);
    expect(read().moved).toBeUndefined();
  });

  it('tells nothing where the person decided, selected another row, or nothing is left', () => {
    const { log, read, focus } = open();
    for (const id of ['e1', 'e2', 'e3']) log.append(callbackReceived(id));
    read();
    focus.leave('e1');
    log.append(callbackAnswered('e1', { source: 'manual' }));
    expect(read()).toMatchObject({ exchange: { exchangeId: 'e2' } });
    expect(read().moved).toBeUndefined();
    expect(read(undefined, 'e3').moved).toBeUndefined();
    log.append(callbackAnswered('e2'), callbackAnswered('e3'));
    expect(read()).toEqual({ exchange: undefined, count: 0 });
  });

  it('goes to a callback whose time runs before one that an earlier run left, and says so', () => {
    const { clock, log, read, idOf } = open();
    const { callback } = callbackReceived('o1') as EventOf<'callback.received'>;
    log.append({
      type: 'callback.restored',
      exchangeId: 'o1',
      callback,
      receivedAtMs: 1,
      recording: '/r.jsonl',
      was: 'acknowledged',
    });
    expect(idOf()).toBe('o1');
    log.append(callbackReceived('e1'));
    expect(read()).toMatchObject({ exchange: { exchangeId: 'e1' }, count: 2 });
    expect(read().moved).toMatchObject({ from: { exchangeId: 'o1' }, atMs: clock.now() });
    log.append(callbackAnswered('e1'));
    expect(idOf()).toBe('o1');
    // Who selects a row is not surprised.
    log.append(callbackReceived('e2'));
    expect(read(undefined, 'o1').exchange?.exchangeId).toBe('o1');
  });
});
