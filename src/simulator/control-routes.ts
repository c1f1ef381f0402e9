import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { isDtcardError, messageOf } from '../base/errors.js';
import { type JsonObject, parseJsonObject } from '../base/json-text.js';
import { summarizeCard, viewCard } from './card-view.js';
import { readMessage, readPushedEvent, readSettings, readTap } from './control-input.js';
import { type EventFeed, eventStream } from './event-feed.js';
import { parseFault } from './faults.js';
import { isOwnOrigin } from './host-guard.js';
import { findPerson } from './lookups.js';
import type { PageAccess } from './page-access.js';
import { mountPage, PAGE_PATH, type PageDeps } from './page-routes.js';
import { type RefusalReason, refusal } from './refusal.js';
import { isJsonContentType, readBody } from './request-body.js';
import type { SimContext } from './sim-context.js';
import type { HoldOutcome, Simulator } from './simulator.js';
import { steerStream } from './stream-steering.js';
import type { SimTemplate } from './world.js';

export interface ControlDeps {
  readonly simulator: Simulator;
  readonly context: SimContext;
  readonly feed: EventFeed;
  readonly page: PageDeps;
}

const MOST_BODY_BYTES = 1_048_576;

/** The API under `/_dtcard/`: JSON in, JSON out, errors as `{error:{code,message}}`. */
export function createControlApp({ simulator, context, feed, page }: ControlDeps): Hono {
  const app = new Hono().basePath('/_dtcard');
  app.use(guard(context, page.access));
  mountPage(app, page);

  app.get('/state', (c) => c.json(stateOf(simulator, context, feed)));
  app.post('/message', async (c) => c.json(simulator.message(readMessage(await bodyOf(c)))));
  app.post('/tap', async (c) => c.json(await simulator.tap(readTap(await bodyOf(c)))));
  app.post('/callbacks/:messageId/hold', (c) => {
    const messageId = c.req.param('messageId');
    return holdAnswer(c, messageId, simulator.holdCallback(messageId));
  });
  app.post('/callbacks/:messageId/release', (c) => {
    const messageId = c.req.param('messageId');
    return holdAnswer(c, messageId, simulator.releaseCallback(messageId));
  });
  app.post('/event', async (c) => {
    const { eventType, data, clientId } = readPushedEvent(await bodyOf(c), context);
    return c.json(simulator.pushEvent(eventType, data, clientId));
  });

  app.get('/cards', (c) => c.json({ cards: context.cards.list().map(summarizeCard) }));
  app.get('/cards/:outTrackId', (c) => {
    const named = c.req.query('userId') ?? context.world.people[0]?.userId ?? '';
    return c.json(viewCard(context, c.req.param('outTrackId'), findPerson(context, named)));
  });

  app.get('/templates', (c) => c.json({ templates: simulator.templates().map(listed) }));
  app.get('/templates/:cardTemplateId', (c) => {
    const cardTemplateId = c.req.param('cardTemplateId');
    const exported = context.directory.template(cardTemplateId)?.exported;
    if (exported !== undefined) {
      return c.body(exported, 200, { 'content-type': 'application/json; charset=utf-8' });
    }
    return failure(
      c,
      404,
      'unknown-template',
      `there is no file of the template ${cardTemplateId}`,
    );
  });

  app.get('/requests', (c) => c.json({ requests: context.requests.list(since(c)) }));
  app.get('/acks', (c) => c.json({ acks: simulator.acks.slice(since(c) ?? 0) }));
  app.get('/events', (c) => {
    const after = Number(c.req.header('last-event-id') ?? c.req.query('since') ?? 0);
    return c.body(eventStream(feed, context.clock, Number.isSafeInteger(after) ? after : 0), 200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
    });
  });

  app.get('/settings', (c) => c.json(simulator.settings));
  app.put('/settings', async (c) => {
    simulator.set(readSettings(await bodyOf(c)));
    return c.json(simulator.settings);
  });

  app.get('/faults', (c) => c.json({ faults: context.faults.list() }));
  app.post('/faults', async (c) => {
    const parsed = parseFault(await bodyOf(c));
    if (!parsed.ok) throw refusal('bad-input', parsed.problem);
    return c.json({ id: context.faults.add(parsed.fault) });
  });
  app.delete('/faults', (c) => {
    context.faults.clear();
    return c.json({ faults: [] });
  });
  app.delete('/faults/:id', (c) => {
    const id = c.req.param('id');
    if (context.faults.remove(Number(id))) return c.json({ faults: context.faults.list() });
    return failure(c, 404, 'unknown-fault', `no fault has the id ${id}`);
  });

  app.post('/stream', async (c) => c.json(steerStream(simulator, await bodyOf(c))));

  app.notFound((c) => failure(c, 404, 'not-found', `no ${c.req.method} ${c.req.path}`));
  app.onError((error, c) => {
    if (isDtcardError(error)) {
      const { reason, detail } = error.params;
      if (typeof reason === 'string') {
        return failure(c, statusOf(reason as RefusalReason), reason, String(detail));
      }
    }
    // What the engine throws when values are nested deeper than its stack.
    if (error instanceof RangeError) return failure(c, 400, 'bad-input', messageOf(error));
    return failure(c, 500, 'internal', messageOf(error));
  });
  return app;
}

