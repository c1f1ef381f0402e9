import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import { seededIds } from '../../src/base/ids.js';
import {
  callbackFrame,
  callbackParts,
  createMessageIds,
  eventFrame,
  fitsFrame,
  MOST_FRAME_BYTES,
  systemFrame,
} from '../../src/simulator/stream-frames.js';

describe('message ids', () => {
  it('have the shapes seen in real frames and do not repeat', () => {
    const clock = new ManualClock();
    const ids = createMessageIds(clock, seededIds());
    expect(ids.push()).toMatch(/^[0-9a-f]{8}_[0-9a-f]{4}_[0-9a-f]{11}_[0-9a-f]+$/);
    expect(ids.system()).toMatch(/^[0-9a-f]{8}\d{13}[0-9a-f]{4,}$/);
    expect(ids.message()).toMatch(/^msg[A-Za-z0-9+/]{16}==$/);
    const many = Array.from({ length: 1000 }, () => [ids.push(), ids.system(), ids.message()]);
    expect(new Set(many.flat()).size).toBe(3000);
  });
});

describe('frames', () => {
  it('CALLBACK has the bytes of a real one', () => {
    const parts = callbackParts('app-1', 'con-1', '/v1.0/card/instances/callback');
    expect(callbackFrame(parts, 'm_1', 1795361046112.4, '{"text":"“a”\\n"}')).toBe(
      '{"specVersion":"1.0","type":"CALLBACK","headers":{"appId":"app-1","connectionId":"con-1",' +
        '"contentType":"application/json","messageId":"m_1","time":"1795361046112",' +
        '"topic":"/v1.0/card/instances/callback"},"data":"{\\"text\\":\\"“a”\\\\n\\"}"}',
    );
  });

  it('SYSTEM has string headers and its data as text', () => {
    expect(systemFrame('ping', 'm1', 1795361046112.9, { opaque: '7b1f-22' })).toBe(
      '{"specVersion":"1.0","type":"SYSTEM","headers":{"contentType":"application/json",' +
        '"messageId":"m1","time":"1795361046112","topic":"ping"},"data":"{\\"opaque\\":\\"7b1f-22\\"}"}',
    );
  });

  it('EVENT has the topic * and only string headers', () => {
    const frame = JSON.parse(
      eventFrame({
        appId: 'a',
        connectionId: 'c',
        messageId: 'm',
        nowMs: 1,
        eventType: 'user_add_org',
        eventId: 'e',
        eventCorpId: 'd',
        eventBornTimeMs: 2.5,
        data: '{}',
      }),
    ) as { headers: Record<string, unknown>; data: unknown };
    expect(frame.headers['topic']).toBe('*');
    expect(frame.headers['eventBornTime']).toBe('2');
    expect(Object.values(frame.headers).every((value) => typeof value === 'string')).toBe(true);
    expect(frame.data).toBe('{}');
  });
});

describe('the size limit', () => {
  it('counts bytes, not characters', () => {
    expect(fitsFrame('x'.repeat(MOST_FRAME_BYTES))).toBe(true);
    expect(fitsFrame('x'.repeat(MOST_FRAME_BYTES + 1))).toBe(false);
    expect(fitsFrame('字'.repeat(Math.floor(MOST_FRAME_BYTES / 3)))).toBe(true);
    expect(fitsFrame('字'.repeat(Math.floor(MOST_FRAME_BYTES / 3) + 1))).toBe(false);
  });
});
