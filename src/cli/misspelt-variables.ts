import { nearestWord } from '../base/nearest-word.js';
import type { SourceNode } from '../base/source-node.js';
import { parseYamlSource } from '../base/yaml-source.js';
import type { RuleWarning } from './rule-warnings.js';

interface Named {
  readonly name: string;
  readonly line: number;
}

/**
 * Variables a rules file asks cards for that none of its own cards has, though one is called nearly so.
 * Cards may have others, from templates and from elsewhere: what resembles nothing is not told.
 */
export function misspeltVariables(content: string | Uint8Array): readonly RuleWarning[] {
  const source = parseYamlSource(content, '');
  if (!source.ok) return [];
  const known = [...new Set(written(source.root))];
  const told = new Set<string>();
  return asked(source.root, '').flatMap(({ name, line }) => {
    const place = `${line} ${name}`;
    if (known.includes(name) || told.has(place)) return [];
    told.add(place);
    const meant = nearestWord(name, known);
    return meant === undefined ? [] : [{ line, key: 'rules.variable', params: { name, meant } }];
  });
}

const maps: ReadonlySet<string> = new Set(['data', 'cardData', 'userPrivateData']);

function written(node: SourceNode): readonly string[] {
  switch (node.kind) {
    case 'scalar':
      return [];
    case 'list':
      return node.items.flatMap(written);
    case 'map':
      return node.entries.flatMap(({ key, value }) => {
        if (maps.has(key)) return keysOf(value);
        if (key !== 'privateData' || value.kind !== 'map') return written(value);
        return value.entries.flatMap((person) => keysOf(person.value));
      });
  }
}

function keysOf(node: SourceNode): readonly string[] {
  return node.kind === 'map' ? node.entries.map(({ key }) => key) : [];
}

/** @param under the key the node stands at */
function asked(node: SourceNode, under: string): readonly Named[] {
  switch (node.kind) {
    case 'scalar': {
      const { value, place } = node;
      if (typeof value !== 'string') return [];
      const names = value.matchAll(under === 'filter' ? inFilter : inValue);
      return Array.from(names, ([, name = '']) => ({ name, line: place.line }));
    }
    case 'list':
      return node.items.flatMap((item) => asked(item, under));
    case 'map':
      return node.entries.flatMap((entry) => [
        ...(under === 'card' || under === 'my' ? [conditionOn(entry)] : []),
        // Below are values within the variable, of any name.
        ...asked(entry.value, under === 'card' || under === 'my' ? '' : entry.key),
      ]);
  }
}

function conditionOn({ key, keyPlace }: { key: string; keyPlace: { line: number } }): Named {
  return { name: key.split('.', 1)[0] ?? key, line: keyPlace.line };
}

const inValue = /(?<!\$)\$\{\s*(?:card|my)\.([^\s.[\]{}"?]+)/g;
const inFilter = /(?<![\w.])var\.([^\s.:=!<>~()"'\\]+)/g;
