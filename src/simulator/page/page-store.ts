import type { Clock } from '../../base/clock.js';
import type { CardView } from '../card-view.js';
import type { SimEvent } from '../sim-event.js';
import type { ApiClient } from './api-client.js';
import { type CardStep, stepOn } from './card-history.js';
import { type ChatLog, createChatLog, type LostCard } from './chat-log.js';
import type { LinkState, OpenEvents } from './event-link.js';
import { createLiveCards, type LiveCards } from './live-cards.js';
import type { PagePlace } from './page-place.js';
import { createQuestions, type Questions } from './questions.js';
import { createShelf, type Shelf } from './shelf.js';
import { createTemplateShelf, type TemplateShelf } from './template-shelf.js';
import { chatsOf, type WorldState } from './world-state.js';

/** What the page shows; a new object after every change. */
export interface PageState {
  readonly link: LinkState;
  /** Absent until the simulator was asked. */
  readonly world?: WorldState;
  readonly place: PagePlace;
  readonly toasts: readonly PageToast[];
  /** Grows with whatever else changed: chats, cards, templates. */
  readonly version: number;
}

export interface PageToast {
  readonly id: number;
  readonly text: string;
  readonly kind: 'success' | 'info' | 'error';
}

export interface PageStoreDeps {
  readonly api: ApiClient;
  readonly clock: Clock;
  readonly openEvents: OpenEvents;
  readonly place: PagePlace;
  /** Keeps the place for a reload. */
  readonly keepPlace: (place: PagePlace) => void;
  readonly openWindow: (url: string) => void;
  readonly copyText: (text: string) => void;
}

/** Events come one by one; the screen follows in steps of this. */
const BATCH_MS = 16;
const TOAST_MS = 4000;

/** Everything the page knows, from the control API and its events. */
export class PageStore {
  readonly api: ApiClient;
  readonly clock: Clock;
  /** By `cardKey`. */
  readonly cards: Shelf<CardView>;
  readonly templates: TemplateShelf;
  readonly live: LiveCards;
  readonly questions: Questions;
  readonly #deps: PageStoreDeps;
  readonly #listeners = new Set<() => void>();
  readonly #history = new Map<string, readonly CardStep[]>();
  #state: PageState;
  #chats: ChatLog | undefined;
  #waiting: SimEvent[] = [];
  #flushing = false;
  #toastId = 0;
  #close: (() => void) | undefined;

