import { existsSync } from 'node:fs';
import { rulesInvalid } from '../answer/load-rules.js';
import type { RuleSet } from '../answer/rule.js';
import { RulesWatch } from '../answer/rules-file.js';
import type { Clock } from '../base/clock.js';
import { DtcardError } from '../base/errors.js';
import { isTemplateAlias } from '../config/template-alias.js';
import type { EventLog } from '../log/event-log.js';
import { withTemplateIds } from './rule-templates.js';
import { shippedExample } from './shipped-example.js';
import type { WatchOptions } from './watch-options.js';

export interface WatchedRules {
  current(): RuleSet | undefined;
  close(): void;
}

export interface RulesUse {
  /** A person or a service answers callbacks, too. */
  readonly isOneOfSeveral?: boolean;
  /** The id of a template that is named by its alias; what is no alias stays as it is. */
  readonly templateIdOf?: (word: string) => string;
  /** Told of every version of the file that is in force. */
  readonly onLoaded?: (rules: RuleSet) => void;
}

/**
 * The rules of a run, kept current while it goes on. A file that was named and cannot be used at the
 * start ends the run; later on, and for the rules that come with the program, it is an event.
 * @throws DtcardError E1004, E1005
 */
export function openWatchRules(
  options: WatchOptions,
  clock: Clock,
  log: EventLog,
  { isOneOfSeveral = false, templateIdOf = (word) => word, onLoaded }: RulesUse = {},
): WatchedRules {
  const { rules } = options;
  const file =
    rules.kind === 'file'
      ? rules.file
      : options.demo && rules.kind === 'default'
        ? shippedExample('demo/rules.yaml')
        : undefined;
  if (file === undefined) {
    const isOnlyAcknowledged = !isOneOfSeveral && options.policy === 'ack-then-update';
    const key = isOnlyAcknowledged ? 'notice.noRules' : 'notice.noRulesFile';
    log.append({ type: 'notice', level: 'info', key, params: {} });
    return { current: () => undefined, close() {} };
  }
  if (rules.kind === 'file' && !existsSync(file)) {
    throw new DtcardError('E1004', { params: { path: file, detail: 'no such file' } });
  }
  let current: RuleSet | undefined;
  let isStarting = true;
  let unusable: DtcardError | undefined;
  const watch = new RulesWatch({
    path: file,
    clock,
    onLoaded(loaded) {
      current = withTemplateIds(loaded, templateIdOf);
      log.append({ type: 'rules.loaded', file, count: loaded.rules.length });
      onLoaded?.(current);
      for (const params of unknownTemplates(loaded, templateIdOf)) {
        log.append({ type: 'notice', level: 'warn', key: 'notice.templateUnknown', params });
      }
    },
    onRejected(problems, keptPrevious) {
      log.append({ type: 'rules.rejected', file, problems, keptPrevious });
      if (!isStarting || rules.kind !== 'file') return;
      unusable = rulesInvalid(file, problems);
    },
  });
  isStarting = false;
  if (unusable) {
    watch.close();
    throw unusable;
  }
  return { current: () => current, close: () => watch.close() };
}

/** Aliases that no template has: a card of them would be refused when it is sent. */
function unknownTemplates({ rules }: RuleSet, templateIdOf: (word: string) => string) {
  return rules.flatMap(({ name, sends }) =>
    sends.flatMap(({ cardTemplateId: template }) => {
      const isUnknown = isTemplateAlias(template) && templateIdOf(template) === template;
      return isUnknown ? [{ rule: name, template }] : [];
    }),
  );
}
