/** The real session over real sockets: the clients of the program against the simulator. */
import { readFileSync } from 'node:fs';
import { onTestFinished } from 'vitest';
import type { RuleSet } from '../../src/answer/rule.js';
import type { ScriptRunner } from '../../src/answer/script-runner.js';
import { type Clock, systemClock } from '../../src/base/clock.js';
import { systemIds } from '../../src/base/ids.js';
import type { DtcardEvent, EventOf, EventType } from '../../src/log/event.js';
import { createEventLog } from '../../src/log/event-log.js';
import { resolveEndpoints } from '../../src/platform/endpoints.js';
import { createHttp } from '../../src/platform/http.js';
import { createProxy } from '../../src/platform/proxy.js';
import { createSdkCardClient } from '../../src/platform/sdk-card-client.js';
import { createSdkStream } from '../../src/platform/sdk-stream-connection.js';
import { apiEvents } from '../../src/session/api-events.js';
import { createSession } from '../../src/session/create-session.js';
import type { SessionDeps, SessionSettings } from '../../src/session/session-deps.js';
import type { Simulator } from '../../src/simulator/simulator.js';
import { rulesOf } from './rule-subjects.js';
import { simGroup } from './sim-card.js';

export interface OpenedOptions {
  readonly rules?: string;
  /** Path of a file with rules, instead. */
  readonly rulesFile?: string;
  readonly scripts?: ScriptRunner;
  readonly settings?: Partial<SessionSettings>;
  /** What the session is given besides what it cannot do without. */
  readonly deps?: Pick<Partial<SessionDeps>, 'holdClock'>;
  /** Of the network: time-outs and pauses. The session itself keeps real time. */
  readonly networkClock?: Clock;
}

/** Not yet started. Stopped when the test ends. */
export function sessionOn(simulator: Simulator, options: OpenedOptions = {}) {
  const networkClock = options.networkClock ?? systemClock;
  const { clientId, clientSecret } = simulator.credentials;
  const endpoints = resolveEndpoints(simulator.origin);
  const proxy = createProxy({});
  const http = createHttp({ clock: networkClock, proxy });
  const log = createEventLog({ clock: systemClock });
  const app = { clientId, clientSecret, endpoints, http, clock: networkClock, ids: systemIds };
  const listenerErrors: unknown[] = [];
  const rules: RuleSet | undefined =
    options.rulesFile !== undefined
      ? rulesOf(readFileSync(options.rulesFile, 'utf8'), options.rulesFile)
      : options.rules === undefined
        ? undefined
        : rulesOf(options.rules);
  const session = createSession(
    {
      clock: systemClock,
      ids: systemIds,
      log,
      rules: () => rules,
      ...(options.scripts && { scripts: options.scripts }),
      cards: createSdkCardClient({ ...app, observer: apiEvents(log) }),
      openStream: createSdkStream({
        ...app,
        proxy,
        onListenerError: (error) => listenerErrors.push(error),
      }),
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
  onTestFinished(() => session.stop('test', 0));

  const one = {
    session,
    log,
    listenerErrors,
    get events(): readonly DtcardEvent[] {
      return log.since(0);
    },
    eventsOf: <T extends EventType>(type: T) =>
      log.since(0).filter((event): event is EventOf<T> => event.type === type),
    /** Resolves with the first event of the kind that fits, be it in the log already or to come. */
    event: <T extends EventType>(type: T, fits: (event: EventOf<T>) => boolean = () => true) =>
      new Promise<EventOf<T>>((resolve, reject) => {
        let unsubscribe = () => {};
        const timer = setTimeout(() => {
          unsubscribe();
          const types = log.since(0).map((event) => event.type);
          reject(new Error(`no ${type} came; there were: ${types.join(' ')}`));
        }, 10_000);
        const look = (events: readonly DtcardEvent[]) => {
          const found = events.find(
            (event): event is EventOf<T> => event.type === type && fits(event as EventOf<T>),
          );
          if (!found) return;
          clearTimeout(timer);
          unsubscribe();
          resolve(found);
        };
        unsubscribe = log.subscribe(look, 0);
      }),
    async connected() {
      session.start();
      await one.event('connection.opened');
      return one;
    },
    /** A card of ours in the group of the simulator. */
    sendCard: (outTrackId?: string) =>
      session.commands.sendCard({
        cardTemplateId: '2c278d79-fc0b-41b4-b14e-8b8089dc08e8.schema',
        openSpaceId: `dtv1.card//IM_GROUP.${simGroup}`,
        cardParamMap: { title: '审批', status: '待审批' },
        ...(outTrackId === undefined ? {} : { outTrackId }),
      }),
    /** 张三 taps on a card. */
    tap: (outTrackId: string, action = 'accept') =>
      simulator.tap({ outTrackId, userId: 'manager01', actionIds: [action], params: { action } }),
  };
  return one;
}

export type OpenedSession = ReturnType<typeof sessionOn>;
