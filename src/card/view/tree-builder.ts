import type { JsonValue } from '../../base/json-text.js';
import { tapOf } from '../act/tap-of.js';
import type { Evaluation, Frames, Place } from '../evaluate/evaluation.js';
import { type Finding, findingOf } from '../finding.js';
import { findingTable } from '../finding-codes.js';
import { TOO_DEEP } from '../template/any-depth.js';
import type { TemplateNode } from '../template/card-template.js';
import type { Binding, BindingPart } from './card-view.js';
import { resolveColour } from './colours.js';
import { createMarkdownCache } from './markdown-cache.js';
import { nodeFrame } from './node-frame.js';
import { placeholder } from './placeholder.js';
import { shown } from './prop-values.js';
import type { BuildPlace, ComponentBuilder } from './view-builder.js';
import type { ViewNode } from './view-node.js';
import type { Colour } from './view-style.js';

/** A card of more parts than this is not a card any more; nested loops get there quickly. */
const MAX_NODES = 20_000;

/** Nodes looked at, hidden ones and loop items without children included. */
const MAX_STEPS = 200_000;

/** Of all texts of a view: one long text in a long list is more than any painter wants. */
const MAX_CHARACTERS = 5_000_000;

/** Far above the 2–7 levels of real templates, far below what the stack holds. */
const MAX_DEPTH = 250;

const MAX_FINDINGS = 300;

export interface TreeBuilder {
  root(node: TemplateNode): ViewNode | undefined;
  find(finding: Finding): void;
  readonly bindings: ReadonlyMap<string, Binding>;
  readonly findings: readonly Finding[];
}

/** Everything under one node shares these. */
interface Surroundings {
  readonly place: Place;
  /** Loop indexes, e.g. `@0.2`. */
  readonly suffix: string;
  readonly depth: number;
  readonly form: string | undefined;
}

