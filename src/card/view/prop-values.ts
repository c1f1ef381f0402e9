import type { JsonValue } from '../../base/json-text.js';
import type { FindingCode } from '../finding-codes.js';
import { findingTable } from '../finding-codes.js';
import type { TemplateNode } from '../template/card-template.js';
import type { BuildPlace } from './view-builder.js';
import type { Sides } from './view-style.js';

/** A prop of the node; undefined also where the file says `null`. */
export function prop(node: TemplateNode, name: string): JsonValue | undefined {
  if (!Object.hasOwn(node.props, name)) return undefined;
  return node.props[name] ?? undefined;
}

/** A finding about one prop of a node. */
export function findProp(
  at: BuildPlace,
  node: TemplateNode,
  name: string,
  code: FindingCode,
  value: JsonValue | undefined,
): void {
  at.find({
    code,
    severity: findingTable[code].severity,
    path: `${node.path}.props.${name}`,
    params: { component: node.componentName, prop: name, value: shown(value) },
  });
}

/** A value as a finding says it, shortened. */
export function shown(value: JsonValue | undefined): string {
  if (typeof value === 'string') return value.slice(0, 80);
  if (value === null || typeof value !== 'object') return String(value);
  return Array.isArray(value) ? '[…]' : '{…}';
}

/** One of a few words; anything else is the fallback and a finding, never a blank. */
export function choice<T extends string>(
  at: BuildPlace,
  node: TemplateNode,
  name: string,
  allowed: readonly T[],
  fallback: T,
): T {
  const raw = prop(node, name);
  if (raw === undefined) return fallback;
  const value = at.evaluation.value(raw, at.place);
  if (value === undefined || value === null || value === '') return fallback;
  const found = allowed.find((word) => word === value);
  if (found !== undefined) return found;
  findProp(at, node, name, 'T342', value);
  return fallback;
}

/** No card has sides beyond this; what painters compute with stays finite. */
const MAX_PX = 10_000;

export function flag(at: BuildPlace, node: TemplateNode, name: string, fallback = false): boolean {
  const raw = prop(node, name);
  if (raw === undefined) return fallback;
  return typeof raw === 'boolean' ? raw : at.evaluation.boolean(raw, at.place, fallback);
}

/** A number in px, finite and no larger than any card; the fallback where there is none. */
export function px(at: BuildPlace, node: TemplateNode, name: string, fallback: number): number {
  const raw = prop(node, name);
  if (raw === undefined) return fallback;
  const value = typeof raw === 'number' ? raw : at.evaluation.number(raw, at.place, fallback);
  return Number.isFinite(value) ? Math.max(-MAX_PX, Math.min(MAX_PX, value)) : fallback;
}

/** As `px`, not negative. */
export function size(at: BuildPlace, node: TemplateNode, name: string, fallback: number): number {
  return Math.max(0, px(at, node, name, fallback));
}

export function text(at: BuildPlace, node: TemplateNode, name: string): string {
  const raw = prop(node, name);
  return raw === undefined ? '' : at.evaluation.text(raw, at.place);
}

/** `<prefix>Left`, `<prefix>Right`, … of a node. */
export function sides(
  at: BuildPlace,
  node: TemplateNode,
  prefix: 'padding' | 'margin',
  fallback: { readonly x: number; readonly y: number },
): Sides {
  const read = prefix === 'padding' ? size : px;
  return {
    left: read(at, node, `${prefix}Left`, fallback.x),
    right: read(at, node, `${prefix}Right`, fallback.x),
    top: read(at, node, `${prefix}Top`, fallback.y),
    bottom: read(at, node, `${prefix}Bottom`, fallback.y),
  };
}

/** A string, number or boolean as text; '' for anything else. */
export function scalarText(value: JsonValue | undefined): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
