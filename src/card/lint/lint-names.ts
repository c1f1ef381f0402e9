import { isReservedName } from '../data/reserved-names.js';
import { parseExpression } from '../evaluate/parse-expression.js';
import { isKnownFunction } from '../evaluate/run-expression.js';
import { type Finding, findingOf } from '../finding.js';
import type { CardTemplate, Variable } from '../template/card-template.js';
import { declaredNames } from './declared-names.js';
import type { LintNode } from './lint-node.js';
import { lookAlikeIn, plainForm } from './look-alikes.js';
import { callsIn, namesIn, type Reference, referencesOf } from './references.js';

/** Names: declared or not, used or not, and what they are written with. */
export function lintNames(template: CardTemplate, nodes: readonly LintNode[]): readonly Finding[] {
  const findings: Finding[] = [];
  const used = new Set<string>();
  const check = createReferenceCheck(template, findings, used);
  for (const at of nodes) for (const reference of referencesOf(at)) check(reference);
  for (const { name, expContent, path } of template.expressions) {
    const parsed = parseExpression(expContent);
    if (parsed.ok) {
      const where = `${path}.expContent`;
      for (const inner of namesIn(parsed.node)) check({ name: inner, path: where });
      const calls = new Set<string>();
      for (const { name: called, column } of callsIn(parsed.node)) {
        if (isKnownFunction(called) || calls.has(called)) continue;
        calls.add(called);
        findings.push(findingOf('T302', where, { name, function: called, column }));
      }
    } else {
      const { column, found, why } = parsed.problem;
      findings.push(findingOf('T301', `${path}.expContent`, { name, column, found, why }));
    }
  }
  for (const { name, path } of [...template.variables, ...template.locals]) {
    if (!used.has(name) && !isReservedName(name) && !isReadByClient(name)) {
      findings.push(findingOf('T205', path, { name }));
    }
  }
  return [...findings, ...lintSpelling(template)];
}

/** Each undeclared name once, where it is first met. */
function createReferenceCheck(template: CardTemplate, findings: Finding[], used: Set<string>) {
  const names = declaredNames(template);
  const said = new Set<string>();
  const say = (finding: Finding, what: string) => {
    if (said.has(`${finding.code} ${what}`)) return;
    said.add(`${finding.code} ${what}`);
    findings.push(finding);
  };
  return ({ name, path, broken }: Reference): void => {
    if (broken) return say(findingOf('T204', path, { text: name }), name);
    const first = /^[^.[]+/.exec(name)?.[0] ?? name;
    used.add(first);
    // Inside a loop whose list is unknown: the evaluation says T305.
    if (first === 'loop') return;
    const declared = names.find(name);
    if (declared.kind === 'no-path') return say(findingOf('T204', path, { text: name }), name);
    const guess = 'nearest' in declared ? (declared.nearest ?? '') : '';
    if (declared.kind === 'no-name') {
      return say(findingOf('T202', path, { name: declared.name, nearest: guess }), declared.name);
    }
    if (declared.kind === 'no-field') {
      const { name: variable, field } = declared;
      say(findingOf('T203', path, { name: variable, field, nearest: guess }), name);
    }
  };
}

/** Read by the client itself, no component mentions them (template-format §1.4). */
function isReadByClient(name: string): boolean {
  return name === 'config' || name === 'lastMessage' || name.startsWith('_IC_');
}

function lintSpelling(template: CardTemplate): readonly Finding[] {
  const findings: Finding[] = [];
  const forms = new Map<string, string>();
  const look = ({ name, path, fields }: Variable): void => {
    const found = lookAlikeIn(name);
    if (found) findings.push(findingOf('T206', path, { name, ...found }));
    for (const field of fields) look(field);
  };
  const named = [...template.variables, ...template.locals];
  for (const variable of named) look(variable);
  for (const { name, path } of [...named, ...template.expressions]) {
    const form = plainForm(name);
    const other = forms.get(form);
    if (other !== undefined && other !== name) {
      findings.push(findingOf('T207', path, { name, other }));
    }
    forms.set(form, other ?? name);
  }
  return findings;
}
