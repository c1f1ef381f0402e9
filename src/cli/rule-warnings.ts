import type { Rule, RuleSet } from '../answer/rule.js';
import type { ErrorParams } from '../base/errors.js';
import type { TemplateRegistry } from './template-registry.js';

/** Nothing is wrong with the file, yet this is hardly what was meant. */
export interface RuleWarning {
  readonly line: number;
  readonly key: 'rules.shadowed' | 'rules.template' | 'rules.variable';
  readonly params: ErrorParams;
}

export function ruleWarnings(
  { rules }: RuleSet,
  registry: Pick<TemplateRegistry, 'projectFile' | 'find'>,
): readonly RuleWarning[] {
  const warnings = [...shadowed(rules), ...unknownTemplates(rules, registry)];
  return warnings.sort((a, b) => a.line - b.line);
}

/** Rules behind one that takes everything. */
function shadowed(rules: readonly Rule[]): RuleWarning[] {
  const taker = new Map<Rule['on'], Rule>();
  const warnings: RuleWarning[] = [];
  for (const rule of rules) {
    const before = taker.get(rule.on);
    // A redelivery is for rules that take callbacks again, and for no others.
    const takesMore = rule.on === 'callback' && rule.again;
    if (before && !(takesMore && before.on === 'callback' && !before.again)) {
      const params = { rule: rule.name, line: before.line, by: before.name };
      warnings.push({ line: rule.line, key: 'rules.shadowed', params });
    }
    if (!before && rule.conditions.length === 0 && !rule.limit) taker.set(rule.on, rule);
  }
  return warnings;
}

function unknownTemplates(
  rules: readonly Rule[],
  { projectFile, find }: Pick<TemplateRegistry, 'projectFile' | 'find'>,
): RuleWarning[] {
  if (projectFile === undefined) return [];
  return rules.flatMap(({ name, line, sends }) =>
    sends
      .map(({ cardTemplateId }) => cardTemplateId)
      .filter((template) => !template.includes('${') && !find(template))
      .map((template): RuleWarning => {
        const params = { rule: name, template, project: projectFile };
        return { line, key: 'rules.template', params };
      }),
  );
}
