import { emptyAnswer } from '../../answer/answer.js';
import type { CallbackSubject } from '../../answer/rule.js';
import { type Slot, slotsFor } from '../../answer/slots.js';
import { listActions } from '../../card/act/list-actions.js';
import type { CardTemplate } from '../../card/template/card-template.js';
import type { Translate } from '../../i18n/translate.js';
import type { CardInstance } from '../../log/cards.js';
import type { CardCallback } from '../../protocol/card-callback.js';
import { actionOf } from './action-of.js';
import { failureByHand } from './answering.js';
import type { Focus } from './queue-focus.js';
import type { SlottingDeps } from './slotting.js';
import type { ViewData } from './view-data.js';

/** What an armed answer can be for, and what it can say. */
export interface ArmChoices {
  /** Filters, the likeliest first. */
  readonly filters: readonly string[];
  readonly answers: readonly ArmAnswer[];
}

export type ArmAnswer = Pick<Slot, 'label' | 'answer'>;

export interface ArmChoicesDeps extends SlottingDeps {
  readonly t: Translate;
}

/** How far back a tap is looked for. */
const lookBack = 500;

/** For the focused callback's action, else that of the last tap, else those of the newest card. */
export function armChoices(
  { focus, data }: { readonly focus: Focus; readonly data: ViewData },
  { rules, templateOf, t }: ArmChoicesDeps,
): ArmChoices {
  const callback = focus.exchange?.callback ?? lastTap(data);
  const [newest] = data.cards.recentByTemplate(1);
  const card = callback ? data.cards.get(callback.outTrackId) : newest;
  const template = card && templateOf(card.cardTemplateId);
  const offered = [
    ...(callback ? [actionOf(callback)] : []),
    ...(template ? actionIdsOf(template) : []),
  ];
  const filters = [...new Set(offered)].map(actionFilter);
  const subject = subjectOf(callback ?? tapOn(card, offered[0]), card, data.nowMs);
  const recent = data.recent.of(actionOf(subject.callback));
  const here = slotsFor({ rules: rules(), subject, recent });
  const elsewhere = slotsFor({ rules: rules(), subject: otherTap(subject), recent });
  return {
    filters: filters.length === 0 ? ['action:'] : filters,
    answers: [
      ...here.filter((slot) => elsewhere.some((other) => saysTheSame(slot, other))),
      { label: t('tui.key.acknowledge'), answer: emptyAnswer },
      { label: t('tui.key.fail'), answer: failureByHand },
    ],
  };
}

/** The ids its buttons and inputs call back with, as far as the template names them. */
function actionIdsOf(template: CardTemplate): readonly string[] {
  const ids = listActions(template).flatMap(({ sends, steps }) =>
    [sends, ...steps.map((step) => step.sends)].flatMap((sent) =>
      sent?.written && !sent.actionId.includes('${') ? [sent.actionId] : [],
    ),
  );
  return ids.filter((id) => id !== '');
}

function actionFilter(action: string): string {
  return `action:${/^[\w.+-]+$/.test(action) ? action : JSON.stringify(action)}`;
}

function lastTap(data: ViewData): CardCallback | undefined {
  const { rows } = data.feed;
  for (let at = rows.length - 1; at >= Math.max(0, rows.length - lookBack); at--) {
    const row = rows[at];
    const exchange = row?.kind === 'exchange' ? data.exchanges.get(row.exchangeId) : undefined;
    if (exchange) return exchange.callback;
  }
  return undefined;
}

function subjectOf(
  callback: CardCallback,
  card: CardInstance | undefined,
  nowMs: number,
): CallbackSubject {
  return { callback, cardTemplateId: card?.cardTemplateId, card, nowMs };
}

function tapOn(card: CardInstance | undefined, action: string | undefined): CardCallback {
  return {
    outTrackId: card?.outTrackId ?? '',
    corpId: '',
    userId: '',
    userIdType: 1,
    spaceType: '',
    spaceId: '',
    type: 'actionCallback',
    actionIds: action === undefined ? [] : [action],
    params: {},
  };
}

/** The same action by somebody else on another card: an answer that depends on the tap differs there. */
function otherTap({ callback }: CallbackSubject): CallbackSubject {
  const other = tapOn(undefined, undefined);
  const { actionIds } = callback;
  return subjectOf({ ...other, userId: '?', outTrackId: '?', actionIds }, undefined, 0);
}

function saysTheSame(a: Slot, b: Slot): boolean {
  return a.label === b.label && JSON.stringify(a.answer) === JSON.stringify(b.answer);
}