/** Walks the template and has every component drawn by its builder, each failure by itself. */
export function createTreeBuilder(
  evaluation: Evaluation,
  builders: ReadonlyMap<string, ComponentBuilder>,
): TreeBuilder {
  const { theme } = evaluation.switches;
  const bindings = new Map<string, Binding>();
  const findings = new Map<string, Finding>();
  const keys = new Map<string, number>();
  const colours = new Map<string, Colour | undefined>();
  const markdown = createMarkdownCache(evaluation.switches, find);
  let nodes = 0;
  let steps = 0;
  let characters = 0;
  let full = false;

  function find(finding: Finding): void {
    if (findings.size >= MAX_FINDINGS) return;
    const id = `${finding.code} ${finding.path} ${Object.values(finding.params).join(' ')}`;
    if (!findings.has(id)) findings.set(id, finding);
  }

  function findNode(node: TemplateNode, code: 'T340' | 'T341' | 'T345' | 'T351', why = ''): void {
    find(findingOf(code, node.path, { component: node.componentName, why }));
  }

  /** Node ids repeat when a builder draws its children twice. */
  function freshKey(node: TemplateNode, suffix: string): string {
    const key = `${node.id}${suffix}`;
    const before = keys.get(key);
    keys.set(key, (before ?? 0) + 1);
    return before === undefined ? key : `${key}~${before}`;
  }

  function isFull(node: TemplateNode): boolean {
    steps++;
    const small = steps <= MAX_STEPS && characters <= MAX_CHARACTERS;
    if (small && nodes < MAX_NODES) return false;
    findNode(node, 'T345', String(MAX_NODES));
    full = true;
    return true;
  }

  function build(node: TemplateNode, around: Surroundings): ViewNode | undefined {
    if (isFull(node)) return placeholder(node, freshKey(node, around.suffix), 'too-many');
    if (!evaluation.visible(node.props['visible'], around.place)) return undefined;
    nodes++;
    const key = freshKey(node, around.suffix);
    if (node.componentName === TOO_DEEP) return placeholder(node, key, 'too-deep');
    if (around.depth > MAX_DEPTH) {
      findNode(node, 'T351', String(MAX_DEPTH));
      return placeholder(node, key, 'too-deep');
    }
    const { at, drawn } = placeOf(node, key, around);
    const builder = builders.get(node.componentName);
    if (builder === undefined) {
      findNode(node, 'T340');
      return placeholder(node, key, 'unknown-component', at.children(node.children));
    }
    try {
      const view = builder(node, at);
      if (view !== undefined) characters += charactersOf(view);
      return view;
    } catch (error) {
      findNode(node, 'T341', error instanceof Error ? error.message.slice(0, 200) : '');
      return placeholder(node, key, 'failed', drawn() ?? at.children(node.children));
    }
  }

  function buildAll(list: readonly TemplateNode[], around: Surroundings): readonly ViewNode[] {
    const built: ViewNode[] = [];
    steps++;
    for (const node of list) {
      if (full) break;
      const view = build(node, around);
      if (view !== undefined) built.push(view);
    }
    return built;
  }

  function placeOf(node: TemplateNode, key: string, around: Surroundings) {
    const { place, suffix, depth } = around;
    const form = node.componentName === 'Form' ? key : around.form;
    const inside: Surroundings = { place, suffix, depth: depth + 1, form };
    let drawn: readonly ViewNode[] | undefined;
    const at: BuildPlace = {
      evaluation,
      place,
      key,
      base: (target) => nodeFrame(target, keyOf(target), at),
      children(list, inner) {
        const built = buildAll(
          list,
          inner === undefined || inner === place
            ? inside
            : { ...inside, place: inner, suffix: indexes(inner.frames) },
        );
        drawn = drawn === undefined ? built : [...drawn, ...built];
        return built;
      },
      bind(target, part, name) {
        const own = keyOf(target);
        const partName = name ?? (part === undefined ? undefined : nameOf(part));
        const bound = partName === undefined ? own : `${own}/${partName}`;
        bindings.set(bound, {
          key: bound,
          node: target,
          place,
          ...(part === undefined ? undefined : { part }),
          ...(form === undefined ? undefined : { form }),
        });
        return bound;
      },
      tapOf: (target) => tapOf(evaluation, target, place),
      colour: (wrapper, fallback) => colour(wrapper, fallback, node, place),
      markdown,
      find,
    };
    const keyOf = (target: TemplateNode) => (target === node ? key : `${target.id}${suffix}`);
    return { at, drawn: () => drawn };
  }

  function colour(
    wrapper: JsonValue | undefined,
    fallback: Colour,
    node: TemplateNode,
    place: Place,
  ): Colour {
    const value = typeof wrapper === 'string' ? wrapper : evaluation.value(wrapper, place);
    if (value === undefined || value === null || value === '') return fallback;
    const found = typeof value === 'string' ? resolved(value) : undefined;
    if (found !== undefined) return found;
    find({
      code: 'T343',
      severity: findingTable.T343.severity,
      path: node.path,
      params: { component: node.componentName, value: shown(value) },
    });
    return fallback;
  }

  function resolved(name: string): Colour | undefined {
    if (colours.has(name)) return colours.get(name);
    const found = resolveColour(name, theme);
    colours.set(name, found);
    return found;
  }

  return {
    root: (node) => build(node, { place: { frames: [] }, suffix: '', depth: 0, form: undefined }),
    find,
    bindings,
    get findings() {
      return [...findings.values()];
    },
  };
}

const charactersOf = (view: ViewNode): number =>
  (view.tooltip?.length ?? 0) + (view.kind === 'text' ? view.text.length : 0);

const indexes = (frames: Frames): string =>
  frames.length === 0 ? '' : `@${frames.map(({ index }) => index).join('.')}`;

function nameOf(part: BindingPart): string {
  switch (part.kind) {
    case 'cell':
      return `cell${part.row}.${part.column}`;
    case 'button':
    case 'chip':
      return `${part.kind}${part.index}`;
    default:
      return part.kind;
  }
}
