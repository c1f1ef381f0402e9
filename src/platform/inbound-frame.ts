import {
  formatStreamResponse,
  type StreamFrame,
  type StreamResponse,
} from '../protocol/stream-frame.js';
import type { ReceivedFrame } from './stream-connection.js';

/** Where an answer goes: false when it is gone. */
export interface AnswerSink {
  write(text: string): boolean;
  /** Of its connection; 0 while it is not known. */
  readonly roundTripMs: number;
}

/** A class and not a literal with a closure: there is one of these per frame. */
export class InboundFrame implements ReceivedFrame {
  readonly connectionId: string;
  readonly frame: StreamFrame;
  readonly raw: string;
  readonly #sink: AnswerSink | undefined;

  /** @param sink undefined when the frame is not to be answered (any more) */
  constructor(connectionId: string, frame: StreamFrame, raw: string, sink: AnswerSink | undefined) {
    this.connectionId = connectionId;
    this.frame = frame;
    this.raw = raw;
    this.#sink = sink;
  }

  get roundTripMs(): number {
    return this.#sink?.roundTripMs ?? 0;
  }

  respond(response: StreamResponse): boolean {
    return this.#sink?.write(formatStreamResponse(response)) ?? false;
  }
}
