import { isJsonObject, type JsonValue } from '../../base/json-text.js';
import { type Finding, type FindingParams, findingOf } from '../finding.js';
import type { FindingCode } from '../finding-codes.js';
import type { CardTemplate, TemplateNode } from '../template/card-template.js';

const MOST = 200;
const DEEPEST = 60;

/** What evaluating found, each thing once, with the place it was first met. */
export interface FindingLog {
  readonly findings: readonly Finding[];
  /** @param what tells one thing from another of the same code */
  find(code: FindingCode, what: string, params: FindingParams, path?: string): void;
  /** Runs `read` with what it reads as the place of what it finds. */
  within<T>(source: JsonValue | undefined, read: () => T): T;
}

export function createFindingLog(template: CardTemplate): FindingLog {
  const findings: Finding[] = [];
  const said = new Set<string>();
  let source: JsonValue | undefined;
  let places: ReadonlyMap<unknown, string> | undefined;

  /** Built only once something was found: most evaluations find nothing. */
  const placeOfSource = (): string => {
    places ??= placesIn(template);
    return places.get(source) ?? template.root?.path ?? '$.editorData';
  };

  return {
    findings,
    find(code, what, params, path) {
      const thing = `${code} ${what}`;
      if (said.has(thing) || findings.length >= MOST) return;
      said.add(thing);
      findings.push(findingOf(code, path ?? placeOfSource(), params));
    },
    within(inner, read) {
      const outer = source;
      source ??= inner;
      try {
        return read();
      } finally {
        source = outer;
      }
    },
  };
}

/** Where every wrapper of the template stands, and the first place of every text with a `${}`. */
function placesIn(template: CardTemplate): ReadonlyMap<unknown, string> {
  const places = new Map<unknown, string>();
  const walk = (value: JsonValue | undefined, path: string, depth: number): void => {
    if (typeof value === 'string') {
      if (value.includes('${') && !places.has(value)) places.set(value, path);
      return;
    }
    if (typeof value !== 'object' || value === null || depth > DEEPEST) return;
    if (Array.isArray(value)) {
      for (const [index, item] of (value as readonly JsonValue[]).entries()) {
        walk(item, `${path}[${index}]`, depth + 1);
      }
      return;
    }
    if (!isJsonObject(value) || value['type'] === 'JSSlot') return;
    places.set(value, path);
    for (const key of Object.keys(value)) walk(value[key], `${path}.${key}`, depth + 1);
  };
  const visit = (node: TemplateNode): void => {
    walk(node.props, `${node.path}.props`, 0);
    for (const child of node.children) visit(child);
    for (const slot of Object.values(node.slots)) for (const child of slot) visit(child);
  };
  if (template.root !== undefined) visit(template.root);
  return places;
}
