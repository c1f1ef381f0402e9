import { type KeyboardEvent, type SyntheticEvent, use, useRef, useState } from 'react';
import type { Gesture } from '../../../card/act/gesture.js';
import type { TapInfo } from '../../../card/act/tap-info.js';
import { FormProblemsContext, usePainting } from './painting.js';

export interface Gestures {
  /** A gesture of this node is under way; further ones are not sent meanwhile. */
  readonly busy: boolean;
  /** False: not sent, because another one is under way. */
  readonly send: (gesture: Gesture) => boolean;
}

/** Sends gestures of one node, one at a time. */
export function useGesture(key: string): Gestures {
  const { onGesture, inert } = usePainting();
  const showProblems = use(FormProblemsContext);
  const [busy, setBusy] = useState(false);
  const underWay = useRef(false);
  const run = async (gesture: Gesture): Promise<void> => {
    underWay.current = true;
    setBusy(true);
    try {
      const effects = (await onGesture(key, gesture)) ?? [];
      for (const effect of effects) {
        if (effect.type === 'invalid') showProblems?.(effect.problems);
      }
    } catch {
      // Whoever acts on gestures reports what went wrong; the card stays usable.
    } finally {
      underWay.current = false;
      setBusy(false);
    }
  };
  return {
    busy,
    send: (gesture) => {
      if (inert || underWay.current) return false;
      void run(gesture);
      return true;
    },
  };
}

/** Props that make an element touchable by mouse and keyboard; none when touching does nothing. */
export interface TapProps {
  readonly role?: 'button';
  readonly tabIndex?: 0;
  readonly title?: string;
  readonly 'aria-disabled'?: true;
  readonly 'aria-busy'?: true;
  readonly 'data-tap'?: TapInfo['does'];
  readonly onClick?: (event: SyntheticEvent) => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
}

/**
 * For everything touchable that is no form control. The innermost one gets the touch: only one thing
 * happens per tap (template-format §4.2).
 */
export function useTap(key: string, tap: TapInfo | undefined, tooltip?: string): TapProps {
  const { word, inert } = usePainting();
  const { busy, send } = useGesture(key);
  const title = tooltip ? { title: tooltip } : {};
  if (tap === undefined || (!tap.enabled && tap.why === 'no-action')) return title;
  const touch = (event: SyntheticEvent) => {
    event.stopPropagation();
    event.preventDefault();
    send({ type: 'tap' });
  };
  return {
    role: 'button',
    'data-tap': tap.does,
    ...(tap.enabled ? title : { 'aria-disabled': true, title: word(`why.${tap.why ?? 'status'}`) }),
    ...(busy ? { 'aria-busy': true } : {}),
    ...(inert
      ? {}
      : {
          tabIndex: 0,
          onClick: touch,
          onKeyDown: (event) => {
            // Keys of controls inside are theirs.
            if (event.target !== event.currentTarget) return;
            if (event.key === 'Enter' || event.key === ' ') touch(event);
          },
        }),
  };
}
