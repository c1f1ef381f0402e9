import type { JsonValue } from '../../base/json-text.js';
import { isJsonObject } from '../../base/json-text.js';
import type { Evaluation, Place } from '../evaluate/evaluation.js';
import type { LinkSource } from './action.js';
import { textProp } from './prop.js';

/** Schemes a card may open; script, data and file addresses are refused. */
const ALLOWED = /^(?:https?:\/\/|dingtalk:|dtmd:|mailto:)[^\u0000-\u0020\u007f]/i;
const CONTROLS = /[\u0000-\u001f\u007f]/;

/** Whether a card may open it. Addresses without a scheme lead nowhere on a client and are refused. */
export function mayOpen(url: string): boolean {
  return ALLOWED.test(url) && !CONTROLS.test(url);
}

/** Whether a link is set at all: without one the bundle is not clickable (template-format §2.3). */
export function hasLink({ perPlatform, all, pc, ios, android }: LinkSource): boolean {
  return perPlatform ? isSet(pc) || isSet(ios) || isSet(android) : isSet(all);
}

function isSet(wrapper: JsonValue): boolean {
  if (typeof wrapper === 'string') return wrapper.trim() !== '';
  if (!isJsonObject(wrapper)) return false;
  if (wrapper['valueType'] === 'variable') return textProp(wrapper, 'variable') !== '';
  if (wrapper['valueType'] === 'eventData') return textProp(wrapper, 'eventData') !== '';
  return isSet(wrapper['value'] ?? wrapper['content'] ?? '');
}

/** The address for the viewer's platform; '' when there is none. */
export function linkFor(source: LinkSource, evaluation: Evaluation, place: Place): string {
  const wrapper = source.perPlatform ? source[evaluation.switches.platform] : source.all;
  const value = evaluation.value(wrapper, place);
  return addressIn(value, evaluation.switches.platform);
}

/** A plain address, or one per platform as in an openLink event (template-format §2.7). */
export function addressIn(
  value: JsonValue | undefined,
  platform: Evaluation['switches']['platform'],
): string {
  if (typeof value === 'string') return value.trim();
  if (!isJsonObject(value)) return '';
  const mobile = textProp(value, 'mob') || textProp(value, 'mobile');
  const own = textProp(value, platform);
  return (own || (platform === 'pc' ? '' : mobile)).trim();
}
