import type { JsonObject } from '../../base/json-text.js';
import type { CallbackReply, CallbackRequest } from '../../card/act/effect.js';
import type { LiveCardHost } from '../../card/act/live-card.js';
import type { ParamMap } from '../../card/card-data.js';
import type { TapResult } from '../tap.js';
import type { ApiClient } from './api-client.js';
import type { FormDrafts } from './paint/form-drafts.js';
import type { Questions } from './questions.js';

export interface CardHostDeps {
  readonly api: ApiClient;
  readonly outTrackId: string;
  readonly userId: string;
  readonly drafts: FormDrafts;
  readonly questions: Questions;
  readonly toast: LiveCardHost['toast'];
  /** Resolves when the card shows what the simulator has of it now. */
  readonly renew: () => Promise<void>;
  readonly decode: (map: ParamMap) => JsonObject;
  /** Opens http and https addresses in a window of their own. */
  readonly openWindow: (url: string) => void;
  readonly copyText: (text: string) => void;
}

/** The page as the client a card is shown on: callbacks go to the simulator as taps. */
export function createCardHost(deps: CardHostDeps): LiveCardHost {
  const { api, outTrackId, userId, questions } = deps;

  async function sendCallback({ actionIds, params }: CallbackRequest): Promise<CallbackReply> {
    const tap = { outTrackId, userId, actionIds, params };
    const sent = await api.send<TapResult>('POST', '/tap', tap);
    if (!sent.ok) return { ok: false, reason: sent.message };
    const result = sent.value;
    if (result.outcome === 'expired') return { ok: false, reason: 'expired' };
    if (result.outcome === 'undeliverable') return { ok: false, reason: result.reason };
    await deps.renew();
    if (result.code !== 200) return { ok: false, reason: `code ${result.code}` };
    return {
      ok: true,
      cardData: deps.decode(result.response?.cardData?.cardParamMap ?? {}),
      cardPrivateData: deps.decode(result.response?.userPrivateData?.cardParamMap ?? {}),
    };
  }

  return {
    sendCallback,
    formValues: (key) => deps.drafts.read(key),
    toast: deps.toast,
    openLink(url) {
      // dingtalk: addresses mean something to the client only; that they were opened is on record.
      if (isWebAddress(url)) deps.openWindow(url);
    },
    openModal: ({ title, url }) =>
      void questions.ask<void>((settle) => ({ kind: 'modal', title, url, settle })),
    copy: deps.copyText,
    preview: (url) => void questions.ask<void>((settle) => ({ kind: 'picture', url, settle })),
    confirm: (dialog) => questions.ask((settle) => ({ kind: 'confirm', dialog, settle })),
    choose: (menu) => questions.ask((settle) => ({ kind: 'menu', menu, settle })),
    clientApi: () => Promise.resolve(undefined),
  };
}

export function isWebAddress(url: string): boolean {
  return /^https?:\/\//i.test(url);
}
