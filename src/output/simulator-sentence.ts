import type { JsonValue } from '../base/json-text.js';
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
    case 'card.changed': {
      const map = detail['cardParamMap'];
      const status = typeof map === 'object' && map !== null && !Array.isArray(map) ? map : {};
      const what = Object.entries(status)
        .map(([key, value]) => `${key}=${text(value as JsonValue)}`)
        .join(' ');
      const viewers = Array.isArray(detail['viewers'])
        ? detail['viewers'].map((v) => text(v as JsonValue))
        : [];
      if (viewers.includes('*')) return line(t('line.sim.seesAll', { what }), 'good');
      return line(
        t('line.sim.sees', { who: viewers.map((v) => names.person(v)).join('、'), what }),
        'good',
      );
    }
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

function text(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
}
