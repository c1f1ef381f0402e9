import { createContext, use, useEffect, useSyncExternalStore } from 'react';
import type { LiveCard } from '../../card/act/live-card.js';
import { type PageTranslate, pageWords } from '../../i18n/page-words.js';
import type { CardView } from '../card-view.js';
import { cardKey, type PageState, type PageStore } from './page-store.js';
import type { Shelved } from './shelf.js';

export const PageContext = createContext<PageStore | undefined>(undefined);

export interface Page {
  readonly store: PageStore;
  readonly state: PageState;
  readonly t: PageTranslate;
}

/** The store with what it holds now; the component is drawn again when that changes. */
export function usePage(): Page {
  const store = use(PageContext);
  if (store === undefined) throw new Error('outside of the page');
  const state = useSyncExternalStore(store.subscribe, store.read, store.read);
  return { store, state, t: pageWords(state.place.lang) };
}

export interface ShownCard {
  /** Undefined until it was asked for. */
  readonly data: Shelved<CardView> | undefined;
  /** Only with a template file. */
  readonly live: LiveCard | undefined;
  readonly key: string;
}

/** A card as one person has it; reads it when it is not known yet. */
export function useCard(outTrackId: string, userId: string): ShownCard {
  const { store } = usePage();
  const key = cardKey(outTrackId, userId);
  useEffect(() => store.cards.want(key), [store, key]);
  return { data: store.cards.get(key), live: store.live.get(key), key };
}
