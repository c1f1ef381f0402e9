import type { JsonObject } from '../base/json-text.js';

/** A `cardParamMap` as on the wire: variable name → text (card-openapi §3.1). */
export type ParamMap = Readonly<Record<string, string>>;

/**
 * What one viewer's client holds, decoded by declared type (template-format §1.6). A fresh object
 * after every change, never changed in place.
 */
export interface CardData {
  /** Public. */
  readonly cardData: JsonObject;
  /** This viewer's own. */
  readonly cardPrivateData: JsonObject;
  /** On this client only: empty at load, not settable over the API (template-format §1.3). */
  readonly localData: JsonObject;
}

/** The circumstances a card is drawn in (template-format §5.5). */
export interface ViewSwitches {
  readonly theme: 'light' | 'dark';
  readonly platform: 'pc' | 'ios' | 'android';
  /** Of the card, in px. */
  readonly width: number;
  readonly bizScene: 'im' | 'topbox';
  /** A forwarded card (template-format §2.3 `disabledWhileForward`). */
  readonly forwarded: boolean;
  /** Draws an AI card in this state instead of the one its data says. */
  readonly flowStatus?: '1' | '2' | '3' | '4' | '5';
  /** Which text of an i18n wrapper is taken; the wrapper's own default where it has none. */
  readonly language: 'zh_Hans' | 'en_US';
}

export const defaultSwitches: ViewSwitches = {
  theme: 'light',
  platform: 'pc',
  width: 400,
  bizScene: 'im',
  forwarded: false,
  language: 'zh_Hans',
};

export const noData: CardData = { cardData: {}, cardPrivateData: {}, localData: {} };
