import type { JsonValue } from '../../base/json-text.js';
import { isJsonObject } from '../../base/json-text.js';
import { ownProp, textProp } from './prop.js';

/** A text as the template writes it, `${}` left in place; a bound one as the `${}` it stands for. */
export function writtenText(wrapper: JsonValue | undefined): string {
  if (!isJsonObject(wrapper)) return shortText(wrapper);
  if (wrapper['valueType'] === 'variable') {
    const variable = textProp(wrapper, 'variable');
    return variable === '' ? '' : `\${${variable}}`;
  }
  const content = ownProp(wrapper, 'content') ?? ownProp(wrapper, 'value');
  if (!isJsonObject(content)) return shortText(content);
  const chinese = ownProp(content, 'zh_Hans') ?? ownProp(content, 'zh_CN');
  return shortText(chinese ?? Object.values(content)[0]);
}

function shortText(value: JsonValue | undefined): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
