import type { CardParamMap, CardUpdateOptions } from './card-callback.js';

export type SpaceType = 'IM_GROUP' | 'IM_ROBOT' | 'IM_SINGLE' | 'ONE_BOX' | 'CO_FEED' | 'DOC';

export type PrivateData = Readonly<Record<string, { readonly cardParamMap: CardParamMap }>>;

/** What a card is made of, before it becomes a request. Values are strings (card-openapi §3.1). */
export interface CardDraft {
  readonly cardTemplateId: string;
  /** Made once per card and kept when a call is repeated (card-openapi §2.9). */
  readonly outTrackId: string;
  /** `dtv1.card//TYPE.id`, see open-space-id. */
  readonly openSpaceId: string;
  readonly cardParamMap: CardParamMap;
  readonly privateData?: PrivateData;
  /** Creator. */
  readonly userId?: string;
  /** 2: every user id of this card is a unionId; kept for its updates (card-openapi §3.4). Default 1. */
  readonly userIdType?: 1 | 2;
}

/** One entry of `deliverResults` (card-openapi §2.2). `success` is the truth, whatever `errorMsg` says. */
export interface DeliverResult {
  readonly spaceType: string;
  readonly spaceId: string;
  readonly success: boolean;
  /** The message's processQueryKey, in IM spaces. */
  readonly carrierId?: string;
  readonly errorMsg?: string;
}

/** `PUT /v1.0/card/instances` (card-openapi §2.6). */
export interface CardUpdate {
  readonly outTrackId: string;
  readonly cardParamMap?: CardParamMap;
  readonly privateData?: PrivateData;
  readonly cardUpdateOptions?: CardUpdateOptions;
  /** As at creation. */
  readonly userIdType?: 1 | 2;
}

/** `PUT /v1.0/card/streaming` (card-openapi §4). */
export interface StreamingUpdate {
  readonly outTrackId: string;
  /** New for each frame; a repeat is ignored by the server. */
  readonly guid: string;
  readonly key: string;
  readonly content: string;
  readonly isFull: boolean;
  readonly isFinalize: boolean;
  readonly isError: boolean;
}
