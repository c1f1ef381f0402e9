import type { JsonObject, JsonValue } from '../../base/json-text.js';

/**
 * An action bundle reduced to what its `actionType` uses (template-format §2.3). Wrappers are kept as
 * they are in the file and evaluated when the action happens, so that a step of a chain sees what the
 * steps before it changed.
 */
export type Action =
  | NoAction
  | UrlAction
  | RequestAction
  | LocalAction
  | ChainAction
  | { readonly type: 'dynamicEvent'; readonly event: JsonValue }
  | { readonly type: 'toast'; readonly content: JsonValue; readonly kind: JsonValue }
  | {
      readonly type: 'copy';
      readonly copy: 'common' | 'variable' | 'full-content';
      readonly value: JsonValue;
    }
  | ConfirmAction
  | SheetAction
  | SelectAction
  | { readonly type: 'openModal'; readonly title: JsonValue; readonly link: LinkSource }
  | ClientApiAction
  /** An `actionType` that template-format does not know. */
  | { readonly type: 'unknown'; readonly actionType: string };

export interface NoAction {
  readonly type: 'none';
  /** `enableClickEvent: false`, an empty link, `actionType: none`, or a part that is missing. */
  readonly why: 'click-off' | 'no-link' | 'none' | 'incomplete';
  /** The prop that is missing. */
  readonly what?: string;
}

/** `all` for every platform, or one link for each. */
export interface LinkSource {
  readonly perPlatform: boolean;
  readonly all: JsonValue;
  readonly pc: JsonValue;
  readonly ios: JsonValue;
  readonly android: JsonValue;
}

export interface UrlAction {
  readonly type: 'url';
  readonly link: LinkSource;
}

export interface RequestAction {
  readonly type: 'request';
  readonly actionId: JsonValue;
  readonly params: readonly ParamSource[];
  readonly outcome: Outcome;
}

/** What is said after a callback (template-format §4.6). */
export interface Outcome {
  /** Without conditions nothing is said of success; undefined where there can be none: menus, dialogs. */
  readonly successCondition: JsonValue | undefined;
  readonly successToast: JsonValue;
  readonly failureToast: JsonValue;
}

/** One entry of `params[]` (template-format §4.3). */
export interface ParamSource {
  readonly name: string;
  readonly type: 'fixed' | 'variable' | 'builtIn' | 'eventData';
  readonly value: JsonValue;
  /** Variable path; of `eventData` the path in the callback's answer, of `builtIn` its id. */
  readonly variable: string;
  readonly loop: boolean;
}

export type LocalAction =
  | {
      readonly type: 'setLocalState';
      readonly mode: 'variable';
      readonly target: LocalTarget;
      /** The literal or variable of the target's type. */
      readonly value: JsonValue;
    }
  /** `customLocalData`: JSON text of an object that is merged in. */
  | { readonly type: 'setLocalState'; readonly mode: 'merge'; readonly json: JsonValue };

export interface LocalTarget {
  readonly variable: string;
  readonly varType: string;
  /** `keyOfDynamicObject`. */
  readonly key: JsonValue;
}

export interface ChainAction {
  readonly type: 'eventChain';
  readonly events: readonly ChainStep[];
}

export interface ChainStep {
  /** `main`, `main_1`, `main_0_0`, `main_success_left_callback_0`, … (template-format §4.3). */
  readonly key: string;
  readonly action: Action;
  readonly success?: ChainBranch;
  readonly failure?: ChainBranch;
  /** Of a `select`: the steps of each option, in the options' order. */
  readonly options: readonly (readonly ChainStep[])[];
}

export interface ChainBranch {
  readonly condition: JsonValue;
  readonly left?: ChainStep;
  readonly right?: ChainStep;
}

export interface ConfirmAction {
  readonly type: 'confirm';
  readonly title: JsonValue;
  readonly message: JsonValue;
  readonly okText: JsonValue;
  readonly cancelText: JsonValue;
  readonly ok: Action;
  readonly cancel: Action;
}

export interface SheetAction {
  readonly type: 'actionSheet';
  readonly title: JsonValue;
  readonly message: JsonValue;
  readonly items: readonly SheetItem[];
}

export interface SheetItem {
  readonly name: JsonValue;
  readonly description: JsonValue;
  readonly destructive: boolean;
  readonly icon: JsonValue;
  readonly action: Action;
}

export interface SelectAction {
  readonly type: 'select';
  readonly options: JsonValue;
  /** Local variable that keeps `{index, value}`, where one is set. */
  readonly dataKey: string;
}

export interface ClientApiAction {
  readonly type: 'clientApi';
  readonly does: 'callAPI' | 'jsapi';
  readonly name: JsonValue;
  readonly params: readonly ParamSource[];
  /** A variable that holds all the parameters. */
  readonly paramsVariable: JsonValue;
  /** Local variable that keeps what the API gives. */
  readonly into: string;
}

export type Bundle = JsonObject;
