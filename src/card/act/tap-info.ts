/** `actionType` of an action bundle (template-format §2.3), and what else touching can do. */
export type ActionType =
  | 'url'
  | 'request'
  | 'setLocalState'
  | 'eventChain'
  | 'dynamicEvent'
  | 'toast'
  | 'copy'
  | 'confirm'
  | 'actionSheet'
  | 'select'
  | 'openModal'
  | 'callAPI'
  | 'jsapi'
  | 'none';

/** What a view node says of itself to whoever may touch it. */
export interface TapInfo {
  readonly does: ActionType | 'toggle' | 'preview' | 'feedback' | 'loadMore' | 'close' | 'unknown';
  /** False: drawn, but touching it does nothing now; `why` says so. */
  readonly enabled: boolean;
  readonly why?: /** Status is not `normal`: the compiled check is equality (template-format §2.5). */
    | 'status'
    /** No status at all: a dead button. */
    | 'status-unset'
    | 'forwarded'
    | 'no-action'
    | 'no-action-id';
}
