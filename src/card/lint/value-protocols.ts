import { isJsonObject, type JsonValue } from '../../base/json-text.js';
import { formFieldTypes } from '../view/controls/form-field.js';

export interface ProtocolProblem {
  /** Behind the variable's path, e.g. `.fields[2].name`. */
  readonly at: string;
  /** Stable word for the sentence. */
  readonly why:
    | 'not-objects'
    | 'no-list'
    | 'no-name'
    | 'repeated-name'
    | 'unknown-type'
    | 'no-text'
    | 'no-event'
    | 'no-action-id'
    | 'wrong-item';
}

const MOST = 20;

const chartTypes: ReadonlySet<string> = new Set(['lineChart', 'histogram', 'pieChart']);

/** What a value of a structured type has to hold (template-format §2.6, §2.7). */
export function protocolProblems(type: string, value: JsonValue): readonly ProtocolProblem[] {
  return problemsOf(type, value).slice(0, MOST);
}

function problemsOf(type: string, value: JsonValue): readonly ProtocolProblem[] {
  switch (type) {
    case 'loopArray':
      return itemsOf(value).flatMap((item, index) =>
        isJsonObject(item) ? [] : [{ at: `[${index}]`, why: 'not-objects' as const }],
      );
    case 'stringArray':
      return wrongItems(value, 'string');
    case 'numberArray':
      return wrongItems(value, 'number');
    case 'booleanArray':
      return wrongItems(value, 'boolean');
    case 'form':
      return formProblems(value);
    case 'table':
      return [...listAt(value, 'meta'), ...listAt(value, 'data')];
    case 'chart':
      return chartProblems(value);
    case 'buttonGroup':
      return itemsOf(value).flatMap((item, index) => buttonProblems(item, `[${index}]`));
    case 'selectOptions':
      return itemsOf(value).flatMap((item, index) => textProblem(item, `[${index}]`));
    case 'dynamicEvent':
      return eventProblems(value, '');
    default:
      return [];
  }
}

function itemsOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? (value as readonly JsonValue[]) : [];
}

function wrongItems(value: JsonValue, type: string): readonly ProtocolProblem[] {
  return itemsOf(value).flatMap((item, index) =>
    typeof item === type ? [] : [{ at: `[${index}]`, why: 'wrong-item' as const }],
  );
}

function listAt(value: JsonValue, name: string): readonly ProtocolProblem[] {
  const list = isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  return Array.isArray(list) ? [] : [{ at: `.${name}`, why: 'no-list' }];
}

function formProblems(value: JsonValue): readonly ProtocolProblem[] {
  const missing = listAt(value, 'fields');
  if (missing.length > 0 || !isJsonObject(value)) return missing;
  const names = new Set<string>();
  return itemsOf(value['fields']).flatMap((field, index): readonly ProtocolProblem[] => {
    const at = `.fields[${index}]`;
    if (!isJsonObject(field)) return [{ at, why: 'not-objects' }];
    const { name, type } = field;
    const problems: ProtocolProblem[] = [];
    if (typeof name !== 'string' || name === '')
      problems.push({ at: `${at}.name`, why: 'no-name' });
    else if (names.has(name)) problems.push({ at: `${at}.name`, why: 'repeated-name' });
    else names.add(name);
    if (typeof type !== 'string' || !formFieldTypes.has(type)) {
      problems.push({ at: `${at}.type`, why: 'unknown-type' });
    }
    return problems;
  });
}

function chartProblems(value: JsonValue): readonly ProtocolProblem[] {
  const type = isJsonObject(value) ? value['type'] : undefined;
  const known = typeof type === 'string' && chartTypes.has(type);
  return [
    ...(known ? [] : [{ at: '.type', why: 'unknown-type' as const }]),
    ...listAt(value, 'data'),
  ];
}

function textProblem(item: JsonValue, at: string): readonly ProtocolProblem[] {
  if (!isJsonObject(item)) return [{ at, why: 'not-objects' }];
  const { text } = item;
  const isText = (typeof text === 'string' && text !== '') || isJsonObject(text);
  return isText ? [] : [{ at: `${at}.text`, why: 'no-text' }];
}

function buttonProblems(item: JsonValue, at: string): readonly ProtocolProblem[] {
  const problems = textProblem(item, at);
  if (!isJsonObject(item)) return problems;
  return [...problems, ...eventProblems(item['event'], `${at}.event`)];
}

function eventProblems(event: JsonValue | undefined, at: string): readonly ProtocolProblem[] {
  const type = isJsonObject(event) ? event['type'] : undefined;
  if (type !== 'openLink' && type !== 'sendCardRequest') return [{ at, why: 'no-event' }];
  const params = isJsonObject(event) ? event['params'] : undefined;
  const id = isJsonObject(params) ? params['actionId'] : undefined;
  return type === 'sendCardRequest' && (typeof id !== 'string' || id === '')
    ? [{ at: `${at}.params.actionId`, why: 'no-action-id' }]
    : [];
}
