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
  /** A client API that does not exist here; nothing happened. */
  | { readonly type: 'clientApi'; readonly name: string; readonly params: JsonValue }
  /** Handled by DingTalk itself and never delivered to developers (template-format §4.4). */
  | { readonly type: 'system'; readonly actionId: string; readonly params: JsonObject }
  /** A form that may not be submitted yet. */
  | { readonly type: 'invalid'; readonly problems: readonly FormProblem[] }
  /** Nothing happened, and why: a dead button is the commonest silent failure. */
  | { readonly type: 'nothing'; readonly why: string };

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
