import type { PlatformFault } from '../base/errors.js';
import type { DtcardEvent, EventOf, LostReason } from './event.js';
import type { Projection } from './event-log.js';

export type ConnectionState = 'idle' | 'opening' | 'open' | 'retrying' | 'refused' | 'closed';

/** The truth about the connection, and what it leads to. */
export interface ConnectionView {
  readonly state: ConnectionState;
  readonly sinceMs: number;
  /** Of the running or coming attempt; 0 when open. */
  readonly attempt: number;
  /** Wall clock of the next attempt while `retrying`. */
  readonly retryAtMs?: number;
  readonly endpoint?: string;
  /** The last loss, kept after reconnecting. */
  readonly lost?: { readonly reason: LostReason; readonly detail: string; readonly atMs: number };
  /** The server announced that it will close; a successor is being opened. */
  readonly draining: boolean;
  readonly refusal?: PlatformFault;
  /** How often an open connection was replaced or came back. */
  readonly reconnects: number;
  readonly lastFrameAtMs?: number;
  readonly session?: SessionFacts;
}

export type SessionFacts = Omit<EventOf<'session.started'>, 'type' | 'seq' | 'atMs' | 'v'>;

export function createConnectionProjection(): Projection<ConnectionView> {
  const open = new Set<string>();
  let view: ConnectionView = {
    state: 'idle',
    sinceMs: 0,
    attempt: 0,
    draining: false,
    reconnects: 0,
  };
  let opened = 0;
  let version = 0;

  function change(part: Partial<ConnectionView>, without: readonly (keyof ConnectionView)[] = []) {
    const next = { ...view, ...part };
    for (const key of without) delete (next as Partial<Record<keyof ConnectionView, unknown>>)[key];
    view = next;
    version++;
  }

  function enter(state: ConnectionState, atMs: number, part: Partial<ConnectionView> = {}): void {
    const sinceMs = state === view.state ? view.sinceMs : atMs;
    change({ ...part, state, sinceMs }, part.retryAtMs === undefined ? ['retryAtMs'] : []);
  }

  function apply(event: DtcardEvent): void {
    switch (event.type) {
      case 'session.started': {
        const { type: _, seq: _seq, atMs: _atMs, v: _v, ...session } = event;
        return change({ session });
      }
      case 'connection.opening':
        if (open.size > 0) return;
        return enter('opening', event.atMs, { attempt: event.attempt });
      case 'connection.opened':
        open.add(event.connectionId);
        opened++;
        return enter('open', event.atMs, {
          attempt: 0,
          endpoint: event.endpoint,
          draining: false,
          reconnects: opened - 1,
        });
      case 'connection.lost': {
        open.delete(event.connectionId);
        const lost = { reason: event.reason, detail: event.detail, atMs: event.atMs };
        if (open.size > 0) return change({ lost });
        return enter('opening', event.atMs, { lost, draining: false });
      }
      case 'connection.retrying':
        if (open.size > 0) return;
        return enter('retrying', event.atMs, {
          attempt: event.attempt,
          retryAtMs: event.atMs + event.delayMs,
        });
      case 'connection.draining':
        return change({ draining: true });
      case 'connection.refused':
        open.clear();
        return enter('refused', event.atMs, { refusal: event.fault });
      case 'connection.closed':
        open.clear();
        return enter('closed', event.atMs, { draining: false });
      case 'frame.received':
      case 'message.received':
      case 'callback.received':
        view = { ...view, lastFrameAtMs: event.atMs };
        return;
      default:
    }
  }

  return {
    get version() {
      return version;
    },
    read: () => view,
    apply,
  };
}
