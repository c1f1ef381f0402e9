import type { Context, Hono } from 'hono';
import { pageWords } from '../i18n/page-words.js';
import type { Lang } from '../i18n/sentence.js';
import type { PageAccess } from './page-access.js';
import type { PageAssets, PageFile } from './page-assets.js';
import type { PageSessions } from './page-sessions.js';

export interface PageDeps {
  readonly access: PageAccess;
  readonly sessions: PageSessions;
  readonly assets: PageAssets;
}

export const PAGE_PATH = '/_dtcard/page';

/**
 * Only what the simulator itself serves is run, and nothing may show it in a frame. Images may come
 * from elsewhere: cards name them.
 */
const securityHeaders = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self' https: data:",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

/** The chat page: its files, and the exchange of a token for a cookie. */
export function mountPage(app: Hono, { access, sessions, assets }: PageDeps): void {
  app.get('/page', (c) => {
    const token = c.req.query('token');
    if (token !== undefined) {
      const session = sessions.redeem(token);
      if (session !== undefined) return letIn(c, access.cookie(session));
      // The same address again, in the browser it was used in.
      if (access.hasSession(c)) return letIn(c);
      return notice(c, 403, 'page.tokenRefused');
    }
    if (!access.hasSession(c)) return notice(c, 401, 'page.noSession');
    return file(c, 'index.html');
  });
  app.get('/page/main.js', (c) => file(c, 'main.js'));
  app.get('/page/style.css', (c) => file(c, 'style.css'));

  function file(c: Context, name: PageFile): Response {
    if (!access.hasSession(c)) return notice(c, 401, 'page.noSession');
    const asset = assets.get(name);
    if (!asset) return notice(c, 404, 'page.notBuilt');
    return c.body(asset.bytes, 200, { ...securityHeaders, 'content-type': asset.type });
  }
}

/**
 * Goes on to the address without the token. Not by a 303: the browser counts that as part of the visit
 * that another program or page began, and leaves a SameSite=Strict cookie out.
 */
function letIn(c: Context, cookie?: string): Response {
  const refresh = `<meta http-equiv="refresh" content="0;url=${PAGE_PATH}">`;
  const link = `<a href="${PAGE_PATH}">dtcard</a>`;
  return c.body(page('en', refresh, link), 200, {
    ...htmlHeaders,
    ...(cookie !== undefined && { 'set-cookie': cookie }),
  });
}

type Notice = 'page.tokenRefused' | 'page.noSession' | 'page.notBuilt';

function notice(c: Context, status: 401 | 403 | 404, key: Notice): Response {
  const lang: Lang = /^zh/i.test(c.req.header('accept-language') ?? '') ? 'zh' : 'en';
  const t = pageWords(lang);
  const body = `<h1>dtcard</h1>\n<p>${t(key)}</p>\n<p>${t('page.howToOpen')}</p>`;
  return c.body(page(lang, '', body), status, htmlHeaders);
}

const htmlHeaders = { ...securityHeaders, 'content-type': 'text/html; charset=utf-8' };

/** @param body HTML of ours: nothing that came from elsewhere */
function page(lang: Lang, head: string, body: string): string {
  const start = `<!doctype html>\n<html lang="${lang}">\n<meta charset="utf-8">`;
  return `${start}\n<title>dtcard</title>\n${head}\n<body>\n${body}\n</body>\n</html>\n`;
}
