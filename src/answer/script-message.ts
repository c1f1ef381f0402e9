/** What a worker thread says (script-worker.mjs). */
export type ScriptMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'unusable'; readonly reason: UnusableReason; readonly detail: string }
  | { readonly kind: 'output'; readonly text: string }
  /** It may not begin any more. */
  | { readonly kind: 'skipped'; readonly id: number }
  | { readonly kind: 'value'; readonly id: number; readonly text: string | undefined }
  | {
      readonly kind: 'failed';
      readonly id: number;
      readonly reason: FailedReason;
      readonly detail: string;
    };

type UnusableReason = 'load' | 'no-function' | 'no-types';
type FailedReason = 'threw' | 'reply';

/** Scripts can post to the same port: what is not one of ours is undefined. */
export function readScriptMessage(message: unknown): ScriptMessage | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { kind, id, text, reason, detail } = message as Partial<Record<string, unknown>>;
  switch (kind) {
    case 'ready':
      return { kind };
    case 'unusable': {
      const isTold = reason === 'load' || reason === 'no-function' || reason === 'no-types';
      return isTold && typeof detail === 'string' ? { kind, reason, detail } : undefined;
    }
    case 'output':
      return typeof text === 'string' ? { kind, text } : undefined;
  }
  if (typeof id !== 'number') return undefined;
  switch (kind) {
    case 'skipped':
      return { kind, id };
    case 'value':
      return text === undefined || typeof text === 'string' ? { kind, id, text } : undefined;
    case 'failed': {
      const isTold = reason === 'threw' || reason === 'reply';
      return isTold && typeof detail === 'string' ? { kind, id, reason, detail } : undefined;
    }
    default:
      return undefined;
  }
}
