import { messageOf } from '../base/errors.js';
import { isJsonObject, type JsonObject, type JsonValue, toParamText } from '../base/json-text.js';
import type { CardTemplate } from '../card/template/card-template.js';
import type { Translate } from '../i18n/translate.js';
import type { Simulator } from '../simulator/simulator.js';
import type { CardSource, TouchReply } from '../tui/state/card-source.js';
import type { SimulatorControl } from './simulator-control.js';

/** Has a simulated person touch a card; the result as the control API gives it. */
export type TapSomewhere = (body: JsonObject) => Promise<JsonObject>;

export interface WatchCards {
  readonly t: Translate;
  readonly templateOf: ((cardTemplateId: string) => CardTemplate | undefined) | undefined;
  /** Absent on the real platform. */
  readonly tap: TapSomewhere | undefined;
  readonly people: CardSource['people'];
}

/** What the screen of a card knows beyond the log. */
export function cardSource({ t, templateOf, tap, people = [] }: WatchCards): CardSource {
  return {
    templateOf: (id) => templateOf?.(id),
    people,
    ...(tap && {
      async tap({ outTrackId, userId, request }) {
        const { actionIds, params } = request;
        try {
          return replyOf(await tap({ outTrackId, userId, actionIds: [...actionIds], params }), t);
        } catch (error) {
          return { ok: false, reason: messageOf(error) };
        }
      },
    }),
  };
}

/** The simulator in this very process. */
export function tapIn(simulator: Pick<Simulator, 'tap'>): TapSomewhere {
  return async ({ outTrackId, userId, actionIds, params }) => {
    const result = await simulator.tap({
      outTrackId: toParamText(outTrackId ?? ''),
      userId: toParamText(userId ?? ''),
      actionIds: Array.isArray(actionIds) ? actionIds.map(toParamText) : [],
      ...(isJsonObject(params) ? { params } : {}),
    });
    return result as unknown as JsonObject;
  };
}

/** A simulator in another process of this machine. */
export function tapAt(control: Pick<SimulatorControl, 'post'>): TapSomewhere {
  return (body) => control.post('/tap', body);
}

function replyOf(result: JsonObject, t: Translate): TouchReply {
  switch (result['outcome']) {
    case 'answered': {
      const code = Number(result['code']);
      if (code !== 200) return { ok: false, reason: t('cli.watch.tapRefused', { code }) };
      const response = result['response'];
      return {
        ok: true,
        cardParamMap: mapIn(response, 'cardData'),
        privateParamMap: mapIn(response, 'userPrivateData'),
      };
    }
    case 'expired':
      return { ok: false, reason: t('cli.watch.tapExpired') };
    default: {
      const reason = toParamText(result['reason'] ?? result['outcome'] ?? '');
      return { ok: false, reason: t('cli.watch.tapUndeliverable', { reason }) };
    }
  }
}

function mapIn(response: JsonValue | undefined, part: string): Readonly<Record<string, string>> {
  const data = isJsonObject(response) ? response[part] : undefined;
  const map = isJsonObject(data) ? data['cardParamMap'] : undefined;
  if (!isJsonObject(map)) return {};
  return Object.fromEntries(Object.entries(map).map(([name, value]) => [name, toParamText(value)]));
}