  constructor(deps: PageStoreDeps) {
    this.api = deps.api;
    this.clock = deps.clock;
    this.#deps = deps;
    this.#state = { link: 'connecting', place: deps.place, toasts: [], version: 0 };
    const changed = () => this.#publish({});
    this.questions = createQuestions(changed);
    this.cards = createShelf(
      (key) => {
        const { outTrackId, userId } = cardOfKey(key);
        const query = `userId=${encodeURIComponent(userId)}`;
        return deps.api.get<CardView>(`/cards/${encodeURIComponent(outTrackId)}?${query}`);
      },
      (key) => this.#cardRead(key),
    );
    this.templates = createTemplateShelf(deps.api, (id) => this.#templateRead(id));
    this.live = createLiveCards({
      api: deps.api,
      questions: this.questions,
      toast: ({ content, kind }) => this.toast(content, kind),
      openWindow: deps.openWindow,
      copyText: deps.copyText,
      card: (key) => this.cards.get(key),
      template: (id) => this.templates.get(id),
      renew: (key) => this.cards.renew(key),
      now: () => deps.clock.now(),
      onChange: changed,
      switches: deps.place.switches,
    });
  }

  async start(): Promise<void> {
    await this.readWorld();
    this.#close = this.#deps.openEvents({
      state: (link) => this.#publish({ link }),
      event: (event) => this.#take(event),
      missed: () => void this.#readCards(),
    });
    await this.#readCards();
  }

  stop(): void {
    this.#close?.();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  readonly read = (): PageState => this.#state;

  get chats(): ChatLog | undefined {
    return this.#chats;
  }

  historyOf(outTrackId: string): readonly CardStep[] {
    return this.#history.get(outTrackId) ?? [];
  }

  /** Changes where the person is. */
  go(changes: Partial<PagePlace>): void {
    const place = { ...this.#state.place, ...changes };
    this.#deps.keepPlace(place);
    if (changes.switches) this.live.setSwitches(changes.switches);
    this.#publish({ place });
  }

  /** Shuts the panel; which card it was about is kept. */
  closePanel(): void {
    const { panel: _panel, ...place } = this.#state.place;
    this.#deps.keepPlace(place);
    this.#publish({ place });
  }

  toast(text: string, kind: PageToast['kind'] = 'info'): void {
    const id = ++this.#toastId;
    this.#publish({ toasts: [...this.#state.toasts, { id, text, kind }].slice(-5) });
    this.clock.after(TOAST_MS, () =>
      this.#publish({ toasts: this.#state.toasts.filter((toast) => toast.id !== id) }),
    );
  }

  /** People, chats and settings, read anew. */
  async readWorld(): Promise<void> {
    const answer = await this.api.get<WorldState>('/state');
    if (!answer.ok) {
      this.#publish({ link: answer.code === 'no-page-session' ? 'closed' : 'lost' });
      return;
    }
    const world = answer.value;
    this.#chats ??= createChatLog(world);
    this.live.setSettings(world.settings);
    this.#publish({ world, place: placeIn(world, this.#state.place) });
  }

  #take(event: SimEvent): void {
    this.#waiting.push(event);
    if (this.#flushing) return;
    this.#flushing = true;
    this.clock.after(BATCH_MS, () => void this.#flush());
  }

  async #flush(): Promise<void> {
    if (!this.#chats) await this.readWorld();
    this.#flushing = false;
    const events = this.#waiting;
    this.#waiting = [];
    const stale = new Set<string>();
    for (const event of events) {
      this.#chats?.apply(event);
      const outTrackId = 'outTrackId' in event ? event.outTrackId : undefined;
      if (outTrackId !== undefined) {
        this.#history.set(outTrackId, stepOn(this.historyOf(outTrackId), event));
      }
      if (event.type === 'card.changed' || event.type === 'card.delivered') {
        stale.add(event.outTrackId);
      } else if (event.type === 'template.changed') {
        void this.templates.renew(event.cardTemplateId);
      } else if (event.type === 'settings.changed' || event.type.startsWith('connection.')) {
        void this.readWorld();
      }
    }
    for (const key of this.cards.keys) {
      if (stale.has(cardOfKey(key).outTrackId)) void this.cards.renew(key);
    }
    this.#publish({});
  }

  async #readCards(): Promise<void> {
    const answer = await this.api.get<{ cards: readonly LostCard[] }>('/cards');
    if (!answer.ok) return;
    // Those whose events are kept are placed by these, in their order.
    await this.#flush();
    for (const card of answer.value.cards) this.#chats?.addCard(card);
    for (const key of this.cards.keys) void this.cards.renew(key);
    this.#publish({});
  }

  #cardRead(key: string): void {
    const card = this.cards.get(key);
    if (card?.is === 'ready') this.templates.want(card.value.cardTemplateId);
    this.live.sync(key);
    this.#publish({});
  }

  #templateRead(cardTemplateId: string): void {
    for (const key of this.cards.keys) {
      const card = this.cards.get(key);
      if (card?.is === 'ready' && card.value.cardTemplateId === cardTemplateId) this.live.sync(key);
    }
    this.#publish({});
  }

  #publish(changes: Partial<PageState>): void {
    this.#state = { ...this.#state, ...changes, version: this.#state.version + 1 };
    for (const listener of this.#listeners) listener();
  }
}

export function cardKey(outTrackId: string, userId: string): string {
  return `${userId}\n${outTrackId}`;
}

function cardOfKey(key: string): { readonly outTrackId: string; readonly userId: string } {
  const at = key.indexOf('\n');
  return { userId: key.slice(0, at), outTrackId: key.slice(at + 1) };
}

/** A person and a chat that exist: what was kept may be from another world. */
function placeIn(world: WorldState, place: PagePlace): PagePlace {
  const known = world.people.some(({ userId }) => userId === place.userId);
  const userId = known ? place.userId : (world.people[0]?.userId ?? '');
  const chats = chatsOf(world, userId);
  const isThere =
    known &&
    (chats.some(({ conversationId }) => conversationId === place.conversationId) ||
      place.conversationId.startsWith('robot:'));
  const conversationId = isThere ? place.conversationId : (chats[0]?.conversationId ?? '');
  return { ...place, userId, conversationId };
}
