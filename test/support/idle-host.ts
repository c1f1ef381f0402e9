import type { LiveCardHost } from '../../src/card/act/live-card.js';

/** A client on which everything arrives and nothing comes of it; parts are replaced by what a test looks at. */
export const idleHost: LiveCardHost = {
  sendCallback: () => Promise.resolve({ ok: true, cardData: {}, cardPrivateData: {} }),
  formValues: () => ({}),
  toast: () => {},
  openLink: () => {},
  openModal: () => {},
  copy: () => {},
  preview: () => {},
  confirm: () => Promise.resolve(true),
  choose: () => Promise.resolve(0),
  clientApi: () => Promise.resolve(undefined),
};
