import { describe, expect, it } from 'vitest';
import { ComposeScreen } from '../../../src/tui/screens/compose-screen.js';
import { addField, pickField } from '../../../src/tui/state/form.js';
import type { ComposeStatus } from '../../../src/tui/state/ui-state.js';
import { renderTui } from '../../support/render-tui.js';
import { frameOf } from '../../support/ui-frame.js';

const form = {
  fields: [pickField('cardTemplateId', []), pickField('recipient', []), addField()],
  at: 1,
};

async function screen(status: ComposeStatus) {
  const { frame, layout } = frameOf({ ui: { screen: 'compose', compose: { form, status } } });
  const tui = await renderTui(<ComposeScreen frame={frame} layout={layout} />, {
    cols: 80,
    rows: layout.bodyHeight,
  });
  return tui.screen().join('\n');
}

describe('compose screen', () => {
  it('has the fields and what goes into them', async () => {
    const text = await screen({ is: 'editing' });
    expect(text).toContain('新卡片');
    expect(text).toContain('cardTemplateId，例如 xxxx.schema');
    expect(text).toContain('▸ 接收者');
  });

  it('shows every target of the card that was sent, with DingTalk’s words made safe', async () => {
    const deliverResults = [
      { spaceType: 'IM_GROUP', spaceId: 'cid1', success: true, carrierId: 'pqk' },
      { spaceType: 'IM_ROBOT', spaceId: 'u9', success: false, errorMsg: '不在\u001b[31m组织内' },
    ];
    const text = await screen({ is: 'sent', card: { outTrackId: 'dtcard-1', deliverResults } });
    expect(text).toContain('已发送 dtcard-1');
    expect(text).toContain('✓ IM_GROUP cid1  pqk');
    expect(text).toContain('✗ IM_ROBOT u9  不在\ufffd[31m组织内');
  });

  it('says what failed and what to do', async () => {
    const text = await screen({ is: 'failed', sentence: '没有权限', next: '请开通权限点' });
    expect(text).toMatch(/✗ 没有权限\n {3}请开通权限点/);
  });
});
