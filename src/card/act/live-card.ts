import { createEmitter } from '../../base/emitter.js';
import type { JsonObject } from '../../base/json-text.js';
import type { CardData, ParamMap, ViewSwitches } from '../card-data.js';
import { defaultSwitches } from '../card-data.js';
import type { CardSettings } from '../card-settings.js';
import { defaultCardSettings } from '../card-settings.js';
import { decodeParamMap } from '../data/decode-data.js';
import { createEvaluation } from '../evaluate/create-evaluation.js';
import type { CardTemplate } from '../template/card-template.js';
import { buildView } from '../view/build-view.js';
import type { CardView } from '../view/card-view.js';
import { applyLocal } from './apply-local.js';
import type { CardHost } from './card-host.js';
import type { Effect } from './effect.js';
import type { Gesture } from './gesture.js';
import { interact } from './interact.js';

/** What a client brings to its cards; data and local state are the card's own. */
export type LiveCardHost = Omit<CardHost, 'data' | 'setLocal'>;

export interface LiveCardInput {
  readonly template: CardTemplate;
  readonly settings?: CardSettings;
  readonly switches?: ViewSwitches;
  /** Public data as on the wire. */
  readonly cardParamMap?: ParamMap;
  /** This viewer's own. */
  readonly privateParamMap?: ParamMap;
  /** Nothing at load on a real client (template-format §1.3). */
  readonly localData?: JsonObject;
}

/** One viewer's card on one client: data and local state in, view out. Has no clock and does no I/O. */
export interface LiveCard {
  /** The view of this moment; the same object until something changes. */
  view(): CardView;
  data(): CardData;
  /** Data as it is after a send, an update or an answer; the whole maps. Absent: unchanged. */
  setData(data: { readonly cardParamMap?: ParamMap; readonly privateParamMap?: ParamMap }): void;
  setSwitches(switches: ViewSwitches): void;
  setTemplate(template: CardTemplate): void;
  /** What a client forgets when the conversation is opened again. */
  resetLocal(): void;
  act(key: string, gesture: Gesture, host: LiveCardHost): Promise<readonly Effect[]>;
  /** Called after every change. Gives what ends it. */
  subscribe(changed: () => void): () => void;
}

export function createLiveCard(input: LiveCardInput): LiveCard {
  const settings = input.settings ?? defaultCardSettings();
  const changes = createEmitter<undefined>();
  let template = input.template;
  let switches = input.switches ?? defaultSwitches;
  let cardParamMap = input.cardParamMap ?? {};
  let privateParamMap = input.privateParamMap ?? {};
  let localData = input.localData ?? {};
  let data: CardData | undefined;
  let view: CardView | undefined;

  function changed(): void {
    view = undefined;
    changes.emit(undefined);
  }

  const card: LiveCard = {
    view() {
      view ??= buildView(createEvaluation({ template, data: card.data(), switches, settings }));
      return view;
    },
    data() {
      data ??= {
        cardData: decodeParamMap(template.variables, cardParamMap),
        cardPrivateData: decodeParamMap(template.variables, privateParamMap),
        localData,
      };
      return data;
    },
    setData(next) {
      cardParamMap = next.cardParamMap ?? cardParamMap;
      privateParamMap = next.privateParamMap ?? privateParamMap;
      data = undefined;
      changed();
    },
    setSwitches(next) {
      switches = next;
      changed();
    },
    setTemplate(next) {
      template = next;
      data = undefined;
      changed();
    },
    resetLocal() {
      setLocalData({});
    },
    act: (key, gesture, host) =>
      interact(card.view(), key, gesture, {
        data: () => card.data(),
        setLocal: (local) => setLocalData(applyLocal(localData, local)),
        sendCallback: (request) => host.sendCallback(request),
        formValues: (form) => host.formValues(form),
        toast: (toast) => host.toast(toast),
        openLink: (url) => host.openLink(url),
        openModal: (modal) => host.openModal(modal),
        copy: (text) => host.copy(text),
        preview: (url) => host.preview(url),
        confirm: (dialog) => host.confirm(dialog),
        choose: (menu) => host.choose(menu),
        clientApi: (name, params) => host.clientApi(name, params),
      }),
    subscribe: (tell) => changes.subscribe(() => tell()),
  };

  function setLocalData(next: JsonObject): void {
    if (next === localData) return;
    localData = next;
    data = data && { ...data, localData };
    changed();
  }
  return card;
}
