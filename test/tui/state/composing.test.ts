import { describe, expect, it } from 'vitest';
import { openTui } from '../../support/render-tui.js';

describe('composing', () => {
  it('sends what was picked and typed, with the cursor where the text goes', async () => {
    const tui = await openTui({
      templates: [
        { cardTemplateId: 't1.schema', label: '请假', cardParamMap: { title: '请假申请' } },
      ],
      sendCard: async () => ({
        outTrackId: 'dtcard-new',
        deliverResults: [
          { spaceType: 'IM_ROBOT', spaceId: 'user02', success: true, carrierId: 'pqk' },
          { spaceType: 'IM_ROBOT', spaceId: 'user09', success: false, errorMsg: '不在组织内' },
        ],
      }),
    });
    await tui.keys('n<enter>user02<tab>');
    const title = tui.screen().findIndex((row) => row.includes('title'));
    expect(tui.cursor()).toEqual({ row: title, column: 18, isVisible: true });
    await tui.keys('：年假<ctrl-s>');
    expect(tui.sent).toEqual([
      {
        cardTemplateId: 't1.schema',
        openSpaceId: 'dtv1.card//IM_ROBOT.user02',
        cardParamMap: { title: '请假申请：年假' },
      },
    ]);
    expect(tui.text()).toContain('✓ IM_ROBOT user02');
    expect(tui.text()).toContain('✗ IM_ROBOT user09  不在组织内');
  });

  it('sends nothing without a template and names what is missing', async () => {
    const tui = await openTui();
    await tui.keys('n<ctrl-s>');
    expect(tui.sent).toEqual([]);
    expect(tui.text()).toContain('缺少模板');
  });

  it('sends once, however often the key is pressed meanwhile', async () => {
    const tui = await openTui({ sendCard: () => new Promise(() => {}) });
    await tui.keys('nt1.schema<tab>user02<ctrl-s><ctrl-s><ctrl-s>');
    expect(tui.sent).toHaveLength(1);
    expect(tui.text()).toContain('◐ 发送中');
  });

  it('keeps the draft when it is left and takes it up again', async () => {
    const tui = await openTui();
    await tui.keys('n草稿');
    await tui.keys('<esc>');
    await tui.pass(40);
    expect(tui.text()).not.toContain('草稿');
    await tui.keys('n');
    expect(tui.text()).toContain('草稿');
  });

  it('takes the names the project has for templates and people, and its private data', async () => {
    const privateData = { user02: { cardParamMap: { voted: 'a' } } };
    const tui = await openTui({
      templates: [
        { cardTemplateId: 't1.schema', label: '请假', types: { title: 'string' }, privateData },
      ],
      recipients: [{ to: 'cidABC==', label: '财务群' }],
    });
    await tui.keys('n请假<tab>财务群<ctrl-s>');
    expect(tui.sent).toEqual([
      {
        cardTemplateId: 't1.schema',
        openSpaceId: 'dtv1.card//IM_GROUP.cidABC==',
        cardParamMap: {},
        privateData,
      },
    ]);
  });
});
