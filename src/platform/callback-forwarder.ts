/**
 * Hands a card callback to the person's own HTTP service in the documented HTTP form: bare body,
 * signature headers where there is a secret (stream-protocol §6.1), a bare answer (§6.4).
 */
export interface CallbackForwarder {
  /** For people: without credentials. */
  readonly url: string;
  /** To be masked in what the service says; absent: there are none. */
  readonly secrets?: readonly string[];
  /**
   * One attempt; never rejects.
   * @param data the `data` of the frame, as it came
   */
  forward(data: string, options: ForwardOptions): Promise<ForwardReply>;
  /** Ends what is under way. */
  close(): void;
}

export interface ForwardOptions {
  /** Gives up after this long. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

export type ForwardReply =
  /** Whatever came back with a status; `body` is cut to 1 MiB. */
  | {
      readonly kind: 'response';
      readonly status: number;
      readonly body: string;
      /** There was more of it. */
      readonly isCut?: true;
      readonly tookMs: number;
    }
  | { readonly kind: 'timeout'; readonly tookMs: number }
  /** Refused, reset, no such host, not HTTP, aborted. */
  | { readonly kind: 'unreachable'; readonly detail: string; readonly tookMs: number };
