import { isJsonObject, type JsonObject, type JsonValue } from '../base/json-text.js';
import type { EventOf } from '../log/event.js';
import type { EventSentence, SentenceContext } from './event-sentence.js';

/** What the embedded simulator reports, as far as the events of the session do not say it already. */
export function simulatorSentence(
  event: EventOf<'simulator.reported'>,
  { t, names }: SentenceContext,
): EventSentence[] {
  const { detail } = event;
  const who = names.person(text(detail['userId']));
  const line = (words: string, tone: EventSentence['tone']): EventSentence[] => [
    { kind: 'simulator', text: words, tone },
  ];
  switch (event.event) {
    case 'card.changed':
      return changeSentences(detail, names)
        .filter(([, what]) => what !== '')
        .map(([who, what]) => ({
          kind: 'simulator',
          text: who === '' ? t('line.sim.seesAll', { what }) : t('line.sim.sees', { who, what }),
          tone: 'good',
        }));
    case 'callback.expired':
      return line(
        t('line.sim.expired', { who, afterMs: Math.round(Number(detail['afterMs'])) }),
        'bad',
      );
    case 'callback.undeliverable':
      return line(t('line.sim.undeliverable', { who, reason: text(detail['reason']) }), 'bad');
    case 'warning':
      return line(
        t('line.sim.warning', { code: text(detail['code']), message: text(detail['message']) }),
        'warn',
      );
    default:
      return [];
  }
}

/** Who sees what now, '' for everybody: public data first, then everyone's own. */
function changeSentences(
  detail: JsonObject,
  names: SentenceContext['names'],
): (readonly [who: string, what: string])[] {
  const { viewers, own } = detail;
  const seenBy = Array.isArray(viewers) ? viewers.map((viewer) => text(viewer as JsonValue)) : [];
  // Recordings of earlier versions hold the whole map only.
  const everybody = pairs(detail['changed'] ?? detail['cardParamMap']);
  const each = (Array.isArray(own) ? (own as readonly JsonValue[]) : []).flatMap((change) =>
    isJsonObject(change)
      ? [[names.person(text(change['userId'])), pairs(change['changed'])] as const]
      : [],
  );
  const toAll: readonly [string, string] = ['', everybody];
  if (seenBy.includes('*')) return [toAll, ...each];
  if (each.length > 0) return each;
  return [[seenBy.map((viewer) => names.person(viewer)).join('、'), everybody]];
}

function pairs(map: JsonValue | undefined): string {
  if (!isJsonObject(map)) return '';
  return Object.entries(map)
    .map(([key, value]) => `${key}=${text(value)}`)
    .join(' ');
}

function text(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
}
