import { describe, expect, it } from 'vitest';
import type { Slot } from '../../../src/answer/slots.js';
import { QueuePanel, queuePanelHeight } from '../../../src/tui/components/queue-panel.js';
import { createQueueFocus } from '../../../src/tui/state/queue-focus.js';
import { callbackReceived } from '../../support/event-builders.js';
import { renderTui } from '../../support/render-tui.js';
import { dataOf } from '../../support/view-data.js';

const slotsOf = (count: number): readonly Slot[] =>
  Array.from({ length: count }, (_, n) => ({
    label: `预设应答 ${n + 1}`,
    origin: 'file',
    answer: { kind: 'empty' },
  }));

async function panel(count: number, width: number, height?: number) {
  const data = dataOf([callbackReceived('e1'), callbackReceived('e2')]);
  const focus = createQueueFocus().read(data, undefined, undefined);
  const slots = slotsOf(count);
  const rows = height ?? queuePanelHeight(focus, slots, data, width);
  const props = { focus, slots, data, width, height: rows };
  const tui = await renderTui(<QueuePanel {...props} />, { cols: width, rows });
  return tui.screen();
}

describe('the docked panel', () => {
  it('shows nine answers, as many to a line as fit, and the other keys', async () => {
    for (const width of [40, 80]) {
      const screen = await panel(9, width);
      expect(screen.join('\n')).toContain('9 预设应答 9');
      expect(screen.at(-1)).toContain('0 空确认   x 以失败应答');
      expect(screen[0]).toMatch(/^─+$/);
    }
  });

  it('gives up the other keys first, then the rule, then what happens by itself', async () => {
    const four = await panel(2, 80, 4);
    expect(four[0]).toMatch(/^─+$/);
    expect(four[3]).toContain('1 预设应答 1   2 预设应答 2');
    const three = await panel(2, 80, 3);
    expect(three[0]).toContain('2 个未决');
    expect(three[1]).toContain('不处理');
    expect(three[2]).toContain('1 预设应答 1');
    const two = await panel(2, 80, 2);
    expect(two[0]).toContain('2 个未决');
    expect(two[1]).toContain('1 预设应答 1');
    expect((await panel(0, 80, 2))[1]).toContain('不处理');
    expect(await panel(9, 80, 1)).toHaveLength(1);
  });

  it('cuts a label that is wider than the screen, and shows no escapes of it', async () => {
    const data = dataOf([callbackReceived('e1')]);
    const focus = createQueueFocus().read(data, undefined, undefined);
    const label = `长\u001b[2J${'名'.repeat(200)}`;
    const slots: readonly Slot[] = [{ label, origin: 'recent', answer: { kind: 'empty' } }];
    const tui = await renderTui(
      <QueuePanel focus={focus} slots={slots} data={data} width={60} height={5} />,
      { cols: 60, rows: 5 },
    );
    expect(tui.screen()[3]).toMatch(/^ {3}1 长.*…$/);
    expect(tui.screen()[4]).toContain('0 空确认');
  });
});
