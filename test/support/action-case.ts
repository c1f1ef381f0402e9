import type { JsonObject, JsonValue } from '../../src/base/json-text.js';
import type { Effect } from '../../src/card/act/effect.js';
import type { Gesture } from '../../src/card/act/gesture.js';
import { createLiveCard, type LiveCard } from '../../src/card/act/live-card.js';
import { defaultSwitches, type ParamMap, type ViewSwitches } from '../../src/card/card-data.js';
import { decodeParamMap } from '../../src/card/data/decode-data.js';
import { mockParams } from '../../src/card/data/mock-data.js';
import type { CardTemplate } from '../../src/card/template/card-template.js';
import type { Simulator } from '../../src/simulator/simulator.js';
import { createSimCard } from './sim-card.js';

/** Who sees a card, and what it holds for them. The template's mock data where nothing is said. */
export interface Scene {
  readonly cardParamMap?: ParamMap;
  readonly privateParamMap?: ParamMap;
  readonly localData?: JsonObject;
  readonly switches?: Partial<ViewSwitches>;
}

/** One gesture, what the person answers when asked, and what must come of it. */
export interface ActionCase {
  readonly says: string;
  readonly key: string;
  readonly gesture?: Gesture;
  readonly scene?: Scene;
  /** Indexes of menus in their order; undefined closes one. */
  readonly chooses?: readonly (number | undefined)[];
  readonly confirms?: boolean;
  readonly typed?: JsonObject;
  readonly clientApi?: JsonValue;
  /** What the bot answers to the callback; an empty acknowledgement otherwise. `refuse`: code 500. */
  readonly answer?: object | 'refuse';
  /** `[actionIds, params]` of the callbacks as the SDK received them. */
  readonly sends?: readonly (readonly [string, JsonObject])[];
  /** Everything else that came of it; a callback stands there as its reply's `ok`. */
  readonly does?: readonly Told[];
}

/** Effects as a table tells them. */
export type Told = Exclude<Effect, { type: 'callback' }> | 'answered' | 'failed';

export const tap: Gesture = { type: 'tap' };

export function liveCard(template: CardTemplate, scene: Scene = {}): LiveCard {
  const mock = mockParams(template);
  return createLiveCard({
    template,
    cardParamMap: { ...mock.cardParamMap, ...scene.cardParamMap },
    privateParamMap: { ...mock.privateParamMap, ...scene.privateParamMap },
    ...(scene.localData && { localData: scene.localData }),
    switches: { ...defaultSwitches, ...scene.switches },
  });
}

/** Performs a gesture; its callbacks go over the Stream and change the card as the bot says. */
export async function perform(
  simulator: Simulator,
  template: CardTemplate,
  one: ActionCase,
): Promise<{ readonly effects: readonly Effect[]; readonly card: LiveCard }> {
  const card = liveCard(template, one.scene);
  const chooses = [...(one.chooses ?? [])];
  const effects = await card.act(one.key, one.gesture ?? tap, {
    async sendCallback({ actionIds, params }) {
      const outTrackId = await createSimCard(simulator, partsOf(template, one.scene));
      const result = await simulator.tap({ outTrackId, userId: 'manager01', actionIds, params });
      if (result.outcome !== 'answered') return { ok: false, reason: result.outcome };
      if (result.code !== 200) return { ok: false, reason: String(result.code) };
      const now = simulator.card(outTrackId, 'manager01');
      card.setData({ cardParamMap: now.cardData, privateParamMap: now.userPrivateData });
      const { cardData, userPrivateData } = result.response ?? {};
      return {
        ok: true,
        cardData: decodeParamMap(template.variables, cardData?.cardParamMap ?? {}),
        cardPrivateData: decodeParamMap(template.variables, userPrivateData?.cardParamMap ?? {}),
      };
    },
    formValues: () => one.typed ?? {},
    toast: () => {},
    openLink: () => {},
    openModal: () => {},
    copy: () => {},
    preview: () => {},
    confirm: () => Promise.resolve(one.confirms ?? true),
    choose: () => Promise.resolve(chooses.shift()),
    clientApi: () => Promise.resolve(one.clientApi),
  });
  return { effects, card };
}

function partsOf(template: CardTemplate, scene: Scene = {}): object {
  const mock = mockParams(template);
  return {
    cardData: { cardParamMap: { ...mock.cardParamMap, ...scene.cardParamMap } },
    privateData: {
      manager01: { cardParamMap: { ...mock.privateParamMap, ...scene.privateParamMap } },
    },
  };
}

export function told(effects: readonly Effect[]): readonly Told[] {
  return effects.map((effect) => {
    if (effect.type !== 'callback') return effect;
    return effect.reply.ok ? 'answered' : 'failed';
  });
}
