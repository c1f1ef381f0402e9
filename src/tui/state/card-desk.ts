import type { JsonObject, JsonValue } from '../../base/json-text.js';
import { createLiveCard, type LiveCard } from '../../card/act/live-card.js';
import { defaultSwitches } from '../../card/card-data.js';
import type { CardTemplate } from '../../card/template/card-template.js';
import type { CardView } from '../../card/view/card-view.js';
import { privateOf, publicOf } from '../../log/card-layers.js';
import type { CardInstance } from '../../log/cards.js';
import { paintCard } from '../../paint/paint-card.js';
import type { PaintedCard, Region } from '../../paint/painted-card.js';
import { dataView } from '../components/card-data-view.js';
import type { CardSource } from './card-source.js';
import type { CardUi } from './card-ui.js';
import type { ViewData } from './view-data.js';

/** Somebody a card can be looked at as; without a userId: nobody in particular. */
export interface CardViewer {
  readonly userId: string | undefined;
  readonly name: string;
}

/** One card as it is now, painted. */
export interface CardFrame {
  /** Undefined: a card that was not sent from here, or is no longer in memory. */
  readonly card: CardInstance | undefined;
  readonly template: CardTemplate | undefined;
  /** Undefined without a template. */
  readonly view: CardView | undefined;
  readonly painted: PaintedCard;
  readonly focused: Region | undefined;
  readonly viewers: readonly CardViewer[];
}

/** Holds what the screen's cards are between frames: local state and what is typed into forms. */
export interface CardDesk {
  frame(ui: CardUi, data: ViewData, width: number): CardFrame;
  /** Undefined without a template. */
  live(ui: CardUi, data: ViewData): LiveCard | undefined;
  formValues(ui: CardUi, key: string): JsonObject;
  setFormValue(ui: CardUi, key: string, name: string, value: JsonValue): void;
  /** What a client forgets when the conversation is opened again. */
  forget(ui: CardUi): void;
}

interface Held {
  readonly live: LiveCard;
  template: CardTemplate;
  card: CardInstance;
  theme: CardUi['theme'];
  forms: ReadonlyMap<string, JsonObject>;
}

/** Cards whose local state is kept. */
const heldLimit = 20;

export function createCardDesk(source: CardSource): CardDesk {
  const held = new Map<string, Held>();
  let known: { readonly key: readonly unknown[]; readonly painted: PaintedCard } | undefined;

  function hold(ui: CardUi, data: ViewData): Held | undefined {
    const card = data.cards.get(ui.outTrackId);
    const template = card && source.templateOf(card.cardTemplateId);
    if (!card || !template) return undefined;
    const name = nameOf(ui);
    const found = held.get(name) ?? created(card, template, ui);
    if (found.card !== card) found.live.setData(mapsOf(card, ui.userId));
    if (found.template !== template) found.live.setTemplate(template);
    if (found.theme !== ui.theme) found.live.setSwitches({ ...defaultSwitches, theme: ui.theme });
    Object.assign(found, { card, template, theme: ui.theme });
    held.delete(name);
    held.set(name, found);
    for (const old of held.keys()) if (held.size > heldLimit) held.delete(old);
    return found;
  }

  function paint(ui: CardUi, data: ViewData, width: number, found: Held | undefined): PaintedCard {
    const card = data.cards.get(ui.outTrackId);
    const view = ui.shows === 'card' ? found?.live.view() : undefined;
    const key = [view ?? card, ui.outTrackId, ui.userId, ui.theme, width, found?.forms, data.lang];
    if (known?.key.every((part, index) => part === key[index])) return known.painted;
    const painted = paintCard(view ?? dataView(ui, card, found !== undefined, data), {
      width,
      lang: data.lang,
      theme: ui.theme,
      formValues: (form) => found?.forms.get(form) ?? {},
    });
    known = { key, painted };
    return painted;
  }

  return {
    frame(ui, data, width) {
      const found = hold(ui, data);
      const card = data.cards.get(ui.outTrackId);
      const painted = paint(ui, data, width, found);
      return {
        card,
        template: found?.template,
        view: found?.live.view(),
        painted,
        focused: painted.regions.find(({ id }) => id === ui.focus),
        viewers: viewersOf(ui.outTrackId, card, data, source.people ?? []),
      };
    },
    live: (ui, data) => hold(ui, data)?.live,
    formValues: (ui, key) => held.get(nameOf(ui))?.forms.get(key) ?? {},
    setFormValue(ui, key, name, value) {
      const found = held.get(nameOf(ui));
      if (!found) return;
      const values = Object.entries(found.forms.get(key) ?? {}).filter(([one]) => one !== name);
      found.forms = new Map(found.forms).set(key, Object.fromEntries([...values, [name, value]]));
    },
    forget(ui) {
      held.delete(nameOf(ui));
    },
  };
}

function nameOf({ outTrackId, userId }: CardUi): string {
  return JSON.stringify([outTrackId, userId ?? null]);
}

function created(card: CardInstance, template: CardTemplate, ui: CardUi): Held {
  const { theme, userId } = ui;
  const switches = { ...defaultSwitches, theme };
  const live = createLiveCard({ template, switches, ...mapsOf(card, userId) });
  return { live, template, card, theme, forms: new Map() };
}

function mapsOf(card: CardInstance, userId: string | undefined) {
  return { cardParamMap: publicOf(card, userId), privateParamMap: privateOf(card, userId) };
}

/** How far back taps on a card are looked for, and how many people are offered. */
const lookBack = 500;
const viewerLimit = 50;

/** Whoever has data of their own, whoever touched it, the simulated people; at last nobody. */
function viewersOf(
  outTrackId: string,
  card: CardInstance | undefined,
  data: ViewData,
  people: NonNullable<CardSource['people']>,
): readonly CardViewer[] {
  const names = new Map(people.map(({ userId, name }) => [userId, name]));
  const touched = data.feed.rows.slice(-lookBack).flatMap((row) => {
    const exchange = row.kind === 'exchange' ? data.exchanges.get(row.exchangeId) : undefined;
    return exchange?.callback.outTrackId === outTrackId ? [exchange.callback.userId] : [];
  });
  const own = [...Object.keys(card?.privateData ?? {}), ...(card?.seenBy.keys() ?? [])];
  const users = [...own, ...touched, ...names.keys()];
  const viewers = [...new Set(users)].slice(0, viewerLimit).map((userId): CardViewer => {
    return { userId, name: data.feed.nickOf(userId) ?? names.get(userId) ?? userId };
  });
  return [...viewers, { userId: undefined, name: data.t('tui.cardScreen.everybody') }];
}
