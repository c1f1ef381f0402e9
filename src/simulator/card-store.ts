import type { CardCallbackResponse, CardParamMap } from '../protocol/card-callback.js';

/** The card instances the simulator holds, with the documented merge and replace rules. */
export interface CardStore {
  get(outTrackId: string): SimCard | undefined;
  /** The card created last, or delivered to this conversation last. */
  latest(): SimCard | undefined;
  list(): readonly SimCard[];
  /**
   * Applies the answer of a callback (stream-protocol §6.4, card-openapi §3.4): public data for everyone or for the
   * clicker only (setting `answerCardData`), `userPrivateData` for the clicker. Returns who sees a change: `*` or user ids.
   */
  applyAnswer(
    outTrackId: string,
    userId: string,
    response: CardCallbackResponse,
  ): readonly string[];
  /** What one viewer sees: public, then what only they were answered, then private data, key by key. */
  viewOf(outTrackId: string, userId: string): CardParamMap | undefined;
}

export interface SimCard {
  readonly outTrackId: string;
  readonly cardTemplateId: string;
  /** The app that created it. */
  readonly clientId: string;
  readonly callbackType: string | undefined;
  readonly callbackRouteKey: string | undefined;
  readonly userIdType: number;
  readonly cardParamMap: CardParamMap;
  readonly privateData: Readonly<Record<string, CardParamMap>>;
  /** Where it was delivered, in order. */
  readonly deliveries: readonly SimDelivery[];
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
}

export interface SimDelivery {
  readonly spaceType: string;
  readonly spaceId: string;
  readonly carrierId?: string;
}
