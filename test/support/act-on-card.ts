import type { NodeSource } from '../../scripts/templates/exported.js';
import { applyLocal } from '../../src/card/act/apply-local.js';
import type { CardHost } from '../../src/card/act/card-host.js';
import type { CallbackRequest, Effect } from '../../src/card/act/effect.js';
import type { Gesture } from '../../src/card/act/gesture.js';
import { interact } from '../../src/card/act/interact.js';
import type { CardData } from '../../src/card/card-data.js';
import type { CardView } from '../../src/card/view/card-view.js';
import { type DrawInput, drawCard } from './draw-card.js';
import { idleHost } from './idle-host.js';

export interface Acted {
  readonly effects: readonly Effect[];
  /** Callbacks that went out. */
  readonly sent: readonly CallbackRequest[];
  readonly data: CardData;
}

export interface ActInput extends DrawInput {
  readonly host?: Partial<CardHost>;
}

/** Touches a node of a card drawn from these sources, on a client that does what `host` says. */
export function actOn(
  nodes: readonly NodeSource[],
  key: string,
  gesture: Gesture = { type: 'tap' },
  input: ActInput = {},
): Promise<Acted> {
  return actOnView(drawCard(nodes, input), key, gesture, input.host);
}

export async function actOnView(
  view: CardView,
  key: string,
  gesture: Gesture = { type: 'tap' },
  parts: Partial<CardHost> = {},
): Promise<Acted> {
  const sent: CallbackRequest[] = [];
  let { data } = view.evaluation;
  const host: CardHost = {
    ...idleHost,
    data: () => data,
    setLocal(changes) {
      data = { ...data, localData: applyLocal(data.localData, changes) };
    },
    ...parts,
  };
  const effects = await interact(view, key, gesture, {
    ...host,
    sendCallback(request) {
      sent.push(request);
      return host.sendCallback(request);
    },
  });
  return { effects, sent, data };
}
