/** A session on a stream that the test drives by hand, with everything it did in order. */
import type { RuleSet } from '../../src/answer/rule.js';
import { ManualClock } from '../../src/base/clock.js';
import { type IdSource, seededIds } from '../../src/base/ids.js';
import type { DtcardEvent, EventOf, EventType } from '../../src/log/event.js';
import { createEventLog } from '../../src/log/event-log.js';
import type { CardClient, SentCard } from '../../src/platform/card-client.js';
import type { OpenStream, StreamListener } from '../../src/platform/stream-connection.js';
import type { CardDraft, CardUpdate, StreamingUpdate } from '../../src/protocol/card-api.js';
import type { StreamFrame, StreamResponse } from '../../src/protocol/stream-frame.js';
import { topics } from '../../src/protocol/topics.js';
import { createSession } from '../../src/session/create-session.js';
import type { SessionDeps, SessionSettings } from '../../src/session/session-deps.js';
import { rulesOf } from './rule-subjects.js';

export interface SessionHarnessOptions {
  readonly rules?: string;
  /** Instead of `rules`: what asking for them does. */
  readonly askRules?: () => RuleSet | undefined;
  readonly settings?: Partial<SessionSettings>;
  readonly ids?: IdSource;
  /** Whatever else the session is given. */
  readonly deps?: Partial<Pick<SessionDeps, 'forward' | 'scripts' | 'holdClock' | 'pinRule'>>;
  /** What sending a card comes to; delivered to the group by default. */
  readonly createAndDeliver?: (draft: CardDraft) => Promise<SentCard>;
  readonly update?: (update: CardUpdate) => Promise<void>;
  readonly streamFrame?: (frame: StreamingUpdate) => Promise<void>;
}

export interface PushedFrame {
  readonly type?: string;
  readonly topic?: string;
  readonly messageId?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly data?: unknown;
  /** The socket is gone: nothing can be written to it any more. */
  readonly gone?: boolean;
  readonly connectionId?: string;
  /** Measured on its connection. */
  readonly roundTripMs?: number;
}

export function openSession(options: SessionHarnessOptions = {}) {
  const clock = new ManualClock();
  /** `answer <code>` and `event <type>`, in the order in which they happened. */
  const order: string[] = [];
  const answers: StreamResponse[] = [];
  const drafts: CardDraft[] = [];
  const updates: CardUpdate[] = [];
  const frames: StreamingUpdate[] = [];
  const log = createEventLog({ clock });
  log.project({
    version: 0,
    read: () => undefined,
    apply: (event) => void order.push(`event ${event.type}`),
  });
  const rules = options.rules === undefined ? undefined : rulesOf(options.rules);
  let listener: StreamListener | undefined;
  const stream = { started: 0, stopped: 0 };
  const openStream: OpenStream = (given) => {
    listener = given;
    return {
      start: () => void stream.started++,
      stop: () => {
        stream.stopped++;
        given.onState({ state: 'stopped' });
        return Promise.resolve();
      },
    };
  };
  const cards: CardClient = {
    createAndDeliver(draft) {
      drafts.push(draft);
      return options.createAndDeliver?.(draft) ?? Promise.resolve(deliveredToGroup(draft));
    },
    update(update) {
      updates.push(update);
      return options.update?.(update) ?? Promise.resolve();
    },
    stream(frame) {
      frames.push(frame);
      return options.streamFrame?.(frame) ?? Promise.resolve();
    },
    warmUp: () => Promise.resolve(),
  };
  const session = createSession(
    {
      clock,
      ids: options.ids ?? seededIds(),
      log,
      openStream,
      cards,
      rules: options.askRules ?? (() => rules),
      ...options.deps,
    },
    {
      answerByHand: false,
      windowMs: 2000,
      marginMs: 300,
      eventStatus: 'SUCCESS',
      ...options.settings,
    },
  );
  const told = () => {
    if (!listener) throw new Error('the stream was not opened');
    return listener;
  };
  return {
    clock,
    session,
    log,
    order,
    answers,
    drafts,
    updates,
    frames,
    stream,
    get listener() {
      return told();
    },
    get events(): readonly DtcardEvent[] {
      return log.since(0);
    },
    types: () => log.since(0).map(({ type }) => type),
    eventsOf: <T extends EventType>(type: T) =>
      log.since(0).filter((event): event is EventOf<T> => event.type === type),
    /** A frame arrives. Returns it as the session got it. `takes`: whether the socket takes an answer. */
    push(
      pushed: PushedFrame = {},
      takes: (response: StreamResponse) => boolean = () => pushed.gone !== true,
    ) {
      const received = receivedFrame(pushed, (response) => {
        order.push(`answer ${response.code}`);
        answers.push(response);
        return takes(response);
      });
      told().onFrame(received);
      return received;
    },
    /** Lets promises of calls settle. */
    settle: () => new Promise<void>((resolve) => void setImmediate(resolve)),
  };
}

export type SessionHarness = ReturnType<typeof openSession>;

function deliveredToGroup(draft: CardDraft): SentCard {
  const deliverResults = [
    { spaceType: 'IM_GROUP', spaceId: 'cid1', success: true, carrierId: 'c' },
  ];
  return { outTrackId: draft.outTrackId, deliverResults };
}

export function receivedFrame(
  pushed: PushedFrame,
  respond: (response: StreamResponse) => boolean = () => true,
) {
  const { type = 'CALLBACK', topic = topics.cardCallback, messageId = 'm1' } = pushed;
  const data = typeof pushed.data === 'string' ? pushed.data : JSON.stringify(pushed.data ?? {});
  const headers = {
    contentType: 'application/json',
    time: '1',
    ...pushed.headers,
    topic,
    messageId,
  };
  const frame: StreamFrame = { specVersion: '1.0', type, headers, data };
  const { connectionId = 'c1', roundTripMs = 0 } = pushed;
  return { connectionId, roundTripMs, frame, raw: JSON.stringify(frame), respond };
}

/** 张三 taps a button of the card. */
export function tapFrame(
  action = 'accept',
  pushed: PushedFrame = {},
  body: Readonly<Record<string, unknown>> = {},
): PushedFrame {
  const content = JSON.stringify({ cardPrivateData: { actionIds: [action], params: { action } } });
  const data = { outTrackId: 'track1', userId: 'manager01', userIdType: 1, content, ...body };
  return { topic: topics.cardCallback, messageId: 'tap1', data, ...pushed };
}

/** Somebody writes to the bot in a group. */
export function messageFrame(text = '报销', pushed: PushedFrame = {}): PushedFrame {
  const data = {
    msgId: 'msg1',
    conversationId: 'cidA==',
    conversationType: '2',
    senderStaffId: 'manager01',
    senderNick: '张三',
    sessionWebhook: 'https://oapi.dingtalk.com/robot/sendBySession?session=s3cr3tsession',
    msgtype: 'text',
    text: { content: text },
  };
  return { topic: topics.botMessage, messageId: 'push1', data, ...pushed };
}

export const acceptRule = `
version: 1
rules:
  - name: accept
    on: callback
    when: { params: { action: accept } }
    answer: { cardData: { status: 已同意 } }
`;

export const sendRule = `
version: 1
rules:
  - name: send
    on: message
    send: { template: 2c278d79-fc0b-41b4-b14e-8b8089dc08e8.schema, data: { title: 审批 } }
`;

/** The `response` an answer carries. */
export function responseOf(answer: StreamResponse | undefined): unknown {
  return (JSON.parse(answer?.data ?? 'null') as { response?: unknown } | null)?.response;
}
