import type { JsonObject, JsonValue } from '../../base/json-text.js';

/** Everything that came of one gesture, in order; shown beside the card and asserted by tests. */
export type Effect =
  /** A callback went out (template-format §4.2). */
  | { readonly type: 'callback'; readonly request: CallbackRequest; readonly reply: CallbackReply }
  | { readonly type: 'setLocal'; readonly changes: readonly LocalChange[] }
  | { readonly type: 'toast'; readonly toast: Toast }
  | { readonly type: 'openLink'; readonly url: string; readonly refused: boolean }
  | {
      readonly type: 'openModal';
      readonly title: string;
      readonly url: string;
      readonly refused: boolean;
    }
  | { readonly type: 'copy'; readonly text: string }
  | { readonly type: 'preview'; readonly url: string }
  | { readonly type: 'confirm'; readonly dialog: ConfirmDialog; readonly ok: boolean }
  | { readonly type: 'menu'; readonly menu: ActionMenu; readonly chosen?: number }
  /** A client API. Without `result` it does not exist here and nothing happened. */
  | {
      readonly type: 'clientApi';
      readonly name: string;
      readonly params: JsonValue;
      readonly result?: JsonValue;
    }
  /** Handled by DingTalk itself and never delivered to developers (template-format §4.4). */
  | { readonly type: 'system'; readonly actionId: string; readonly params: JsonObject }
  /** A form that may not be submitted yet. */
  | { readonly type: 'invalid'; readonly problems: readonly FormProblem[] }
  /** Nothing happened, and why: a dead button is the commonest silent failure. */
  | {
      readonly type: 'nothing';
      readonly why: NothingWhy;
      /** Which one, where the reason has one: a scheme, an index, an `actionType`. */
      readonly what?: string;
    };

/** Sentences are in i18n/acting.ts as `nothing.<why>`. */
export type NothingWhy =
  /** The view has nothing to touch under this key. */
  | 'no-such-key'
  /** A gesture that this part does not take. */
  | 'wrong-gesture'
  /** As in TapInfo. */
  | 'status'
  | 'status-unset'
  | 'forwarded'
  | 'no-action'
  | 'no-action-id'
  /** `enableClickEvent` is false. */
  | 'click-off'
  /** No link is set, none for this platform, or its variable is empty. */
  | 'no-link'
  /** `actionType` none. */
  | 'none'
  /** A part that the action needs is missing, e.g. the variable to write. */
  | 'incomplete'
  /** An `actionType` or event type that is not known. */
  | 'unknown-action'
  /** A dialog, menu or prompt was closed. */
  | 'cancelled'
  /** An index outside of the options, items or buttons. */
  | 'no-such-item'
  /** `customLocalData` is not a JSON object. */
  | 'bad-local-data'
  /** An Input was submitted empty and the setting `emptyInputSubmit` is off. */
  | 'empty-input'
  | 'nothing-to-copy'
  | 'nothing-to-preview'
  /** What DingTalk sends for it is not known. */
  | 'unknown-feedback'
  /** More steps than a chain may have. */
  | 'too-many-steps'
  /** The client failed to do its part. */
  | 'host-failed';

export interface CallbackRequest {
  /** Always exactly one (template-format §4.2). */
  readonly actionIds: readonly [string];
  readonly params: JsonObject;
}

export type CallbackReply =
  /** Answered in time; what the answer held, decoded, and nothing else (template-format §4.5). */
  | { readonly ok: true; readonly cardData: JsonObject; readonly cardPrivateData: JsonObject }
  | { readonly ok: false; readonly reason: string };

/** With `key`: `local[name][key] = value` (dynamicObject); else `local[name] = value`. */
export interface LocalChange {
  readonly name: string;
  readonly key?: string;
  readonly value: JsonValue;
}

export interface Toast {
  readonly content: string;
  readonly kind: 'success' | 'info' | 'error';
}

export interface ConfirmDialog {
  readonly title: string;
  readonly message: string;
  readonly okText: string;
  readonly cancelText: string;
}

export interface ActionMenu {
  readonly title: string;
  readonly message: string;
  readonly items: readonly {
    readonly text: string;
    readonly description?: string;
    readonly destructive?: boolean;
  }[];
}

export interface FormProblem {
  readonly field: string;
  readonly message: string;
}
