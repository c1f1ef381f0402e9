import type { Translate } from '../../i18n/translate.js';
import type { SessionCommands } from '../../session/session.js';
import { type Line, span } from '../components/spans.js';
import type { UiStore } from './ui-store.js';

export interface RulesSwitchDeps {
  readonly store: UiStore;
  readonly commands: Pick<SessionCommands, 'switchRules'>;
  readonly t: Translate;
  readonly say: (line: Line) => void;
}

/** Within this time the second press means the first. */
const againMs = 4000;

/** Switches the rules on or off; on a production profile they go on only when asked for twice. */
export function createRulesSwitch({ store, commands, t, say }: RulesSwitchDeps): () => void {
  let askedAtMs = Number.NEGATIVE_INFINITY;

  return () => {
    const { rules, nowMs } = store.now().data;
    if (rules.file === undefined) return say([span(t('tui.rules.none'), 'quiet')]);
    if (rules.isGuarded && nowMs - askedAtMs > againMs) {
      askedAtMs = nowMs;
      return say([span(t('tui.rules.switchAgain'), 'waiting')]);
    }
    commands.switchRules(!rules.isOn);
    say([span(t(rules.isOn ? 'line.rules.off' : 'line.rules.on'), 'good')]);
  };
}
