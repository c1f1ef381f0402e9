import type { PushDeps } from './pushes.js';
import type { StreamConnection } from './stream-connections.js';
import { systemFrame } from './stream-frames.js';

/** What a server can do to its clients besides pushing: planned, rude, and broken. */
export interface StreamMisbehaviour {
  /**
   * Announces the end to every connection, delivers nothing new on it, and closes it after the
   * setting `disconnectCloseMs` (stream-protocol §2.3). Returns how many were told.
   */
  disconnectAll(options?: { readonly reason?: string }): number;
  /** Closes every TCP connection without a close frame. */
  dropAll(): number;
  /** Leaves every socket half-open: nothing is read, answered or sent any more. */
  stallAll(): number;
  /** A SYSTEM ping on every connection, `times` in a row. */
  ping(times?: number): number;
  /** Sends bytes as they are to every connection of an app. */
  sendRaw(clientId: string, data: string | Buffer, options?: RawOptions): number;
}

export interface RawOptions {
  /** Into how many WebSocket frames the message is split. */
  readonly fragments?: number;
  /** As a binary message. */
  readonly binary?: boolean;
}

/** The reason of a real frame (stream-protocol §2.2). */
const USUAL_REASON = 'persistent connection is timeout';
/** An echo that does not come is forgotten after this. */
const PING_MS = 60_000;

export function createStreamMisbehaviour(deps: PushDeps): StreamMisbehaviour {
  const { context, connections } = deps;
  const open = () => connections.all().filter((connection) => connection.state === 'open');

  function ping(connection: StreamConnection): void {
    const messageId = deps.messageIds.system();
    const sentMs = context.clock.monotonic();
    deps.answers.add({
      kind: 'ping',
      messageId,
      connection,
      sentMs,
      dueMs: sentMs + PING_MS,
      settled: false,
      answered() {},
      unanswered() {},
      late() {},
    });
    const opaque = context.ids.uuid();
    connection.send(systemFrame('ping', messageId, context.clock.now(), { opaque }));
  }

  return {
    disconnectAll(options = {}) {
      const told = open();
      for (const connection of told) {
        const data = { reason: options.reason ?? USUAL_REASON };
        const frame = systemFrame(
          'disconnect',
          deps.messageIds.system(),
          context.clock.now(),
          data,
        );
        connection.send(frame);
        connection.state = 'draining';
        const cancel = context.clock.after(
          context.settings.disconnectCloseMs,
          () => {
            deps.retries.delete(cancel);
            // A client that never closes piles up connections, so this one ends for real (§7.5 J11).
            connection.socket.terminate();
          },
          { unref: true },
        );
        deps.retries.add(cancel);
        connection.socket.once('close', cancel);
      }
      return told.length;
    },
    dropAll() {
      const all = connections.all();
      for (const connection of all) connection.socket.terminate();
      return all.length;
    },
    stallAll() {
      const stalled = open();
      for (const connection of stalled) {
        connection.state = 'stalled';
        connection.socket.pause();
      }
      return stalled.length;
    },
    ping(times = 1) {
      const alive = open();
      for (let sent = 0; sent < times; sent++) alive.forEach(ping);
      return alive.length * times;
    },
    sendRaw(clientId, data, options = {}) {
      const targets = connections.of(clientId).filter(({ state }) => state === 'open');
      for (const { socket } of targets) sendSplit(socket, data, options);
      return targets.length;
    },
  };
}

function sendSplit(
  socket: StreamConnection['socket'],
  data: string | Buffer,
  { fragments = 1, binary = false }: RawOptions,
): void {
  // The receiver joins bytes before it decodes, so a character may be cut in two.
  const bytes = Buffer.from(data as string);
  const size = Math.max(1, Math.ceil(bytes.length / Math.max(1, fragments)));
  let at = 0;
  do {
    const end = Math.min(bytes.length, at + size);
    socket.send(bytes.subarray(at, end), { binary, fin: end === bytes.length });
    at = end;
  } while (at < bytes.length);
}
