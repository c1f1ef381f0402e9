import { describe, expect, it } from 'vitest';
import type { EventBody } from '../../../src/log/event.js';
import { rowText } from '../../../src/tui/components/row-text.js';
import { callbackReceived } from '../../support/event-builders.js';
import { dataOf } from '../../support/view-data.js';

const url = 'http://127.0.0.1:9/cards';

describe('a row that is one event', () => {
  it.each<[string, string, string, EventBody]>([
    ['转发', '● 转发正常', url, { type: 'forward.health', url, state: 'ok' }],
    [
      '转发',
      '✗ 转发不可用',
      'ECONNREFUSED',
      { type: 'forward.health', url, state: 'down', detail: 'ECONNREFUSED' },
    ],
    [
      '转发',
      '◐ 转发变慢',
      '1500 ms',
      { type: 'forward.health', url, state: 'slow', detail: '1500 ms' },
    ],
    [
      '分流',
      '! 推送被分走',
      '本机另一个 dtcard（进程 42）',
      { type: 'split.suspected', sign: 'other-watch', params: { pid: 42 } },
    ],
    [
      '规则',
      '○ 规则已停用',
      '生产环境',
      { type: 'rules.switched', on: false, reason: 'production' },
    ],
    ['规则', '○ 规则已停用', '点击由人决定', { type: 'rules.switched', on: false, reason: 'hand' }],
    ['规则', '✓ 规则已启用', '规则已启用', { type: 'rules.switched', on: true, reason: 'hand' }],
    [
      '规则',
      '✓ 已写入规则',
      'accept-2  rules.yaml:12',
      { type: 'rules.pinned', file: 'rules.yaml', rule: 'accept-2', line: 12 },
    ],
    [
      '规则',
      '✗ 脚本失败',
      'think',
      {
        type: 'rule.scriptFailed',
        rule: 'think',
        subject: 'e1',
        error: { code: 'E1018', params: { detail: 'x' } },
        tookMs: 20,
      },
    ],
    [
      '回调',
      '! 无法停表',
      'btn_agree  no simulator',
      { type: 'callback.holdFailed', exchangeId: 'e1', detail: 'no simulator' },
    ],
  ])('%s %s', (kind, state, what, event) => {
    const data = dataOf([callbackReceived('e1'), event]);
    const row = data.feed.rows.at(-1);
    if (row?.kind !== 'event') throw new Error('no row of its own');
    const text = rowText(row, data);
    expect([text.kind.text, text.state.text]).toEqual([kind, state]);
    expect(text.what).toContain(what);
  });
});
