import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { systemClock } from '../../src/base/clock.js';
import { seededIds } from '../../src/base/ids.js';
import { createPageAccess } from '../../src/simulator/page-access.js';
import { createPageSessions } from '../../src/simulator/page-sessions.js';

const sessions = createPageSessions(systemClock, seededIds());
const access = createPageAccess({ origin: 'http://127.0.0.1:7700' }, sessions);
const session = sessions.redeem(sessions.issue()) ?? '';

async function ask(cookie: string): Promise<string> {
  const app = new Hono();
  app.get('/', (c) => c.text(String(access.hasSession(c))));
  return (await app.request('/', { headers: { cookie } })).text();
}

test('the session is found among other cookies, by its name and port', async () => {
  expect(await ask(`a=b; dtcard_page_7700=${session}; c=d`)).toBe('true');
  expect(await ask(`dtcard_page_7700=old;dtcard_page_7700=${session}`)).toBe('true');
  expect(await ask(`dtcard_page_7701=${session}`)).toBe('false');
  expect(await ask(`xdtcard_page_7700=${session}`)).toBe('false');
  expect(await ask('dtcard_page_7700=')).toBe('false');
  expect(await ask(';;;===;')).toBe('false');
});

test('the cookie is for the control paths of this port, out of reach of scripts and other sites', () => {
  expect(access.cookie('s')).toBe('dtcard_page_7700=s; Path=/_dtcard; HttpOnly; SameSite=Strict');
});
