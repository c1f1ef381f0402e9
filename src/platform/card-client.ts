import type {
  CardDraft,
  CardUpdate,
  DeliverResult,
  StreamingUpdate,
} from '../protocol/card-api.js';

/**
 * Cards through the OpenAPI. Every method throws `DtcardError`: E2002 credentials, E2004 permission,
 * E3001–E3003 network, E4001 refused by DingTalk, E4003 outcome unknown even after repeating.
 */
export interface CardClient {
  /** Creates and delivers with `callbackType: STREAM`. A failed delivery is a result, not an exception. */
  createAndDeliver(draft: CardDraft): Promise<SentCard>;
  update(update: CardUpdate): Promise<void>;
  stream(update: StreamingUpdate): Promise<void>;
  /**
   * Loads the SDK, and fetches a token unless that is not wanted: DingTalk counts calls by the month
   * (card-openapi §1.7).
   */
  warmUp(withToken?: boolean): Promise<void>;
}

export interface SentCard {
  readonly outTrackId: string;
  /** One entry per target of `openSpaceId`, in its order. */
  readonly deliverResults: readonly DeliverResult[];
}

/** Told of every call, for the log. Bodies are not passed on: they may hold what must not be logged. */
export interface ApiObserver {
  called(call: ApiCall): void;
  failed(call: Omit<ApiCall, 'status'>, error: unknown): void;
  /** A call may or may not have taken effect and is about to be repeated with the same outTrackId. */
  uncertain(outTrackId: string, detail: string): void;
}

export interface ApiCall {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly tookMs: number;
  /** 1 for the first try. */
  readonly attempt: number;
}
