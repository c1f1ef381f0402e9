import type { RuleSet } from '../../answer/rule.js';
import { keepPlaces, type Slot, slotsFor } from '../../answer/slots.js';
import type { Exchange } from '../../log/exchange.js';
import { actionOf } from './action-of.js';
import type { CardSource } from './card-source.js';
import type { ViewData } from './view-data.js';

/** The prepared answers for a callback. Their digits stay while it is the same callback that is asked for. */
export type SlotsOf = (exchange: Exchange | undefined, data: ViewData) => readonly Slot[];

export interface SlottingDeps {
  /** The rules in force now. */
  readonly rules: () => RuleSet | undefined;
  readonly templateOf: CardSource['templateOf'];
  readonly aliasesOf?: ((cardTemplateId: string) => readonly string[]) | undefined;
}

export function createSlotting({ rules, templateOf, aliasesOf }: SlottingDeps): SlotsOf {
  let known:
    | { readonly id: string; readonly rules: RuleSet | undefined; readonly slots: readonly Slot[] }
    | undefined;

  function fresh(exchange: Exchange, data: ViewData, inForce: RuleSet | undefined) {
    const { callback, restored } = exchange;
    const card = data.cards.get(callback.outTrackId);
    const names = {
      nickOf: (userId: string) => data.feed.nickOf(userId),
      placeOf: (spaceId: string) => data.feed.placeOf(spaceId),
      ...(aliasesOf && { aliasesOf }),
    };
    return slotsFor({
      rules: inForce,
      subject: {
        callback,
        cardTemplateId: card?.cardTemplateId,
        card,
        names,
        nowMs: exchange.atMs,
      },
      recent: data.recent.of(actionOf(callback)),
      template: card && templateOf(card.cardTemplateId),
      decided: restored?.decided,
    });
  }

  return (exchange, data) => {
    if (!exchange) return [];
    const { exchangeId: id } = exchange;
    const inForce = rules();
    if (known?.id === id && known.rules === inForce) return known.slots;
    const made = fresh(exchange, data, inForce);
    const slots = known?.id === id ? keepPlaces(known.slots, made) : made;
    known = { id, rules: inForce, slots };
    return slots;
  };
}
