import { createRoot } from 'react-dom/client';
import { systemClock } from '../../base/clock.js';
import { createApiClient } from './api-client.js';
import { App } from './app.js';
import { openEventSource } from './event-link.js';
import { firstPlace, readPlace } from './page-place.js';
import { PageStore } from './page-store.js';
import { PageContext } from './use-page.js';

/** Per window: two windows may look through two people's eyes. */
const PLACE_KEY = 'dtcard.place';

const first = firstPlace({
  lang: /^zh/i.test(navigator.language) ? 'zh' : 'en',
  dark: window.matchMedia('(prefers-color-scheme: dark)').matches,
});

const store = new PageStore({
  api: createApiClient(window.fetch.bind(window)),
  clock: systemClock,
  openEvents: openEventSource,
  place: readPlace(sessionStorage.getItem(PLACE_KEY), first),
  keepPlace: (place) => sessionStorage.setItem(PLACE_KEY, JSON.stringify(place)),
  openWindow: (url) => void window.open(url, '_blank', 'noopener,noreferrer'),
  copyText: (text) => void navigator.clipboard?.writeText(text).catch(() => undefined),
});

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <PageContext value={store}>
      <App />
    </PageContext>,
  );
}
void store.start();
