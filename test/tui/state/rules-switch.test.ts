import { describe, expect, it } from 'vitest';
import { openTui } from '../../support/render-tui.js';

const loaded = { type: 'rules.loaded', file: 'rules.yaml', count: 3 } as const;

describe('switching the rules', () => {
  it('turns them off and on, and the header says so', async () => {
    const tui = await openTui();
    tui.log.append(loaded);
    await tui.keys('R');
    expect(tui.switched).toEqual([false]);
    expect(tui.screen()[1]).toContain('○ 规则已停用');
    await tui.keys('R');
    expect(tui.switched).toEqual([false, true]);
    expect(tui.screen()[1]).toContain('规则 3 条');
  });

  it('asks twice before they are on for a production profile', async () => {
    const tui = await openTui();
    tui.log.append(loaded, { type: 'rules.switched', on: false, reason: 'production' });
    await tui.pass(100);
    expect(tui.screen()[1]).toContain('○ 规则已停用（生产）');
    await tui.keys('R');
    expect(tui.switched).toEqual([]);
    expect(tui.text()).toContain('再按一次 R 启用规则');
    await tui.pass(5000);
    await tui.keys('R');
    expect(tui.switched).toEqual([]);
    await tui.keys('R');
    expect(tui.switched).toEqual([true]);
  });

  it('says that there are none', async () => {
    const tui = await openTui();
    await tui.keys('R');
    expect(tui.switched).toEqual([]);
    expect(tui.screen().at(-2)).toContain('无规则文件');
  });
});
