import type { Effect } from '../../card/act/effect.js';
import type { Gesture } from '../../card/act/gesture.js';
import { createLiveCard, type LiveCard } from '../../card/act/live-card.js';
import type { ViewSwitches } from '../../card/card-data.js';
import { type CardSettings, cardSettingDefinitions } from '../../card/card-settings.js';
import { decodeParamMap } from '../../card/data/decode-data.js';
import type { CardTemplate } from '../../card/template/card-template.js';
import type { CardView } from '../card-view.js';
import { type CardHostDeps, createCardHost } from './card-host.js';
import { createFormDrafts, type FormDrafts } from './paint/form-drafts.js';
import type { Shelved } from './shelf.js';

/** What came of touching a card, for the panel beside it. */
export interface ClientNote {
  readonly atMs: number;
  readonly userId: string;
  readonly effects: readonly Effect[];
}

/** Cards as viewers have them on this client: with what they opened, typed and chose. */
export interface LiveCards {
  /** Undefined while its template or its data are missing. */
  get(key: string): LiveCard | undefined;
  draftsOf(key: string): FormDrafts;
  /** Takes over data and template as they are now. */
  sync(key: string): void;
  setSwitches(switches: ViewSwitches): void;
  /** Every card anew, with what the settings say now. */
  setSettings(settings: CardSettings): void;
  act(key: string, nodeKey: string, gesture: Gesture): Promise<readonly Effect[]>;
  notesOf(outTrackId: string): readonly ClientNote[];
}

export interface LiveCardsDeps
  extends Pick<CardHostDeps, 'api' | 'questions' | 'toast' | 'openWindow' | 'copyText'> {
  readonly card: (key: string) => Shelved<CardView> | undefined;
  readonly template: (cardTemplateId: string) => Shelved<CardTemplate> | undefined;
  readonly renew: (key: string) => Promise<void>;
  readonly now: () => number;
  readonly onChange: () => void;
  readonly switches: ViewSwitches;
}

interface Held {
  readonly live: LiveCard;
  template: CardTemplate;
  card: CardView;
}

const NOTES_KEPT = 50;

export function createLiveCards(deps: LiveCardsDeps): LiveCards {
  const held = new Map<string, Held>();
  const drafts = new Map<string, FormDrafts>();
  const notes = new Map<string, readonly ClientNote[]>();
  let switches = deps.switches;
  let settings: CardSettings | undefined;

  const draftsOf = (key: string): FormDrafts => {
    const known = drafts.get(key) ?? createFormDrafts();
    drafts.set(key, known);
    return known;
  };

  function sync(key: string): void {
    const shelved = deps.card(key);
    if (shelved?.is !== 'ready') return void held.delete(key);
    const card = shelved.value;
    const template = deps.template(card.cardTemplateId);
    if (template?.is !== 'ready') return void held.delete(key);
    const known = held.get(key);
    const data = { cardParamMap: card.cardData, privateParamMap: card.userPrivateData };
    if (!known) {
      const live = createLiveCard({
        template: template.value,
        switches,
        ...data,
        ...(settings && { settings }),
      });
      live.subscribe(deps.onChange);
      held.set(key, { live, template: template.value, card });
      return;
    }
    if (known.template !== template.value) known.live.setTemplate(template.value);
    if (known.card !== card) known.live.setData(data);
    known.template = template.value;
    known.card = card;
  }

  return {
    get: (key) => held.get(key)?.live,
    draftsOf,
    sync,
    setSwitches(next) {
      switches = next;
      for (const { live } of held.values()) live.setSwitches(next);
    },
    setSettings(next) {
      if (settings && sameSettings(settings, next)) return;
      settings = next;
      const keys = [...held.keys()];
      held.clear();
      for (const key of keys) sync(key);
    },
    async act(key, nodeKey, gesture) {
      const found = held.get(key);
      if (!found) return [];
      const { outTrackId, userId } = found.card;
      const host = createCardHost({
        ...deps,
        outTrackId,
        userId,
        drafts: draftsOf(key),
        renew: () => deps.renew(key),
        decode: (map) => decodeParamMap(found.template.variables, map),
      });
      const effects = await found.live.act(nodeKey, gesture, host);
      const note = { atMs: deps.now(), userId, effects };
      notes.set(outTrackId, [...(notes.get(outTrackId) ?? []), note].slice(-NOTES_KEPT));
      deps.onChange();
      return effects;
    },
    notesOf: (outTrackId) => notes.get(outTrackId) ?? [],
  };
}

function sameSettings(one: CardSettings, other: CardSettings): boolean {
  const names = Object.keys(cardSettingDefinitions) as (keyof CardSettings)[];
  return names.every((name) => one[name] === other[name]);
}
