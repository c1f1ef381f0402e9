import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { Simulator } from '../../src/simulator/simulator.js';
import { littlePage } from '../support/page-assets.js';
import { useSimulator } from '../support/use-simulator.js';

interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** A call with exactly these headers. */
function call(url: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        body += part;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    });
    sent.on('error', reject);
    sent.end();
  });
}

async function enter(simulator: Simulator): Promise<string> {
  const { headers } = await call(simulator.pageUrl());
  return String(headers['set-cookie']).split(';')[0] ?? '';
}

const useWithPage = () => useSimulator({ page: littlePage });

describe('the address of the page', () => {
  it('gives a cookie for its token once, and leads to the address without it', async () => {
    const simulator = await useWithPage();
    const url = simulator.pageUrl();
    const { status, headers, body } = await call(url);
    expect(status).toBe(200);
    const { port } = new URL(simulator.origin);
    expect(headers['set-cookie']).toEqual([
      expect.stringMatching(
        new RegExp(`^dtcard_page_${port}=[0-9a-f]{64}; Path=/_dtcard; HttpOnly; SameSite=Strict$`),
      ),
    ]);
    expect(body).toContain('content="0;url=/_dtcard/page"');
    expect(body).not.toContain(new URL(url).searchParams.get('token'));
    const again = await call(url);
    expect([again.status, again.headers['set-cookie']]).toEqual([403, undefined]);
    expect(again.body).toContain('dtcard sim --open');
  });

  it('works again in the browser it was used in', async () => {
    const simulator = await useWithPage();
    const url = simulator.pageUrl();
    const cookie = String((await call(url)).headers['set-cookie']).split(';')[0] ?? '';
    expect((await call(url, { cookie })).status).toBe(200);
  });

  it('with a wrong token is refused in the language of the browser', async () => {
    const { origin } = await useWithPage();
    const wrong = `${origin}/_dtcard/page?token=0000`;
    const zh = await call(wrong, { 'accept-language': 'zh-CN,zh;q=0.9' });
    expect([zh.status, zh.body]).toEqual([403, expect.stringContaining('已过期')]);
    expect((await call(wrong)).body).toContain('too old');
  });

  it('cannot be had where there is no page', async () => {
    const simulator = await useSimulator();
    expect(() => simulator.pageUrl()).toThrow(expect.objectContaining({ code: 'E5004' }));
  });

  it('is told to nobody: its token is in no event, request or answer of the control API', async () => {
    const simulator = await useWithPage();
    const url = simulator.pageUrl();
    const token = new URL(url).searchParams.get('token') ?? '';
    const cookie = await enter(simulator);
    await call(url);
    await call(url);
    const texts = [JSON.stringify(simulator.events())];
    for (const path of ['/state', '/requests', '/acks', '/settings']) {
      texts.push((await call(`${simulator.origin}/_dtcard${path}`)).body);
    }
    const session = cookie.split('=')[1] ?? '';
    for (const text of texts) {
      expect(text).not.toContain(token);
      expect(text).not.toContain(session);
    }
  });
});

describe('files of the page', () => {
  const files = ['/page', '/page/main.js', '/page/style.css'];

  it('are served to who has the cookie, and to nobody else', async () => {
    const simulator = await useWithPage();
    const cookie = await enter(simulator);
    for (const path of files) {
      const url = `${simulator.origin}/_dtcard${path}`;
      expect((await call(url, { cookie })).body).toContain('this is');
      const refused = await call(url);
      expect([refused.status, refused.body]).toEqual([401, expect.stringContaining('--open')]);
      expect((await call(url, { cookie: `${cookie}0` })).status).toBe(401);
    }
  });

  it('may run nothing but themselves and stand in no frame', async () => {
    const simulator = await useWithPage();
    const cookie = await enter(simulator);
    for (const path of [...files, '/page?token=x']) {
      const { headers } = await call(`${simulator.origin}/_dtcard${path}`, { cookie });
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
      });
    }
  });

  it('are only the ones that are named', async () => {
    const simulator = await useWithPage();
    const cookie = await enter(simulator);
    for (const path of ['/page/index.html', '/page/..%2f..%2fpackage.json', '/page/x.js']) {
      const { status } = await call(`${simulator.origin}/_dtcard${path}`, { cookie });
      expect([path, status]).toEqual([path, 404]);
    }
  });

  it('that are missing are said to be missing', async () => {
    const simulator = await useSimulator({
      page: { get: (name) => (name === 'main.js' ? undefined : littlePage.get(name)) },
    });
    const cookie = await enter(simulator);
    const { status, body } = await call(`${simulator.origin}/_dtcard/page/main.js`, { cookie });
    expect([status, body]).toEqual([404, expect.stringContaining('npm run build')]);
  });
});

describe('the control API', () => {
  const marks = (origin: string): Record<string, string>[] => [
    { origin },
    { 'sec-fetch-site': 'same-origin' },
    { 'sec-fetch-site': 'none' },
  ];

  it('needs the cookie of a browser, and of nothing else', async () => {
    const simulator = await useWithPage();
    const cookie = await enter(simulator);
    const url = `${simulator.origin}/_dtcard/state`;
    expect((await call(url)).status).toBe(200);
    for (const mark of marks(simulator.origin)) {
      const refused = await call(url, mark);
      expect([refused.status, refused.body]).toEqual([
        401,
        expect.stringContaining('no-page-session'),
      ]);
      expect((await call(url, { ...mark, cookie })).status).toBe(200);
    }
  });

  it('refuses a foreign origin whatever it brings', async () => {
    const simulator = await useWithPage();
    const cookie = await enter(simulator);
    const url = `${simulator.origin}/_dtcard/state`;
    const foreign = await call(url, { cookie, origin: 'https://evil.example' });
    expect([foreign.status, foreign.body]).toEqual([
      403,
      expect.stringContaining('foreign-origin'),
    ]);
  });

  it('of one simulator does not take the cookie of another', async () => {
    const [one, two] = [await useWithPage(), await useWithPage()];
    const cookie = await enter(one);
    const mark = { 'sec-fetch-site': 'same-origin' };
    expect((await call(`${two.origin}/_dtcard/state`, { ...mark, cookie })).status).toBe(401);
  });
});
