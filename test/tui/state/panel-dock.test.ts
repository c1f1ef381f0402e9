import { describe, expect, it } from 'vitest';
import type { EventBody } from '../../../src/log/event.js';
import { dockHeight, dockOf } from '../../../src/tui/state/panel-dock.js';
import type { UiState } from '../../../src/tui/state/ui-state.js';
import { callbackAnswered, callbackReceived } from '../../support/event-builders.js';
import { frameOf } from '../../support/ui-frame.js';

const slots = Array.from({ length: 9 }, (_, n) => ({
  label: `一个相当长的预设应答 ${n}`,
  response: { cardData: { cardParamMap: { status: `${n}` } } },
}));

function dock(events: readonly EventBody[], rows: number, ui: Partial<UiState> = {}) {
  const { frame, layout } = frameOf({ events, slots, rows, ui });
  return { what: dockOf(frame.ui, frame), height: dockHeight(frame, 80, rows), layout };
}

const waiting = [callbackReceived('e1')];

describe('what is docked below the feed', () => {
  it('is nothing while nothing is undecided, and on other screens', () => {
    expect(dock([], 24)).toMatchObject({ what: undefined, height: 0 });
    expect(dock([...waiting, callbackAnswered('e1')], 24).what).toBeUndefined();
    expect(dock(waiting, 24, { screen: 'help' }).what).toBeUndefined();
  });

  it('is the queue in a third of the room, or as high as it needs once it is opened', () => {
    expect(dock(waiting, 24)).toMatchObject({ what: 'queue', height: 6 });
    expect(dock(waiting, 12).height).toBe(2);
    expect(dock(waiting, 10).layout.bodyHeight).toBe(2);
    const opened = dock(waiting, 24, { answer: { exchangeId: 'e1' } });
    expect(opened.height).toBeGreaterThan(6);
  });

  it('is arming before everything else', () => {
    const arming = { is: 'list', at: 0 } as const;
    expect(dock(waiting, 24, { arming })).toMatchObject({ what: 'arming', height: 2 });
  });
});
