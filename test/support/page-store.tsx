import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { onTestFinished, vi } from 'vitest';
import { systemClock } from '../../src/base/clock.js';
import { readTemplate } from '../../src/card/template/read-template.js';
import { simTemplateOf } from '../../src/cli/sim-template.js';
import { createApiClient } from '../../src/simulator/page/api-client.js';
import type { EventLinkListener } from '../../src/simulator/page/event-link.js';
import { firstPlace, type PagePlace } from '../../src/simulator/page/page-place.js';
import { cardKey, PageStore } from '../../src/simulator/page/page-store.js';
import { PageContext } from '../../src/simulator/page/use-page.js';
import type { WorldState } from '../../src/simulator/page/world-state.js';
import type { Simulator } from '../../src/simulator/simulator.js';

/** Of `createSimCard`. */
export const cardTemplateId = '1366a1eb-bc54-4859-ac88-517c56a9acb1.schema';

export interface OpenedPage {
  readonly store: PageStore;
  readonly world: WorldState;
  readonly opened: readonly string[];
  readonly copied: readonly string[];
  readonly kept: readonly PagePlace[];
  /** The other end of the events, to say that the connection changed. */
  readonly link: EventLinkListener;
  /** HTML of a part of the page as it stands. */
  readonly html: (part: ReactNode) => string;
  /** Reads a card as one person has it, and its template. */
  readonly card: (outTrackId: string, userId?: string) => Promise<string>;
}

/** What the page holds, over real calls to a simulator. Stopped when the test ends. */
export async function openPage(
  simulator: Simulator,
  place: Partial<PagePlace> = {},
): Promise<OpenedPage> {
  const opened: string[] = [];
  const copied: string[] = [];
  const kept: PagePlace[] = [];
  let link: EventLinkListener | undefined;
  const store = new PageStore({
    api: createApiClient(fetch, simulator.origin),
    clock: systemClock,
    openEvents(listener) {
      link = listener;
      listener.state('open');
      for (const event of simulator.events()) listener.event(event);
      return simulator.subscribe((event) => listener.event(event));
    },
    place: { ...firstPlace({ lang: 'zh', dark: false }), ...place },
    keepPlace: (next) => kept.push(next),
    openWindow: (url) => opened.push(url),
    copyText: (text) => copied.push(text),
  });
  onTestFinished(() => store.stop());
  await store.start();
  return {
    store,
    opened,
    copied,
    kept,
    get world() {
      const { world } = store.read();
      if (!world) throw new Error('the world is not known');
      return world;
    },
    get link() {
      if (!link) throw new Error('the events were not opened');
      return link;
    },
    html: (part) => renderToStaticMarkup(<PageContext value={store}>{part}</PageContext>),
    card: async (outTrackId, userId = 'manager01') => {
      const key = cardKey(outTrackId, userId);
      store.cards.want(key);
      await vi.waitFor(() => {
        const template = store.templates.get(cardTemplateId);
        if (store.cards.get(key)?.is !== 'ready' || !template || template.is === 'loading') {
          throw new Error('not there yet');
        }
      });
      return key;
    },
  };
}

/** Gives the simulator an example's template for the cards of `createSimCard`. */
export function setExample(simulator: Simulator, name = 'approval'): void {
  const file = path.resolve(import.meta.dirname, '../../examples', name, 'template.json');
  const exported = readFileSync(file, 'utf8');
  const template = simTemplateOf(cardTemplateId, name, exported, readTemplate(exported));
  simulator.setTemplate(template);
}
