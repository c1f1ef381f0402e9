import type { RuleProblem } from './event.js';
import type { Projection } from './event-log.js';

/** The rules in force, and what is wrong with the file since. */
export interface RulesStatus {
  readonly file?: string;
  readonly count: number;
  /** Empty when the file as it is now is in force. */
  readonly problems: readonly RuleProblem[];
  /** False: no rule is asked. */
  readonly isOn: boolean;
  /** They are off because the profile is a production one, and nobody has switched them on yet. */
  readonly isGuarded: boolean;
}

export function createRulesStatusProjection(): Projection<RulesStatus> {
  let status: RulesStatus = { count: 0, problems: [], isOn: true, isGuarded: false };
  let version = 0;
  return {
    get version() {
      return version;
    },
    read: () => status,
    apply(event) {
      if (event.type === 'rules.loaded') {
        status = { ...status, file: event.file, count: event.count, problems: [] };
        version++;
      } else if (event.type === 'rules.rejected') {
        const count = event.keptPrevious ? status.count : 0;
        status = { ...status, file: event.file, count, problems: event.problems };
        version++;
      } else if (event.type === 'rules.switched') {
        const isGuarded = !event.on && event.reason === 'production';
        status = { ...status, isOn: event.on, isGuarded };
        version++;
      }
    },
  };
}
