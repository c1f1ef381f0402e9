import type { JsonObject } from '../../src/base/json-text.js';
import {
  type CardData,
  defaultSwitches,
  noData,
  type ViewSwitches,
} from '../../src/card/card-data.js';
import { type CardSettings, defaultCardSettings } from '../../src/card/card-settings.js';
import { createEvaluation } from '../../src/card/evaluate/create-evaluation.js';
import type { Evaluation, EvaluationInput, Place } from '../../src/card/evaluate/evaluation.js';
import type { Finding } from '../../src/card/finding.js';
import { readTemplate } from '../../src/card/template/read-template.js';

/** Outside of loops and callbacks. */
export const top: Place = { frames: [] };

/** An exported file around a document of the editor. */
export function templateText(editor: JsonObject, file: JsonObject = {}): string {
  return JSON.stringify({
    type: 'im',
    mode: 'card',
    widgetInfo: '',
    editorData: JSON.stringify({
      schemaVersion: '3.0.0',
      schema: { componentsTree: [{ componentName: 'Card', id: 'n0', props: {}, children: [] }] },
      ...editor,
    }),
    ...file,
  });
}

/** What a test declares, in one word each: `name` or `name:type`; private ones end in `*`. */
export interface Declared {
  readonly variables?: readonly string[];
  readonly locals?: readonly string[];
  readonly expressions?: Readonly<Record<string, string>>;
  readonly props?: JsonObject;
}

export interface Given extends Partial<CardData> {
  readonly switches?: Partial<ViewSwitches>;
  readonly settings?: Partial<CardSettings>;
}

export function evaluationInput(declared: Declared, given: Given = {}): EvaluationInput {
  const { switches, settings, ...data } = given;
  const root = { componentName: 'Card', id: 'n0', props: declared.props ?? {} };
  return {
    template: readTemplate(
      templateText({
        schema: { componentsTree: [root] },
        variableList: (declared.variables ?? []).map(variable),
        localList: (declared.locals ?? []).map(variable),
        expList: Object.entries(declared.expressions ?? {}).map(([name, expContent]) => ({
          name,
          type: 'string',
          expContent,
        })),
      }),
    ),
    data: { ...noData, ...data },
    switches: { ...defaultSwitches, ...switches },
    settings: { ...defaultCardSettings(), ...settings },
  };
}

export function evaluationOf(declared: Declared, given: Given = {}): Evaluation {
  return createEvaluation(evaluationInput(declared, given));
}

export function codesOf({ findings }: { readonly findings: readonly Finding[] }): string[] {
  return findings.map(({ code }) => code);
}

function variable(word: string): JsonObject {
  const [name = '', type = 'string'] = word.replace('*', '').split(':');
  return { id: name, name, type, private: word.endsWith('*') };
}
