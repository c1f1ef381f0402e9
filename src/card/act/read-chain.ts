import type { JsonValue } from '../../base/json-text.js';
import { isJsonObject } from '../../base/json-text.js';
import type { Action, Bundle, ChainBranch, ChainStep } from './action.js';

/** Callbacks inside callbacks inside menus: deeper than this a chain is cut. */
const MAX_DEPTH = 24;
const MAX_STEPS = 200;

/** Reads the bundle of one event. @param depth how deep in chains it is */
type ReadEvent = (bundle: Bundle, depth: number) => Action;

/**
 * A list of chain events with the keys the compiler gives them (template-format §4.3): the first is
 * `main`, the next ones `main_1`, `main_2`; events of a menu's option `<key>_<option>_<event>`.
 */
export function readChain(
  events: JsonValue | undefined,
  depth: number,
  read: ReadEvent,
): readonly ChainStep[] {
  return readList(events, depth, read, (index) => (index === 0 ? 'main' : `main_${index}`));
}

function readList(
  events: JsonValue | undefined,
  depth: number,
  read: ReadEvent,
  keyOf: (index: number) => string,
): readonly ChainStep[] {
  if (!Array.isArray(events) || depth >= MAX_DEPTH) return [];
  const steps: ChainStep[] = [];
  for (const [index, entry] of (events as readonly JsonValue[]).slice(0, MAX_STEPS).entries()) {
    const step = readStep(entry, depth, read, keyOf(index));
    if (step) steps.push(step);
  }
  return steps;
}

function readStep(
  entry: JsonValue | undefined,
  depth: number,
  read: ReadEvent,
  key: string,
): ChainStep | undefined {
  if (!isJsonObject(entry) || !isJsonObject(entry['event'])) return undefined;
  const callbacks = entry['callbacks'];
  const options = Array.isArray(callbacks)
    ? (callbacks as readonly JsonValue[])
        .slice(0, MAX_STEPS)
        .map((list, option) =>
          readList(list, depth + 1, read, (index) => `${key}_${option}_${index}`),
        )
    : [];
  const outcome = isJsonObject(callbacks) ? callbacks : {};
  return {
    key,
    action: read(entry['event'], depth + 1),
    options,
    ...branch('success', outcome['success'], depth, read, key),
    ...branch('failure', outcome['failure'], depth, read, key),
  };
}

function branch(
  side: 'success' | 'failure',
  source: JsonValue | undefined,
  depth: number,
  read: ReadEvent,
  key: string,
): { readonly [side in 'success' | 'failure']?: ChainBranch } {
  if (!isJsonObject(source) || depth >= MAX_DEPTH) return {};
  const conditional = hasConditions(source['condition']);
  const left = readStep(
    source['leftEvent'],
    depth + 1,
    read,
    sideKey(key, side, conditional, 'left'),
  );
  const right = readStep(
    source['rightEvent'],
    depth + 1,
    read,
    sideKey(key, side, conditional, 'right'),
  );
  if (!left && !right) return {};
  const found = {
    condition: source['condition'] ?? '',
    ...(left && { left }),
    ...(right && { right }),
  };
  return side === 'success' ? { success: found } : { failure: found };
}

/** Without a condition the compiler leaves `left_` out. */
function sideKey(key: string, side: string, conditional: boolean, half: 'left' | 'right'): string {
  return conditional || half === 'right'
    ? `${key}_${side}_${half}_callback_0`
    : `${key}_${side}_callback_0`;
}

function hasConditions(condition: JsonValue | undefined): boolean {
  if (!isJsonObject(condition)) return false;
  const conditions = condition['conditions'];
  return Array.isArray(conditions) && conditions.length > 0;
}
