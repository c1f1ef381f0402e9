import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import { DtcardError } from '../../src/base/errors.js';
import { createEventLog } from '../../src/log/event-log.js';
import { apiEvents, summarise } from '../../src/session/api-events.js';

const call = { method: 'POST', path: '/v1.0/card/instances', tookMs: 12, attempt: 1 };

describe('what API calls tell', () => {
  it('is in the log, failures and doubts included', () => {
    const log = createEventLog({ clock: new ManualClock() });
    const observer = apiEvents(log);
    observer.called({ ...call, status: 200 });
    observer.failed(call, new DtcardError('E3001', { params: { host: 'api' } }));
    observer.uncertain('track1', 'cut off; accessToken=verysecrettoken1 ?ticket=abc');
    expect(log.since(0)).toMatchObject([
      { type: 'api.called', status: 200, ...call },
      { type: 'api.failed', ...call, error: { code: 'E3001', params: { host: 'api' } } },
      { type: 'card.uncertain', outTrackId: 'track1', detail: expect.stringContaining('cut off') },
    ]);
    expect(JSON.stringify(log.since(0))).not.toContain('ticket=abc');
  });
});

describe('a summary', () => {
  it('holds what DingTalk said', () => {
    const fault = { httpStatus: 400, code: 'x', message: 'y' };
    expect(summarise(new DtcardError('E4001', { fault }))).toEqual({
      code: 'E4001',
      params: {},
      fault,
    });
  });

  it.each([
    [new TypeError('x is undefined'), 'x is undefined'],
    ['just a text', 'just a text'],
    [undefined, 'undefined'],
  ])('of %o counts as our own bug', (thrown, detail) => {
    expect(summarise(thrown)).toEqual({ code: 'E9001', params: { detail } });
  });

  it('masks secrets in what was thrown', () => {
    const { params } = summarise(new Error('GET /connect?ticket=0123456789abcdef failed'));
    expect(params['detail']).toBe('GET /connect?ticket=*** failed');
  });
});