/** A foreign page can send neither our Origin nor, without a preflight, this content type. */
function guard(context: SimContext, access: PageAccess): MiddlewareHandler {
  return async (c, next) => {
    const port = Number(new URL(context.origin).port);
    if (!isOwnOrigin(c.req.header('origin'), port)) {
      return failure(c, 403, 'foreign-origin', 'only pages of the simulator itself may call this');
    }
    // The page itself answers in words a person can use.
    if (!c.req.path.startsWith(PAGE_PATH) && !access.mayCall(c)) {
      return failure(c, 401, 'no-page-session', 'open the page anew: its session is not known');
    }
    const changes = c.req.method !== 'GET' && c.req.method !== 'HEAD';
    if (changes && !isJsonContentType(c.req.header('content-type'))) {
      return failure(c, 415, 'not-json', 'send content-type: application/json');
    }
    return next();
  };
}

async function bodyOf(c: Context): Promise<JsonObject> {
  const read = await readBody(c, MOST_BODY_BYTES);
  if (!read.ok) {
    const tooLarge = read.reason === 'too-large';
    const limit = `a body has at most ${MOST_BODY_BYTES} bytes`;
    throw refusal(read.reason, tooLarge ? limit : 'the body broke off');
  }
  const body = parseJsonObject(read.text);
  if (!body) throw refusal('bad-input', 'the body must be a JSON object');
  return body;
}

/** Number to start at, of the query `since`. */
function since(c: Context): number | undefined {
  const value = Number(c.req.query('since') ?? Number.NaN);
  return Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

function holdAnswer(c: Context, messageId: string, outcome: HoldOutcome): Response {
  if (outcome.ok) return c.json({ messageId });
  switch (outcome.reason) {
    case 'unknown':
      return failure(c, 404, 'unknown-callback', `no callback has the messageId ${messageId}`);
    case 'answered':
      return failure(c, 409, 'answered', 'the callback is answered already');
    case 'expired':
      return failure(c, 409, 'expired', 'the callback has expired already');
    case 'held':
      return failure(c, 409, 'held', 'the clock of the callback stands already');
    case 'not-held':
      return failure(c, 409, 'not-held', 'the clock of the callback does not stand');
  }
}

type FailureStatus = 400 | 401 | 403 | 404 | 409 | 413 | 415 | 500;

function failure(c: Context, status: FailureStatus, code: string, message: string): Response {
  return c.json({ error: { code, message } }, status);
}

function statusOf(reason: RefusalReason): FailureStatus {
  switch (reason) {
    case 'bad-input':
    case 'broken-off':
      return 400;
    case 'too-large':
      return 413;
    case 'not-a-member':
    case 'no-robot':
      return 409;
    case 'unknown-app':
    case 'unknown-card':
    case 'unknown-conversation':
    case 'unknown-person':
      return 404;
    default:
      return 400;
  }
}

function listed({ cardTemplateId, name, exported }: SimTemplate): object {
  return { cardTemplateId, ...(name !== undefined && { name }), hasFile: exported !== undefined };
}

function stateOf(simulator: Simulator, context: SimContext, feed: EventFeed): object {
  return {
    origin: simulator.origin,
    clientId: simulator.credentials.clientId,
    apps: context.world.apps.map(({ clientId, robotCode, name }) => ({
      clientId,
      robotCode,
      name,
    })),
    people: context.world.people,
    conversations: context.world.conversations,
    settings: simulator.settings,
    connections: simulator.connections(),
    lastEventSeq: feed.lastSeq,
  };
}
