/** What a declared type decodes to (template-format §1.3). `any`: whatever JSON, else the text itself. */
export type ValueKind = 'text' | 'number' | 'boolean' | 'object' | 'array' | 'any';

const kinds: ReadonlyMap<string, ValueKind> = new Map<string, ValueKind>([
  ['string', 'text'],
  ['markdown', 'text'],
  ['number', 'number'],
  ['boolean', 'boolean'],
  ['bool', 'boolean'],
  ['object', 'object'],
  ['dynamicObject', 'object'],
  ['table', 'object'],
  ['chart', 'object'],
  ['form', 'object'],
  ['dynamicEvent', 'object'],
  ['user-info', 'object'],
  ['loopArray', 'array'],
  ['stringArray', 'array'],
  ['numberArray', 'array'],
  ['booleanArray', 'array'],
  ['array', 'array'],
  ['buttonGroup', 'array'],
  ['selectOptions', 'array'],
]);

export function valueKind(type: string): ValueKind {
  return kinds.get(type) ?? 'any';
}
