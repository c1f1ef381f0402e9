// Writes schemas/*.schema.json from the tables the program checks files against.
// Run: node --import tsx scripts/schemas.ts
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { rulesShape } from '../src/answer/rules-shape.js';
import type { ObjectShape, Shape } from '../src/base/shape.js';
import { projectShape } from '../src/config/project-shape.js';

type Schema = { readonly [key: string]: unknown };

/** File name under schemas/ → its content. */
export function generatedSchemas(): ReadonlyMap<string, string> {
  return new Map([
    ['project.schema.json', textOf('dtcard project', projectShape)],
    ['rules.schema.json', textOf('dtcard rules', rulesShape)],
  ]);
}

function textOf(title: string, shape: Shape): string {
  const $schema = 'http://json-schema.org/draft-07/schema#';
  return `${JSON.stringify({ $schema, title, ...schemaOf(shape) }, null, 2)}\n`;
}

function schemaOf(shape: Shape): Schema {
  const doc = shape.doc === undefined ? {} : { description: shape.doc };
  switch (shape.kind) {
    case 'text':
      return { ...doc, ...textLike };
    case 'flag':
      return { ...doc, type: 'boolean' };
    case 'yes':
      return { ...doc, const: true };
    case 'integer':
      return { ...doc, type: 'integer', minimum: shape.min, maximum: shape.max };
    case 'choice':
      return { ...doc, enum: shape.values };
    case 'textCondition':
      return { ...doc, anyOf: [textLike, { type: 'array', items: textLike, minItems: 1 }] };
    case 'anything':
      return { ...doc };
    case 'mapOf':
      return { ...doc, type: 'object', additionalProperties: schemaOf(shape.values) };
    case 'listOf':
      return { ...doc, type: 'array', items: schemaOf(shape.items) };
    case 'oneOrMore': {
      const item = schemaOf(shape.item);
      return { ...doc, anyOf: [item, { type: 'array', items: item, minItems: 1 }] };
    }
    case 'wordOr':
      return { ...doc, anyOf: [{ enum: shape.words }, objectSchema(shape.object)] };
    case 'object':
      return { ...doc, ...objectSchema(shape) };
    case 'variant':
      return {
        ...doc,
        type: 'object',
        required: [shape.by],
        properties: { [shape.by]: { enum: Object.keys(shape.cases) } },
        allOf: Object.entries(shape.cases).map(([name, object]) => ({
          if: { properties: { [shape.by]: { const: name } }, required: [shape.by] },
          then: objectSchema(object),
        })),
      };
  }
}

/** Numbers and booleans are read as the text that is written: many ids are all digits. */
const textLike: Schema = { type: ['string', 'number', 'boolean'] };

function objectSchema(shape: ObjectShape): Schema {
  const properties = Object.entries(shape.keys).map(([key, value]) => [key, schemaOf(value)]);
  return {
    type: 'object',
    ...(shape.required ? { required: shape.required } : {}),
    properties: Object.fromEntries(properties) as Schema,
    additionalProperties: false,
    ...(shape.anyOf ? { anyOf: shape.anyOf.map((key) => ({ required: [key] })) } : {}),
    ...(shape.oneOf ? { oneOf: choices(shape.oneOf, shape.besides) } : {}),
  };
}

function choices(oneOf: readonly string[], besides: readonly string[] = []): readonly Schema[] {
  const having = (keys: readonly string[]) => keys.map((key) => ({ required: [key] }));
  if (besides.length === 0) return having(oneOf);
  return [...having(oneOf), { anyOf: having(besides), not: { anyOf: having(oneOf) } }];
}

const self = fileURLToPath(import.meta.url);
if (process.argv[1] !== undefined && path.resolve(process.argv[1]) === self) {
  const directory = path.join(path.dirname(path.dirname(self)), 'schemas');
  mkdirSync(directory, { recursive: true });
  for (const [name, text] of generatedSchemas()) writeFileSync(path.join(directory, name), text);
}
