import { describe, expect, it } from 'vitest';
import { Footer } from '../../../src/tui/components/footer.js';
import { span } from '../../../src/tui/components/spans.js';
import {
  callbackAnswered,
  callbackReceived,
  sessionStarted,
} from '../../support/event-builders.js';
import { renderTui } from '../../support/render-tui.js';
import { type FrameOptions, frameOf } from '../../support/ui-frame.js';

const slots = [{ label: '同意', response: {} }];

async function footer(options: FrameOptions) {
  const { frame } = frameOf(options);
  const tui = await renderTui(<Footer frame={frame} width={80} />, {
    cols: 80,
    rows: 3,
  });
  return tui.screen();
}

describe('footer', () => {
  it('offers answers only while a callback can be answered, slots only when there are some', async () => {
    const waiting = [callbackReceived('e1')];
    expect((await footer({ events: waiting, slots }))[2]).toContain('1-9 现成应答');
    expect((await footer({ events: waiting }))[2]).not.toContain('现成应答');
    const done = [...waiting, callbackAnswered('e1')];
    expect((await footer({ events: done }))[2]).not.toMatch(/a 应答|现成|失败/);
  });

  it('offers 0 and x only where they are still an answer', async () => {
    const waiting = [callbackReceived('e1')];
    expect((await footer({ events: waiting }))[2]).toMatch(/0 空确认 {2}x 以失败应答/);
    const acked = [...waiting, callbackAnswered('e1', { source: 'autoAck' })];
    const late = (await footer({ events: acked }))[2];
    expect(late).toContain('a 应答');
    expect(late).not.toMatch(/空确认|失败/);
  });

  it('offers the chat page only where there is one', async () => {
    const hints = async (simulator: boolean) =>
      (await footer({ events: [sessionStarted({ simulator })] }))[2];
    expect(await hints(true)).toContain('o 聊天页面');
    expect(await hints(false)).not.toContain('聊天页面');
  });

  it('says what was just done until its time is over, and asks before leaving', async () => {
    const line = [span('✓ 已应答')];
    const ui = { toast: { line, untilMs: Number.MAX_SAFE_INTEGER } };
    expect((await footer({ ui }))[1]).toBe(' ✓ 已应答');
    expect((await footer({ ui: { toast: { line, untilMs: 0 } } }))[1]).toBe('');
    const asking = await footer({ ui: { ...ui, isConfirmingQuit: true } });
    expect(asking[1]).toContain('退出吗');
    expect(asking[2]).toContain('y 退出  n 留下');
  });
});
