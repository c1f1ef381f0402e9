import { describe, expect, it } from 'vitest';
import { verdictOf } from '../../src/session/forward-verdict.js';
import { agreed, refused, response, update } from '../support/forward-desk.js';

describe('the verdict about an attempt', () => {
  it('is an answer for every status of success', async () => {
    for (const status of [200, 201, 299]) {
      expect(await verdictOf(response(status, agreed), 1)).toEqual({
        kind: 'answer',
        answer: update,
      });
    }
    expect(await verdictOf(response(204), 1)).toEqual({
      kind: 'answer',
      answer: { kind: 'empty' },
    });
  });

  it('is an answer with a detail where something was passed over', async () => {
    const body = agreed.replace('{"cardData"', '{"privateData":{},"cardData"');
    expect(await verdictOf(response(200, body), 1)).toEqual({
      kind: 'answer',
      answer: update,
      detail: expect.stringContaining('userPrivateData'),
    });
  });

  it('quotes a service without the secrets it repeats, also where the quotation ends in one', async () => {
    const secret = 's3cret-of-the-service';
    const page = response(200, `${'x'.repeat(90)} ${secret}`);
    expect(await verdictOf(page, 1, [secret])).toMatchObject({
      kind: 'nonsense',
      detail: `not JSON: ${'x'.repeat(90)} ***`,
    });
  });

  it.each([
    [
      response(302),
      { kind: 'status', detail: 'HTTP 302: redirects are not followed', isPassing: false },
    ],
    [refused, { kind: 'unreachable', detail: 'ECONNREFUSED', isPassing: true }],
    [response(503), { kind: 'status', detail: 'HTTP 503', isPassing: true }],
    [response(500), { kind: 'status', detail: 'HTTP 500', isPassing: false }],
    [response(199), { kind: 'status', detail: 'HTTP 199', isPassing: false }],
    [response(300, agreed), { kind: 'status', detail: 'HTTP 300', isPassing: false }],
    [{ kind: 'timeout', tookMs: 9 } as const, { kind: 'timeout', detail: 'no answer within 9 ms' }],
    [{ ...response(200, agreed), isCut: true } as const, { kind: 'nonsense', isPassing: false }],
    [response(200, 'hello'), { kind: 'nonsense', detail: 'not JSON: hello', isPassing: false }],
  ])('of %j', async (reply, verdict) => {
    expect(await verdictOf(reply, 9)).toMatchObject(verdict);
  });
});
