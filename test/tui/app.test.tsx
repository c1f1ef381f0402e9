import { describe, expect, it } from 'vitest';
import { App } from '../../src/tui/app.js';
import type { UiStore } from '../../src/tui/state/ui-store.js';
import { themeFor } from '../../src/tui/theme/theme.js';
import { messageReceived } from '../support/event-builders.js';
import { renderTui } from '../support/render-tui.js';
import { frameOf } from '../support/ui-frame.js';

function storeOf(frame: () => ReturnType<UiStore['frame']>): UiStore {
  return {
    now: frame,
    leave: () => {},
    ui: () => frame().ui,
    change: () => {},
    current: frame,
    frame,
    subscribe: () => () => {},
    publish: () => {},
  };
}

const common = { title: 'dtcard', theme: themeFor(false), setCursor: () => {} };

describe('app', () => {
  it('is header, body and footer, exactly as tall as the screen', async () => {
    const { frame } = frameOf({ events: [messageReceived('m1', '提交审批')] });
    const crashes: unknown[] = [];
    const tui = await renderTui(
      <App
        {...common}
        store={storeOf(() => frame)}
        onCrash={(error) => void crashes.push(error)}
      />,
      { cols: 80, rows: 24 },
    );
    expect(tui.screen()[0]).toContain('dtcard');
    expect(tui.screen()[4]).toContain('提交审批');
    expect(tui.screen()[23]).toContain('q 退出');
    expect(crashes).toEqual([]);
  });

  it('hands over what a component throws and shows nothing more', async () => {
    const crashes: unknown[] = [];
    const broken = storeOf(() => {
      throw new Error('no frame');
    });
    const tui = await renderTui(
      <App {...common} store={broken} onCrash={(error) => void crashes.push(error)} />,
      { cols: 80, rows: 4 },
    );
    expect(crashes).toEqual([new Error('no frame')]);
    expect(tui.screen().join('')).toBe('');
  });
});
