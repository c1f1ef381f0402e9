import type { CallbackRequest } from '../../card/act/effect.js';
import type { ParamMap } from '../../card/card-data.js';
import type { CardTemplate } from '../../card/template/card-template.js';

/** What the caller knows of cards besides the log. */
export interface CardSource {
  /** The exported template of an id; undefined when none is registered. Asked again for every frame. */
  templateOf(cardTemplateId: string): CardTemplate | undefined;
  /**
   * Has a simulated person touch a card; resolves when the answer is in the log, never rejects.
   * Absent on the real platform, where only people can.
   */
  readonly tap?: (touch: CardTouch) => Promise<TouchReply>;
  /** Simulated people, who can look at a card before they ever touched one. */
  readonly people?: readonly { readonly userId: string; readonly name: string }[];
}

export interface CardTouch {
  readonly outTrackId: string;
  readonly userId: string;
  readonly request: CallbackRequest;
}

/** What the answer held, as on the wire. */
export type TouchReply =
  | { readonly ok: true; readonly cardParamMap: ParamMap; readonly privateParamMap: ParamMap }
  | { readonly ok: false; readonly reason: string };
