import { createHmac } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../src/base/clock.js';
import { DtcardError } from '../../src/base/errors.js';
import { openForward } from '../../src/cli/forward-option.js';
import { readEnvironment } from '../../src/config/environment.js';
import { errorSentence } from '../../src/i18n/error-sentence.js';
import { createProxy } from '../../src/platform/proxy.js';
import { startForwardService } from '../support/forward-service.js';

function open(address: string, env: Record<string, string> = {}, proxy = createProxy({})) {
  return openForward(address, readEnvironment(env), { clock: systemClock, proxy });
}

function refusalOf(address: string): DtcardError {
  try {
    open(address).forwarder.close();
  } catch (error) {
    if (error instanceof DtcardError) return error;
    throw error;
  }
  throw new Error(`${address} was taken`);
}

describe('--forward', () => {
  it('leads to a service, signed with the secret of the environment', async () => {
    const service = await startForwardService();
    onTestFinished(() => service.stop());
    const { forwarder, secrets } = open(` ${service.origin}/cards `, {
      DTCARD_FORWARD_SECRET: ' s3cret\n',
    });
    onTestFinished(() => forwarder.close());
    const reply = await forwarder.forward('{"userId":"u"}', { timeoutMs: 5_000 });
    expect(reply).toMatchObject({ kind: 'response', status: 200 });
    const headers = service.callbacks[0]?.headers ?? {};
    const timestamp = String(headers['x-ddpaas-signature-timestamp']);
    const hmac = createHmac('sha256', 's3cret').update(timestamp);
    expect(headers['x-ddpaas-signature']).toBe(hmac.digest('base64'));
    expect(secrets).toEqual(['s3cret']);
  });

  it('counts as secret what is secret in the address, and shows none of it', () => {
    const { forwarder, secrets } = open(
      'https://me:pa55word@cards.example/hook?access_token=t0ken&env=staging',
    );
    const sent = Buffer.from('me:pa55word').toString('base64');
    expect(secrets).toEqual(['pa55word', sent, 't0ken']);
    expect(forwarder.url).toBe('https://cards.example/hook?access_token=***&env=***');
  });

  it.each(['', 'localhost:3000', '3000', 'ftp://h/', 'file:///x', 'http:h', 'http://', 'http:///'])(
    'is refused when it is no http address: %j',
    (address) => {
      const error = refusalOf(address);
      expect(error).toMatchObject({ code: 'E1001', params: { reason: 'forward-url' } });
      expect(errorSentence(error, 'en')).toContain(`--forward ${address}: expected`);
    },
  );

  it.each([
    ['ws://me:pa55word@h/', 'ws://***@h/'],
    ['http:/me:pa55word@h/x', '***@h/x'],
    ['me:pa55word@h/x?key=pa55word', '***@h/x?key=***'],
    ['https://me:p@55word@h:99999/', 'https://***@h:99999/'],
  ])('is refused without repeating what may be a password: %j', (address, shown) => {
    expect(refusalOf(address).params['value']).toBe(shown);
  });

  it('is refused at once when its proxy cannot be used, which one on this machine does not need', () => {
    const proxy = createProxy({ httpProxy: 'socks://h:1' });
    expect(() => open('http://cards.example/', {}, proxy)).toThrow('E1011');
    expect(open('http://127.0.0.1:3000/', {}, proxy).forwarder.url).toBe('http://127.0.0.1:3000/');
  });
});
