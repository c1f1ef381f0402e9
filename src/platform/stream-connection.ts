import type { PlatformFault } from '../base/errors.js';
import type { LostReason } from '../log/event.js';
import type { FrameProblem, StreamFrame, StreamResponse } from '../protocol/stream-frame.js';

/**
 * The Stream side as the session sees it: one logical connection that stays up by itself, over as
 * many sockets as that takes. Everything is told to the listener; nothing is thrown at it.
 */
export interface StreamConnection {
  /** Starts connecting; later calls do nothing. */
  start(): void;
  /** Ends all attempts, timers and sockets. Resolves when the last socket is closed. */
  stop(): Promise<void>;
}

export type OpenStream = (listener: StreamListener) => StreamConnection;

export interface StreamListener {
  onState(state: StreamState): void;
  /** Called synchronously from the socket, before anything else is done with the frame. */
  onFrame(received: ReceivedFrame): void;
  onMalformed(malformed: MalformedFrame): void;
}

/** What the connection tells about itself; each becomes an event of the log. */
export type StreamState =
  | { readonly state: 'opening'; readonly connectionId: string; readonly attempt: number }
  | {
      readonly state: 'open';
      readonly connectionId: string;
      /** Host and path without the ticket. */
      readonly endpoint: string;
      readonly tookMs: number;
    }
  | {
      readonly state: 'lost';
      readonly connectionId: string;
      readonly reason: LostReason;
      readonly detail: string;
      /** False when it never got as far as open. */
      readonly wasOpen: boolean;
    }
  | {
      readonly state: 'retrying';
      readonly attempt: number;
      readonly delayMs: number;
      readonly reason: LostReason;
    }
  /** The server announced that it will close; a successor is being opened. */
  | { readonly state: 'draining'; readonly connectionId: string; readonly detail: string }
  /** Refused for good (400, 401): nothing more is tried. */
  | { readonly state: 'refused'; readonly fault: PlatformFault }
  | { readonly state: 'stopped' };

export interface ReceivedFrame {
  readonly connectionId: string;
  readonly frame: StreamFrame;
  /** The frame as it came, secrets not masked. */
  readonly raw: string;
  /** How long a frame to the server and back takes on this connection; absent or 0 while not measured. */
  readonly roundTripMs?: number;
  /**
   * Writes the answer to the socket the frame came from, at once. False when that socket is gone
   * (stream-protocol §8.2 C8). SYSTEM frames are already answered when they arrive here.
   */
  respond(response: StreamResponse): boolean;
}

export interface MalformedFrame {
  readonly connectionId: string;
  readonly problem: FrameProblem | 'binary' | 'oversized';
  readonly detail: string;
  /** Cut to 64 KiB. */
  readonly raw: string;
}
