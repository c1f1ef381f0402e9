import { describe, expect, it } from 'vitest';
import type { EventBody } from '../../../src/log/event.js';
import { headerLines } from '../../../src/tui/components/header-lines.js';
import { lineWidth } from '../../../src/tui/components/spans.js';
import {
  callbackReceived,
  connectionOpened,
  sessionStarted,
} from '../../support/event-builders.js';
import { dataOf, textOf } from '../../support/view-data.js';

const lost: EventBody = {
  type: 'connection.lost',
  connectionId: 'c1',
  reason: 'network',
  detail: 'ECONNRESET',
  wasOpen: true,
};

function header(events: readonly EventBody[], width = 120, afterMs = 0): string {
  const data = dataOf(events, afterMs);
  return textOf(headerLines(data, { title: 'dtcard', width, isFollowing: true })).join('\n');
}

describe('header', () => {
  it('says in a word and a shape whether we are connected', () => {
    expect(header([])).toContain('○ 未连接');
    expect(header([{ type: 'connection.opening', connectionId: 'c', attempt: 3 }])).toContain(
      '◐ 连接中 第 3 次',
    );
    expect(header([connectionOpened()])).toMatch(/● 已连接 自 \d\d:\d\d:\d\d/);
    expect(header([{ type: 'connection.closed' }])).toContain('○ 已关闭');
  });

  it.each([40, 60, 80, 120])('names the filter and what it hides first, at %i cells', (width) => {
    const filter = { text: `kind:callback ${'user:李四 '.repeat(9)}`, hidden: 12 };
    const data = dataOf([sessionStarted(), connectionOpened(), callbackReceived('e')]);
    const [, second] = headerLines(data, { title: 'dtcard', width, isFollowing: false, filter });
    expect(lineWidth(second)).toBeLessThanOrEqual(width);
    expect(textOf([second])[0]).toMatch(/^ 过滤 kind:.*… 隐藏 12 条/);
    if (width >= 60) expect(textOf([second])[0]).toContain('1 个回调未决');
  });

  it('says why the connection was lost and when the next attempt comes', () => {
    const retrying: EventBody = {
      type: 'connection.retrying',
      attempt: 2,
      delayMs: 8000,
      reason: 'network',
    };
    const text = header([connectionOpened(), lost, retrying], 120, 3000);
    expect(text).toContain('○ 已断开，5s 后第 2 次重连');
    expect(text).toMatch(/断开：网络 ECONNRESET/);
  });

  it('keeps the last loss in sight after it came back', () => {
    const text = header([connectionOpened(), lost, connectionOpened('c2')]);
    expect(text).toContain('● 已连接');
    expect(text).toMatch(/断开：网络 ECONNRESET 已重连 1 次/);
  });

  it('shows what DingTalk refused us with', () => {
    const fault = { httpStatus: 401, code: 'authFailed', message: '鉴权失败' };
    expect(header([{ type: 'connection.refused', fault }])).toContain(
      '✗ 连接被拒绝 HTTP 401 · authFailed · 鉴权失败',
    );
  });

  it('names client, host, simulator, recording, rules and waiting callbacks', () => {
    const text = header([
      sessionStarted({ simulator: true, recording: '/tmp/录制.jsonl' }),
      { type: 'rules.loaded', file: 'r.yaml', count: 3 },
      {
        type: 'rules.rejected',
        file: 'r.yaml',
        problems: [{ line: 7, column: 1, message: 'x' }],
        keptPrevious: true,
      },
      callbackReceived('e1'),
    ]);
    for (const part of [
      '模拟器',
      'dingtestclientid0001',
      'api.dingtalk.com',
      '◉ 录制 录制.jsonl',
      '规则 3 条 ✗ 规则文件第 7 行有误',
      '◐ 1 个回调未决',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('names the profile, what else may have to go', () => {
    const events = [sessionStarted({ profile: '生产' }), connectionOpened()];
    expect(header(events, 120)).toContain('生产 · dingtestclientid0001 · api.dingtalk.com');
    expect(header(events, 70)).toContain('生产 · api.dingtalk.com');
    expect(header(events, 70)).not.toContain('dingtestclientid0001');
    expect(header(events, 50)).toContain('生产');
    expect(header([sessionStarted({}), connectionOpened()], 80)).toContain('dingtestclientid0001');
  });

  it('says in full that pushes are shared only where nothing is cut for it', () => {
    const events: readonly EventBody[] = [
      sessionStarted({ recording: '/r/x.jsonl' }),
      { type: 'rules.loaded', file: 'r.yaml', count: 3 },
      { type: 'forward.health', url: 'http://127.0.0.1:9', state: 'ok' },
      { type: 'split.suspected', sign: 'other-watch', params: { pid: 4711 } },
      callbackReceived('e1'),
    ];
    expect(header(events, 120)).toContain('! 本机另一个 dtcard 分走推送 · 规则 3 条 · ● 转发正常');
    expect(header(events, 70)).toContain('! 推送被分走 · 规则 3 条 · ● 转发正常');
  });

  it('gives up where to before it gives up whether', () => {
    const events = [
      sessionStarted({ simulator: true, recording: '/r/很长的录制文件名.jsonl' }),
      connectionOpened(),
    ];
    const narrow = header(events, 40);
    expect(narrow).toMatch(/● 已连接 自 \d\d:\d\d:\d\d/);
    expect(narrow).toContain('模拟器');
    expect(narrow).not.toContain('dingtestclientid0001');
    expect(narrow).toContain('◉ 录制 · 1 条');
    expect(header(events, 120)).toContain('dingtestclientid0001 · api.dingtalk.com');
  });

  it.each([40, 60, 80, 110, 200])('is never wider than %i cells', (width) => {
    const data = dataOf([sessionStarted({ clientId: 'x'.repeat(90) }), connectionOpened(), lost]);
    for (const line of headerLines(data, { title: 'dtcard', width, isFollowing: false })) {
      expect(lineWidth(line)).toBeLessThanOrEqual(width);
    }
  });
});
