import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../../src/base/clock.js';
import { translator } from '../../../src/i18n/translate.js';
import { createEventLog } from '../../../src/log/event-log.js';
import { layoutOf } from '../../../src/tui/state/layout.js';
import { createUiStore, listRows } from '../../../src/tui/state/ui-store.js';
import { projectLog, viewData } from '../../../src/tui/state/view-data.js';
import {
  callbackAnswered,
  callbackReceived,
  messageReceived,
} from '../../support/event-builders.js';

function open() {
  const clock = new ManualClock();
  const log = createEventLog({ clock });
  const projections = projectLog(log);
  const store = createUiStore({
    size: () => ({ columns: 80, rows: 24 }),
    data: () => viewData(projections, clock.now(), 'zh', translator('zh')),
  });
  return { clock, log, store };
}

describe('ui store', () => {
  it('keeps the frame until it is published', () => {
    const { log, store } = open();
    let told = 0;
    const leave = store.subscribe(() => void told++);
    const first = store.frame();
    log.append(messageReceived('m1', 'x'));
    store.change({ helpTop: 3 });
    expect(store.frame()).toBe(first);
    expect(store.current().ui.helpTop).toBe(3);
    store.publish();
    expect(store.frame().selected).toMatchObject({ kind: 'message' });
    leave();
    store.publish();
    expect(told).toBe(1);
  });

  it('writes a detail again only when what it is about changed', () => {
    const { log, clock, store } = open();
    log.append(callbackReceived('e1'), callbackAnswered('e1'));
    const first = store.current().detail;
    clock.advance(1000);
    log.append({ type: 'message.unanswered', msgId: 'other' });
    expect(store.current().detail).toBe(first);
    log.append({
      type: 'callback.duplicate',
      exchangeId: 'e1',
      connectionId: 'c',
      messageId: 'f',
      raw: '',
    });
    expect(store.current().detail).not.toBe(first);
  });

  it('writes the detail of a waiting callback anew with the time', () => {
    const { log, clock, store } = open();
    log.append(callbackReceived('e1'));
    const first = store.current().detail;
    clock.advance(100);
    expect(store.current().detail).not.toBe(first);
  });
});

it('fits as many rows as there is room for', () => {
  expect(listRows(layoutOf(80, 24))).toBe(17);
  expect(listRows(layoutOf(60, 24))).toBe(9);
  expect(listRows(layoutOf(10, 5))).toBe(1);
});
