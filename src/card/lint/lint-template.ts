import { defaultSwitches, type ViewSwitches } from '../card-data.js';
import { defaultCardSettings } from '../card-settings.js';
import { mockCardData } from '../data/mock-data.js';
import { createEvaluation } from '../evaluate/create-evaluation.js';
import type { Finding } from '../finding.js';
import type { CardTemplate } from '../template/card-template.js';
import { buildView } from '../view/build-view.js';
import { lintActions } from './lint-actions.js';
import { lintAiStates } from './lint-ai-states.js';
import { lintComponents } from './lint-components.js';
import { lintNames } from './lint-names.js';
import { type LintNode, lintNodes, stateOf } from './lint-node.js';

/**
 * Everything worth saying about a template by itself (template-format §8 no. 13): what reading it
 * found, its names, actions and AI states, and what drawing it with its own mock data finds.
 */
export function lintTemplate(template: CardTemplate): readonly Finding[] {
  const nodes: readonly LintNode[] = template.root ? [...lintNodes(template.root)] : [];
  return unique([
    ...template.findings,
    ...lintNames(template, nodes),
    ...lintActions(nodes),
    ...lintAiStates(template, nodes),
    ...lintComponents(nodes),
    ...drawn(template),
  ]);
}

/** Undeclared names are said where they stand, not again where they are missed; mock data is no data. */
const saidElsewhere: ReadonlySet<string> = new Set(['T300', 'T301', 'T360', 'T346', 'T352']);

const flowStatuses = ['1', '2', '3', '4', '5'] as const;

function drawn(template: CardTemplate): readonly Finding[] {
  const { root } = template;
  if (!root) return [];
  const data = mockCardData(template);
  const draw = (switches: ViewSwitches) =>
    buildView(createEvaluation({ template, data, switches, settings: defaultCardSettings() }));
  // Each state of an AI card has content of its own.
  const states = flowStatuses.filter((status) =>
    root.children.map(stateOf).includes(Number(status)),
  );
  const views =
    states.length === 0
      ? [draw(defaultSwitches)]
      : states.map((flowStatus) => draw({ ...defaultSwitches, flowStatus }));
  return views
    .flatMap(({ findings }) => findings)
    .filter(({ code }) => !saidElsewhere.has(code) && !code.startsWith('D'));
}

const order = { error: 0, warning: 1, info: 2 };

/** Each once, the worst first, in the order of the file otherwise. */
export function unique(findings: readonly Finding[]): readonly Finding[] {
  const said = new Set<string>();
  return findings
    .filter(({ code, path, params }) => {
      const key = `${code} ${path} ${JSON.stringify(params)}`;
      if (said.has(key)) return false;
      said.add(key);
      return true;
    })
    .toSorted((a, b) => order[a.severity] - order[b.severity]);
}
