import { fit, printable } from '../../base/display-width.js';
import { listActions } from '../../card/act/list-actions.js';
import { errorsOf } from '../../card/finding.js';
import { lintTemplate } from '../../card/lint/lint-template.js';
import type { CardTemplate, Variable } from '../../card/template/card-template.js';
import { actionLines } from '../../output/action-lines.js';
import { findingCounts, findingJson } from '../../output/finding-lines.js';
import { jsonLine } from '../../output/json-line.js';
import { supportLines } from '../../output/support-lines.js';
import type { ProgramIo } from '../program-io.js';
import { type NamedTemplate, readNamedTemplate, templateUnusable } from '../template-argument.js';
import { templateSupport } from '../template-support.js';

export interface TemplateShowFlags {
  readonly json?: boolean;
}

/** What a template declares, what it can send and how faithfully it is drawn. */
export async function runTemplateShow(
  io: ProgramIo,
  flags: TemplateShowFlags,
  [word = '']: readonly string[],
): Promise<number> {
  const named = await readNamedTemplate(io, word);
  const { template } = named;
  if (template.root === undefined) {
    throw templateUnusable(flags.json ? 'en' : io.lang, word, errorsOf(template.findings));
  }
  if (flags.json) io.out(showJson(named));
  else for (const line of showLines(io, named, word)) io.out(`${printable(line)}\n`);
  return 0;
}

function showJson({ alias, cardTemplateId, file, template }: NamedTemplate): string {
  const { type, schemaVersion, extendType, mockData } = template;
  return jsonLine({
    v: 1,
    alias: alias ?? null,
    cardTemplateId: cardTemplateId ?? null,
    file,
    type,
    schemaVersion,
    extendType,
    variables: template.variables.map(variableJson),
    locals: template.locals.map(variableJson),
    expressions: template.expressions.map(({ name, type: kind, expContent }) => ({
      name,
      type: kind,
      expContent,
    })),
    actions: listActions(template),
    mockData,
    support: templateSupport(template),
    findings: lintTemplate(template).map(findingJson),
  });
}

interface VariableJson {
  readonly name: string;
  readonly type: string;
  readonly private: boolean;
  readonly description: string | null;
  readonly fields: readonly VariableJson[];
}

function variableJson(variable: Variable): VariableJson {
  const { name, type, description, fields } = variable;
  return {
    name,
    type,
    private: variable.private,
    description: description ?? null,
    fields: fields.map(variableJson),
  };
}

function* showLines(io: ProgramIo, named: NamedTemplate, word: string): Generator<string> {
  const { template, name, alias, cardTemplateId } = named;
  const { type, schemaVersion, extendType } = template;
  yield alias === undefined || alias === name ? name : `${name} (${alias})`;
  yield [cardTemplateId ?? io.t('template.idUnknown'), type, schemaVersion, extendType].join(' · ');
  yield* section(io.t('template.section.variables'), variableLines(io, template.variables, true));
  yield* section(io.t('template.section.locals'), variableLines(io, template.locals, false));
  yield* section(io.t('template.section.expressions'), expressionLines(template));
  yield* section(io.t('template.section.actions'), actionLines(listActions(template), io.lang));
  yield* section(
    io.t('template.section.drawing'),
    supportLines(templateSupport(template), io.lang),
  );
  const findings = lintTemplate(template);
  if (findings.length === 0) return;
  yield '';
  yield findingCounts(findings, io.lang);
  yield io.t('template.findingsLeft', { name: word });
}

function* section(title: string, lines: Iterable<string>): Generator<string> {
  let isFirst = true;
  for (const line of lines) {
    if (isFirst) yield* ['', title];
    isFirst = false;
    yield `  ${line}`;
  }
}

function* variableLines(
  io: ProgramIo,
  variables: readonly Variable[],
  withScope: boolean,
  indent = '',
): Generator<string> {
  for (const variable of variables) {
    const { name, type, description, fields } = variable;
    const scope = variable.private ? 'template.scope.private' : 'template.scope.public';
    const parts = [
      fit(`${indent}${name}`, 28),
      fit(type, 12),
      ...(withScope && indent === '' ? [io.t(scope)] : []),
      ...(description === undefined || description === '' ? [] : [description]),
    ];
    yield parts.join(' ').trimEnd();
    yield* variableLines(io, fields, withScope, `${indent}  `);
  }
}

function* expressionLines({ expressions }: CardTemplate): Generator<string> {
  for (const { name, type, expContent } of expressions) {
    yield `${fit(name, 28)} ${fit(type, 12)} ${expContent}`;
  }
}
