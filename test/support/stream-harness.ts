/** A stream client against a hostile gateway, with everything it told written down. */
import { type Clock, systemClock } from '../../src/base/clock.js';
import { type IdSource, seededIds } from '../../src/base/ids.js';
import { resolveEndpoints } from '../../src/platform/endpoints.js';
import { createHttp } from '../../src/platform/http.js';
import { createProxy } from '../../src/platform/proxy.js';
import {
  createSdkStream,
  type SdkStreamDeps,
  type StreamTimings,
} from '../../src/platform/sdk-stream-connection.js';
import type {
  MalformedFrame,
  ReceivedFrame,
  StreamConnection,
  StreamListener,
  StreamState,
} from '../../src/platform/stream-connection.js';
import type { HostileGateway } from './hostile-gateway.js';

export const testSecret = 'very-secret-value';

export interface HarnessOptions {
  readonly clock?: Clock;
  readonly ids?: IdSource;
  readonly timings?: Partial<StreamTimings>;
  readonly subscriptions?: NonNullable<SdkStreamDeps['subscriptions']>;
  /** Runs after the frame was written down. */
  readonly onFrame?: (received: ReceivedFrame) => void;
  readonly onState?: (state: StreamState, connection: StreamConnection) => void;
}

export interface Harness {
  readonly connection: StreamConnection;
  readonly states: readonly StreamState[];
  readonly frames: readonly ReceivedFrame[];
  readonly malformed: readonly MalformedFrame[];
  readonly listenerErrors: readonly unknown[];
  /** Resolves when `count` states of this name have been told. */
  told(name: StreamState['state'], count?: number): Promise<void>;
  /** The states' names in order, for comparing. */
  names(): readonly string[];
}

export function startStream(gateway: HostileGateway, options: HarnessOptions = {}): Harness {
  const clock = options.clock ?? systemClock;
  const states: StreamState[] = [];
  const frames: ReceivedFrame[] = [];
  const malformed: MalformedFrame[] = [];
  const listenerErrors: unknown[] = [];
  const proxy = createProxy({});
  const deps: SdkStreamDeps = {
    clientId: 'dingkey',
    clientSecret: testSecret,
    endpoints: resolveEndpoints(gateway.origin),
    http: createHttp({ proxy, clock }),
    proxy,
    clock,
    ids: options.ids ?? seededIds(),
    onListenerError: (error) => {
      listenerErrors.push(error);
      gateway.noteChange();
    },
    ...(options.timings ? { timings: options.timings } : {}),
    ...(options.subscriptions ? { subscriptions: options.subscriptions } : {}),
  };
  const listener: StreamListener = {
    onState(state) {
      states.push(state);
      gateway.noteChange();
      options.onState?.(state, connection);
    },
    onFrame(received) {
      frames.push(received);
      gateway.noteChange();
      options.onFrame?.(received);
    },
    onMalformed(frame) {
      malformed.push(frame);
      gateway.noteChange();
    },
  };
  const connection = createSdkStream(deps)(listener);
  connection.start();
  return {
    connection,
    states,
    frames,
    malformed,
    listenerErrors,
    names: () => states.map((state) => state.state),
    told: (name, count = 1) =>
      gateway.until(
        () => states.filter((state) => state.state === name).length >= count,
        () => `${count} × ${name}, told: ${states.map((state) => state.state).join(' ')}`,
      ),
  };
}
