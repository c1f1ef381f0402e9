import type { JsonObject, JsonValue } from '../../base/json-text.js';
import { createEvaluation } from '../evaluate/create-evaluation.js';
import type { Evaluation, EventData, Place } from '../evaluate/evaluation.js';
import type { Binding, CardView } from '../view/card-view.js';
import type { CardHost } from './card-host.js';
import type { Effect, LocalChange, NothingWhy } from './effect.js';

/** More than any chain has; a chain of a hostile template ends here. */
const MAX_STEPS = 300;

/** One gesture on its way: what it needs and what came of it so far. */
export interface Acting {
  readonly view: CardView;
  readonly binding: Binding;
  readonly host: CardHost;
  readonly effects: readonly Effect[];
  /** With the data as it is now. */
  now(): Evaluation;
  record(effect: Effect): void;
  nothing(why: NothingWhy, what?: string): void;
  /** Counts a step; false, and said once, when there were too many. */
  step(): boolean;
  /** Has the client do something; what it throws becomes an effect. */
  tell(act: (host: CardHost) => void): void;
  /** The same for what takes time; undefined also when the client failed. */
  ask<T>(act: (host: CardHost) => Promise<T>): Promise<T | undefined>;
  setLocal(changes: readonly LocalChange[]): void;
}

/** Where an action happens, and what it can read besides data. */
export interface Where {
  readonly place: Place;
  /** `actionIds[0]` when the action names none; '' when nothing is to be sent then. */
  readonly fallbackId: string;
  /** What was entered or chosen: the value of `builtIn` parameters. */
  readonly result?: JsonValue;
  /** Values of the form around a custom submit button, for the parameter `form`. */
  readonly form?: JsonObject;
}

/** How a step ended; `event` is what callbacks of a chain can read. */
export interface Done {
  readonly ok: boolean;
  readonly event?: EventData;
  /** Of a menu: the option chosen. */
  readonly chosen?: number;
}

export function createActing(view: CardView, binding: Binding, host: CardHost): Acting {
  const effects: Effect[] = [];
  let steps = 0;
  let latest = view.evaluation;

  function failed(error: unknown): void {
    const what = error instanceof Error ? error.message : String(error);
    effects.push({ type: 'nothing', why: 'host-failed', what: what.slice(0, 200) });
  }

  const acting: Acting = {
    view,
    binding,
    host,
    effects,
    now() {
      const data = currentData() ?? latest.data;
      if (data !== latest.data) {
        const { template, switches, settings } = latest;
        latest = createEvaluation({ template, data, switches, settings });
      }
      return latest;
    },
    record: (effect) => effects.push(effect),
    nothing: (why, what) =>
      effects.push({ type: 'nothing', why, ...(what !== undefined && { what }) }),
    step() {
      steps++;
      if (steps === MAX_STEPS + 1) acting.nothing('too-many-steps', String(MAX_STEPS));
      return steps <= MAX_STEPS;
    },
    tell(act) {
      try {
        act(host);
      } catch (error) {
        failed(error);
      }
    },
    async ask(act) {
      try {
        return await act(host);
      } catch (error) {
        failed(error);
        return undefined;
      }
    },
    setLocal(changes) {
      acting.record({ type: 'setLocal', changes });
      acting.tell(() => host.setLocal(changes));
    },
  };

  function currentData() {
    try {
      return host.data();
    } catch (error) {
      failed(error);
      return undefined;
    }
  }
  return acting;
}
