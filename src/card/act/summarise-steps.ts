import type { JsonValue } from '../../base/json-text.js';
import type { Action, ChainBranch, ChainStep, LinkSource, ParamSource } from './action.js';
import type { ParamSummary, SentSummary, StepSummary } from './action-summary.js';
import { variableOf } from './prop.js';
import { writtenText } from './written-text.js';

interface Summary {
  readonly sends?: SentSummary;
  readonly steps: readonly StepSummary[];
}

/** More than fits a screen many times over. */
const MAX_STEPS = 1000;

/**
 * What an action sends, and what it goes through when it is a chain, a menu or a dialog.
 *
 * @param fallback `actionIds[0]` where none is written
 * @param menuFallback the same for menu entries and dialog buttons
 */
export function stepsOf(action: Action, fallback: string, menuFallback: string): Summary {
  const steps: StepSummary[] = [];
  collect(action, '', menuFallback, steps);
  return { ...sentBy(action, fallback), steps: steps.slice(0, MAX_STEPS) };
}

function sentBy(action: Action, fallback: string): { readonly sends?: SentSummary } {
  if (action.type === 'dynamicEvent') {
    return { sends: { actionId: '', written: false, params: [] } };
  }
  if (action.type !== 'request') return {};
  const written = writtenText(action.actionId);
  const params = action.params.map(paramSummary);
  return { sends: { actionId: written || fallback, written: written !== '', params } };
}

/** Where the value of a parameter comes from. */
export function paramSummary({ name, type, value, variable }: ParamSource): ParamSummary {
  if (type === 'fixed') return { name, from: 'fixed', value: writtenText(value) };
  return { name, from: type === 'builtIn' ? 'component' : type, value: variable };
}

function collect(action: Action, prefix: string, menuFallback: string, into: StepSummary[]): void {
  if (into.length >= MAX_STEPS) return;
  switch (action.type) {
    case 'eventChain':
      for (const step of action.events) collectStep(step, prefix, menuFallback, into);
      return;
    case 'actionSheet':
      action.items.forEach((item, index) => {
        add(item.action, `${prefix}item ${index}`, writtenText(item.name), menuFallback, into);
      });
      return;
    case 'confirm':
      add(action.ok, `${prefix}ok`, writtenText(action.okText), menuFallback, into);
      add(action.cancel, `${prefix}cancel`, writtenText(action.cancelText), menuFallback, into);
      return;
    default:
  }
}

function collectStep(
  step: ChainStep,
  prefix: string,
  menuFallback: string,
  into: StepSummary[],
): void {
  const key = `${prefix}${step.key}`;
  into.push({
    key,
    ...kindOf(step.action),
    label: detailOf(step.action),
    ...sentBy(step.action, step.key),
  });
  collect(step.action, `${key} `, menuFallback, into);
  const branches: readonly (ChainBranch | undefined)[] = [step.success, step.failure];
  const next = [
    ...branches.flatMap((branch) => [branch?.left, branch?.right]),
    ...step.options.flat(),
  ];
  for (const one of next) if (one) collectStep(one, prefix, menuFallback, into);
}

function add(
  action: Action,
  key: string,
  label: string,
  menuFallback: string,
  into: StepSummary[],
): void {
  into.push({ key, ...kindOf(action), label, ...sentBy(action, menuFallback) });
  collect(action, `${key} `, menuFallback, into);
}

function kindOf(action: Action): Pick<StepSummary, 'does'> {
  return { does: action.type === 'clientApi' ? action.does : action.type };
}

/** The link, the variable that is written, the text of a toast or a copy, the name of an API. */
export function detailOf(action: Action): string {
  switch (action.type) {
    case 'toast':
      return writtenText(action.content);
    case 'url':
    case 'openModal':
      return writtenLink(action.link);
    case 'setLocalState':
      return action.mode === 'merge' ? writtenText(action.json) : action.target.variable;
    case 'copy':
      return action.copy === 'full-content' ? action.copy : copied(action.value);
    case 'dynamicEvent':
      return copied(action.event);
    case 'clientApi':
      return writtenText(action.name);
    default:
      return '';
  }
}

/** Of one link for each platform the first that is set. */
function writtenLink({ perPlatform, all, pc, ios, android }: LinkSource): string {
  if (!perPlatform) return writtenText(all);
  return writtenText(pc) || writtenText(ios) || writtenText(android);
}

/** A variable as the `${}` it stands for, a text as it is written. */
function copied(value: JsonValue): string {
  const variable = variableOf(value);
  return typeof value === 'string' || variable === '' ? writtenText(value) : `\${${variable}}`;
}
