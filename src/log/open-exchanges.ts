import { isJsonObject } from '../base/json-text.js';
import type { CardCallback, CardCallbackResponse } from '../protocol/card-callback.js';
import type { DtcardEvent, EventOf } from './event.js';
import type { OpenExchange } from './open-exchange.js';

/** Folds the events of a run that is over; what it left open is known once all were given. */
export interface OpenExchangesFold {
  apply(event: DtcardEvent): void;
  /** In the order of their arrival. */
  read(): readonly OpenExchange[];
}

/** What became of a callback, as far as it tells whether somebody can still decide it. */
interface Course {
  readonly exchangeId: string;
  readonly callback: CardCallback;
  readonly receivedAtMs: number;
  /** Taken over from the run before, with what was open then. */
  readonly restored: Pick<OpenExchange, 'was' | 'decided'> | undefined;
  answered: 'not' | 'by-itself' | 'decided';
  /** Nothing was sent: on purpose, or because the socket was gone. */
  expired: boolean;
  /** Rules that wait or think, and attempts of the forward, that had not come to an end. */
  readonly pending: Map<string, CardCallbackResponse | undefined>;
  /** Decisions that came too late for an answer, with whether their update came to an end. */
  readonly lates: { rule: string | undefined; response: CardCallbackResponse; ended: boolean }[];
  /** An answer that never left: its socket was gone, and the update that was to follow was not told. */
  lost: CardCallbackResponse | undefined;
}

/** Settled ones kept: an update may follow them, and a file may hold a million. */
const SETTLED_KEPT = 10_000;

/**
 * What a run left open. One that was killed: callbacks nobody had decided, and late decisions
 * whose update is not known to have arrived. One that ended as it should: the latter, and what it had
 * taken over while there was nobody to decide.
 * Events that are not what they should be are passed over.
 */
export function findOpenExchanges(events: Iterable<DtcardEvent>): readonly OpenExchange[] {
  const fold = createOpenExchangesFold();
  for (const event of events) fold.apply(event);
  return fold.read();
}

export function createOpenExchangesFold(): OpenExchangesFold {
  const courses = new Map<string, Course>();
  let byHand = false;
  let ended = false;
  let forgetAt = SETTLED_KEPT;

  function begin(
    { exchangeId, callback }: EventOf<'callback.received'> | EventOf<'callback.restored'>,
    receivedAtMs: number,
    restored: Course['restored'],
  ): void {
    // Without its outTrackId there is no card to update.
    if (!isCallback(callback) || callback.outTrackId === '') return;
    courses.set(exchangeId, {
      exchangeId,
      callback,
      receivedAtMs,
      restored,
      answered: 'not',
      expired: false,
      pending: new Map(),
      lates: [],
      lost: undefined,
    });
    if (courses.size < forgetAt) return;
    forgetSettled(courses, byHand);
    forgetAt = courses.size + SETTLED_KEPT;
  }

  return {
    apply(event) {
      switch (event.type) {
        case 'session.started':
          byHand = event.answerByHand === true;
          return;
        case 'session.ended':
          ended = true;
          return;
        case 'callback.received':
          return begin(event, event.atMs, undefined);
        case 'callback.restored': {
          const { was, decided, receivedAtMs } = event;
          return begin(event, receivedAtMs, { was, ...(isJsonObject(decided) && { decided }) });
        }
        case 'card.updated':
        case 'card.updateFailed': {
          const course = courses.get(event.because?.exchangeId ?? '');
          if (course) endUpdate(course, event);
          return;
        }
        case 'rule.matched':
          // Left to others after all.
          if (event.action !== 'leave') return;
          courses.get(event.subject)?.pending.delete(ruleKey(event.rule));
          return;
        case 'rule.scriptFailed':
          courses.get(event.subject)?.pending.delete(ruleKey(event.rule));
          return;
        default:
          if ('exchangeId' in event) {
            const course = courses.get(event.exchangeId);
            if (course) step(course, event);
          }
      }
    },
    read: () =>
      [...courses.values()].flatMap((course) => {
        const open = openOf(course, byHand, ended);
        return open ? [open] : [];
      }),
  };
}

