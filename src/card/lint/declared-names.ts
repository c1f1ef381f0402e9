import { nearestWord } from '../../base/nearest-word.js';
import { isReservedName } from '../data/reserved-names.js';
import { parsePath } from '../evaluate/variable-path.js';
import type { CardTemplate, Variable } from '../template/card-template.js';

/** What a declared path leads to. */
export type Declared =
  | { readonly kind: 'found'; readonly variable?: Variable }
  /** The first name is declared nowhere. */
  | { readonly kind: 'no-name'; readonly name: string; readonly nearest?: string }
  /** The name is declared, with fields, and this is none of them. */
  | {
      readonly kind: 'no-field';
      readonly name: string;
      readonly field: string;
      readonly nearest?: string;
    }
  | { readonly kind: 'no-path' };

export interface DeclaredNames {
  /** @param path as declared: `a.b`, `items[0].f` (template-format §3.3) */
  find(path: string): Declared;
  readonly all: readonly string[];
}

/** Every name a template can refer to: variables, expressions, locals and the reserved ones. */
export function declaredNames(template: CardTemplate): DeclaredNames {
  const variables = new Map<string, Variable>();
  for (const variable of [...template.variables, ...template.locals]) {
    if (!variables.has(variable.name)) variables.set(variable.name, variable);
  }
  const expressions = new Set(template.expressions.map(({ name }) => name));
  const all = [...variables.keys(), ...expressions];
  const suggestion = createSuggestion();

  return {
    all,
    find(path) {
      const segments = parsePath(path);
      const name = segments?.[0];
      if (segments === undefined || typeof name !== 'string') return { kind: 'no-path' };
      const variable = variables.get(name);
      if (variable === undefined) {
        if (expressions.has(name) || isReservedName(name)) return { kind: 'found' };
        return { kind: 'no-name', name, ...suggestion(name, all) };
      }
      return fieldAt(variable, segments.slice(1), suggestion);
    },
  };
}

/** Types without declared fields, and what every list and text has, are taken at their word. */
function fieldAt(
  start: Variable,
  segments: readonly (string | number)[],
  suggestion: Suggestion,
): Declared {
  let variable = start;
  for (const segment of segments) {
    if (typeof segment === 'number') continue;
    if (variable.fields.length === 0 || segment === 'length') return { kind: 'found' };
    const field = variable.fields.find(({ name }) => name === segment);
    if (field === undefined) {
      const known = variable.fields.map(({ name }) => name);
      const name = variable.name;
      return { kind: 'no-field', name, field: segment, ...suggestion(segment, known) };
    }
    variable = field;
  }
  return { kind: 'found', variable };
}

export type Suggestion = (word: string, known: readonly string[]) => { readonly nearest?: string };

/** Comparisons of two words; beyond that, many names are unknown and guesses help nobody. */
const MOST_COMPARED = 10_000;

export function createSuggestion(): Suggestion {
  let left = MOST_COMPARED;
  return (word, known) => {
    left -= known.length;
    const nearest = left < 0 ? undefined : nearestWord(word, known);
    return nearest === undefined ? {} : { nearest };
  };
}
