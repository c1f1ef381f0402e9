import type { SessionDeps, SessionSettings } from './session-deps.js';

/** Lets rules decide, or nobody but people and the forward. */
export interface RuleSwitch {
  /** The rules in force; none while they are off. */
  readonly rules: SessionDeps['rules'];
  turn(on: boolean): void;
  /** Says so when they are off from the start. */
  tellStart(): void;
}

export function createRuleSwitch(
  { log, rules }: Pick<SessionDeps, 'log' | 'rules'>,
  { rulesOn = true }: Pick<SessionSettings, 'rulesOn'>,
): RuleSwitch {
  let isOn = rulesOn;
  let isTold = isOn;
  return {
    rules: () => (isOn ? rules() : undefined),
    turn(on) {
      isTold = true;
      if (on === isOn) return;
      isOn = on;
      log.append({ type: 'rules.switched', on, reason: 'hand' });
    },
    tellStart() {
      if (isTold) return;
      isTold = true;
      log.append({ type: 'rules.switched', on: false, reason: 'production' });
    },
  };
}
