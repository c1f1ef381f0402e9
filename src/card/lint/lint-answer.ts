import type { ParamMap } from '../card-data.js';
import { type Finding, findingOf } from '../finding.js';

/**
 * An answer or update that replaces the whole map: what it does not name is gone, the commonest
 * reason for a card that turns blank after a tap (template-format §4.6, §8 no. 12).
 *
 * @param byKey `updateCardDataByKey`, or `updatePrivateDataByKey` for private data
 */
export function lintReplacement(
  before: ParamMap,
  given: ParamMap,
  byKey: boolean,
  where: 'cardParamMap' | 'privateData',
): readonly Finding[] {
  if (byKey) return [];
  const dropped = Object.keys(before).filter(
    (name) => before[name] !== '' && !Object.hasOwn(given, name),
  );
  if (dropped.length === 0) return [];
  const option = where === 'cardParamMap' ? 'updateCardDataByKey' : 'updatePrivateDataByKey';
  return [findingOf('D117', where, { names: dropped.join(', '), option })];
}
