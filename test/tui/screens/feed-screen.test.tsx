import { describe, expect, it } from 'vitest';
import { FeedScreen } from '../../../src/tui/screens/feed-screen.js';
import { callbackReceived, messageReceived } from '../../support/event-builders.js';
import { renderTui } from '../../support/render-tui.js';
import { type FrameOptions, frameOf } from '../../support/ui-frame.js';

async function screen(options: FrameOptions) {
  const { frame, layout } = frameOf(options);
  const tui = await renderTui(<FeedScreen frame={frame} layout={layout} />, {
    cols: layout.columns,
    rows: layout.bodyHeight + layout.panelHeight,
  });
  return tui.screen();
}

const hundredThousand = Array.from({ length: 100_000 }, (_, n) =>
  messageReceived(`m${n}`, `第 ${n} 条`),
);

describe('feed screen', () => {
  it('is the list alone at 80 columns, list and detail at 110, two lines a row below 70', async () => {
    const events = [messageReceived('m1', '提交审批'), callbackReceived('e1')];
    expect((await screen({ events })).join('\n')).not.toContain('│');
    const wide = await screen({ events, columns: 110 });
    expect(wide[1]).toMatch(/提交审批 .*│/);
    expect(wide.join('\n')).toContain('│ 卡片回调');
    const narrow = await screen({ events, columns: 60 });
    expect(narrow[0]).toContain('张三');
    expect(narrow[1]?.trim()).toBe('提交审批');
  });

  it('draws only the rows that are seen of a very long feed', async () => {
    const seen = await screen({ events: hundredThousand });
    expect(seen.at(-1)).toContain('第 99999 条');
    expect(seen).toHaveLength(18);
  });

  it('keeps two rows of the feed above an answer', async () => {
    const events = [messageReceived('m1', '第一条'), callbackReceived('e1')];
    const seen = await screen({ events, rows: 12, ui: { answer: { exchangeId: 'e1' } } });
    expect(seen[1]).toContain('▸');
    expect(seen.join('\n')).toContain('btn_agree · dtcard-8f0c');
  });
});