function step(course: Course, event: DtcardEvent): void {
  switch (event.type) {
    case 'callback.planned':
      course.pending.set(ruleKey(event.rule), responseOf(event.response));
      return;
    case 'callback.forwarded':
      course.pending.set(FORWARD, undefined);
      return;
    case 'callback.forwardReturned':
      if (event.outcome !== 'retry') course.pending.delete(FORWARD);
      return;
    case 'callback.expired':
      course.expired = true;
      return;
    case 'callback.dropped':
      if (event.rule !== undefined) course.pending.delete(ruleKey(event.rule));
      // A decision all the same: to leave the card as it is.
      if (event.reason === 'nothing-to-update') course.answered = 'decided';
      return;
    case 'callback.answered':
      return answer(course, event);
    case 'callback.late': {
      const response = responseOf(event.response);
      if (event.rule !== undefined) course.pending.delete(ruleKey(event.rule));
      course.lost = undefined;
      if (response) course.lates.push({ rule: event.rule, response, ended: false });
      return;
    }
    default:
      return;
  }
}

function answer(course: Course, event: EventOf<'callback.answered'>): void {
  const { source, rule, sent } = event;
  if (source === 'duplicate') {
    if (!sent) return;
    course.lost = undefined;
    course.expired = false;
    return;
  }
  if (rule !== undefined) course.pending.delete(ruleKey(rule));
  if (source === 'autoAck' || source === 'autoFail') {
    course.answered = 'by-itself';
    course.expired = !sent;
    return;
  }
  course.answered = 'decided';
  if (!sent && source !== 'shutdown') course.lost = responseOf(event.response);
}

/** Updates of a card keep their order: the oldest decision that is on its way is the one that arrived. */
function endUpdate(
  course: Course,
  event: EventOf<'card.updated'> | EventOf<'card.updateFailed'>,
): void {
  if (event.outTrackId !== course.callback.outTrackId) return;
  const late = course.lates.find(({ rule, ended }) => !ended && rule === event.because.rule);
  if (late) late.ended = true;
}

function openOf(course: Course, byHand: boolean, ended: boolean): OpenExchange | undefined {
  const { exchangeId, callback, receivedAtMs, restored, lates, lost, pending } = course;
  const open = { exchangeId, callback, receivedAtMs };
  const last = lates.at(-1);
  if (last) {
    return last.ended ? undefined : { ...open, was: 'update-uncertain', decided: last.response };
  }
  if (lost) return { ...open, was: 'update-uncertain', decided: lost };
  if (course.answered === 'decided') return undefined;
  // A person who saw it, and left, has decided; a run without one has only passed it on.
  if (restored) return ended && byHand ? undefined : { ...open, ...restored };
  if (ended) return undefined;
  if (course.answered === 'not' && !course.expired) return { ...open, was: 'unanswered' };
  // Where nobody was there to decide, and nothing was about to, the deadline was the decision.
  if (!byHand && pending.size === 0) return undefined;
  const decided = [...pending.values()].find((response) => response !== undefined);
  const was = course.expired ? 'unanswered' : 'acknowledged';
  return { ...open, was, ...(decided && { decided }) };
}

/** All but the newest settled ones go; nobody is to come back to them. */
function forgetSettled(courses: Map<string, Course>, byHand: boolean): void {
  let left = courses.size - SETTLED_KEPT / 2;
  for (const [exchangeId, course] of courses) {
    if (left <= 0) return;
    if (openOf(course, byHand, false)) continue;
    courses.delete(exchangeId);
    left -= 1;
  }
}

const FORWARD = 'forward';

function ruleKey(rule: string): string {
  return `rule ${rule}`;
}

/** Files can be edited by hand. */
function isCallback(callback: unknown): callback is CardCallback {
  return (
    isJsonObject(callback) &&
    typeof callback['outTrackId'] === 'string' &&
    typeof callback['userId'] === 'string' &&
    Array.isArray(callback['actionIds']) &&
    callback['actionIds'].every((id) => typeof id === 'string') &&
    isJsonObject(callback['params'])
  );
}

function responseOf(response: unknown): CardCallbackResponse | undefined {
  return isJsonObject(response) ? (response as CardCallbackResponse) : undefined;
}
