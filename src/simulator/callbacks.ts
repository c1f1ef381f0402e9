import type { CardParamMap } from '../protocol/card-callback.js';
import { topics } from '../protocol/topics.js';
import { type AnswerFrame, type AnswerWarning, readCardAnswer } from './answer-frame.js';
import { type CardSpace, spaceOf } from './card-space.js';
import type { SimCard } from './card-store.js';
import { ownChanges, reportChange } from './data-changes.js';
import { findCard, findPerson } from './lookups.js';
import type { PendingPush } from './pending-answers.js';
import { type PushDeps, retryLater, sendCopy } from './pushes.js';
import type { StreamConnection } from './stream-connections.js';
import { callbackFrame, fitsFrame } from './stream-frames.js';
import type { TapInput, TapResult, UndeliverableReason } from './tap.js';
import type { SimPerson } from './world.js';

const cardCallbackTopic = topics.cardCallback;

/**
 * A tap becomes a CALLBACK frame, its answer new card data (stream-protocol §6).
 * Resolves when answered, expired or undeliverable.
 *
 * @throws E5002 for an unknown person or card
 */
export function tapCard(deps: PushDeps, input: TapInput): Promise<TapResult> {
  const { context, connections } = deps;
  const person = findPerson(context, input.userId);
  const card = findCard(context, input.outTrackId);
  const space = spaceOf(card, person, context.directory);
  const obstacle = obstacleOf(card, space);
  if (obstacle || !space) return undeliverable(deps, card, person, obstacle ?? 'not-visible');
  const connection = connections.choose(card.clientId, 'CALLBACK', cardCallbackTopic);
  if (typeof connection === 'string') return undeliverable(deps, card, person, connection);
  const data = composeCallback(deps, card, person, space, input);
  const messageId = deps.messageIds.push();
  const parts = connection.partsFor(cardCallbackTopic);
  const frame = callbackFrame(parts, messageId, context.clock.now(), data);
  if (!fitsFrame(frame)) return undeliverable(deps, card, person, 'frame-too-large');
  return new Promise((resolve) => {
    const push = new CardPush(deps, messageId, connection, card, person, data, resolve);
    deps.answers.add(push);
    connection.send(frame);
    context.report({
      type: 'callback.sent',
      messageId,
      outTrackId: card.outTrackId,
      userId: person.userId,
      actionIds: input.actionIds,
      params: input.params ?? {},
      connectionId: connection.connectionId,
    });
    if (context.settings.deliverTwice !== 'no') push.sendCopy();
  });
}

function obstacleOf(card: SimCard, space: CardSpace | undefined): UndeliverableReason | undefined {
  if (card.callbackType === 'HTTP') return 'http-callback';
  if (card.callbackType !== 'STREAM') return 'no-callback-type';
  return space ? undefined : 'not-visible';
}

function undeliverable(
  { context }: PushDeps,
  { outTrackId }: SimCard,
  { userId }: SimPerson,
  reason: UndeliverableReason,
): Promise<TapResult> {
  context.report({ type: 'callback.undeliverable', outTrackId, userId, reason });
  return Promise.resolve({ outcome: 'undeliverable', outTrackId, userId, reason });
}

/** Written by hand, as it is made for each tap; `content` stands in `value` again (§6.1). */
function composeCallback(
  { context }: PushDeps,
  card: SimCard,
  person: SimPerson,
  space: CardSpace,
  input: TapInput,
): string {
  const { actionIds, params = {} } = input;
  const content = JSON.stringify(JSON.stringify({ cardPrivateData: { actionIds, params } }));
  const userId = card.userIdType === 2 ? person.unionId : person.userId;
  const extension = JSON.stringify(JSON.stringify(space.delivery.extension ?? {}));
  return (
    `{"extension":${extension},"corpId":${JSON.stringify(context.world.corpId)},` +
    `"spaceType":${JSON.stringify(context.settings.callbackSpaceType)},` +
    `"userIdType":${card.userIdType},"type":"actionCallback",` +
    `"userId":${JSON.stringify(userId)},"content":${content},` +
    `"spaceId":${JSON.stringify(space.spaceId)},` +
    `"outTrackId":${JSON.stringify(card.outTrackId)},"value":${content}}`
  );
}

/** One tap on its way: made per callback, so it is a class and not a set of closures. */
class CardPush implements PendingPush {
  readonly kind = 'card';
  readonly messageId: string;
  readonly connection: StreamConnection;
  readonly sentMs: number;
  readonly dueMs: number;
  settled = false;
  readonly #deps: PushDeps;
  readonly #card: SimCard;
  readonly #userId: string;
  #data: string;
  readonly #resolve: (result: TapResult) => void;

  constructor(
    deps: PushDeps,
    messageId: string,
    connection: StreamConnection,
    card: SimCard,
    person: SimPerson,
    data: string,
    resolve: (result: TapResult) => void,
  ) {
    this.messageId = messageId;
    this.connection = connection;
    this.sentMs = deps.context.clock.monotonic();
    this.dueMs = this.sentMs + deps.context.settings.callbackDeadlineMs;
    this.#deps = deps;
    this.#card = card;
    this.#userId = person.userId;
    this.#data = data;
    this.#resolve = resolve;
  }

  answered(answer: AnswerFrame, tookMs: number): void {
    const { context } = this.#deps;
    const { cards } = context;
    const card = this.#card;
    const { outTrackId } = card;
    const { messageId } = this;
    const userId = this.#userId;
    const { code } = answer;
    const { response, warnings: read } = readCardAnswer(answer.data, context.settings);
    // What the real platform does with another code is not documented (stream-protocol §3.4).
    const applied = code === 200 && response !== undefined;
    const before = card.cardParamMap;
    const seenBefore = cards.publicOf(card, userId);
    const ownBefore = cards.ownOf(card, userId);
    const viewers = applied ? cards.applyAnswer(outTrackId, userId, response) : [];
    const gone = removed(seenBefore, cards.publicOf(card, userId));
    const warnings = gone.length === 0 ? read : [...read, blanks(gone)];
    for (const warning of warnings) context.report({ type: 'warning', ...warning, outTrackId });
    // Whole literals here and below: this runs per tap, and spreading took a tenth of it.
    context.report({
      type: 'callback.answered',
      messageId,
      outTrackId,
      userId,
      code,
      tookMs,
      applied,
      response,
    });
    if (viewers.length > 0) {
      const own = ownChanges(userId, ownBefore, cards.ownOf(card, userId));
      reportChange(context, card, 'answer', viewers, before, own);
    }
    this.#resolve({
      outcome: 'answered',
      messageId,
      outTrackId,
      userId,
      code,
      tookMs,
      connectionId: this.connection.connectionId,
      applied,
      viewers,
      warnings,
      response: applied ? response : undefined,
    });
  }

  unanswered(afterMs: number, stopping: boolean): void {
    const who = this.#who();
    const { messageId } = this;
    if (stopping) {
      this.#resolve({ outcome: 'undeliverable', ...who, reason: 'simulator-stopped' });
      return;
    }
    this.#deps.context.report({ type: 'callback.expired', messageId, ...who, afterMs });
    const { connectionId } = this.connection;
    this.#resolve({ outcome: 'expired', ...who, messageId, connectionId, afterMs });
    this.#sendAgain(afterMs);
    this.#data = '';
  }

  held(): void {
    const { messageId } = this;
    this.#deps.context.report({ type: 'callback.held', messageId, ...this.#who() });
  }

  released(remainingMs: number): void {
    const { messageId } = this;
    const who = this.#who();
    this.#deps.context.report({ type: 'callback.released', messageId, ...who, remainingMs });
  }

  late(answer: AnswerFrame, tookMs: number): void {
    this.#reportLate(this.messageId, answer, tookMs);
  }

  sendCopy(): void {
    const { connection } = this;
    const parts = connection.partsFor(cardCallbackTopic);
    const { clock } = this.#deps.context;
    sendCopy(
      this.#deps,
      connection,
      this.messageId,
      (messageId) => callbackFrame(parts, messageId, clock.now(), this.#data),
      (messageId, answer, tookMs) => this.#reportLate(messageId, answer, tookMs),
    );
  }

  /** The person has seen the failure already, so an answer to the repetition is late. */
  #sendAgain(waitedMs: number): void {
    const deps = this.#deps;
    if (deps.context.settings.redeliverAfterMs <= 0) return;
    const data = this.#data;
    let lastId = this.messageId;
    const plan = {
      kind: 'card',
      clientId: this.#card.clientId,
      type: 'CALLBACK',
      topic: cardCallbackTopic,
      retriesUnconnected: false,
      frame: (connection: StreamConnection, messageId: string) =>
        callbackFrame(
          connection.partsFor(cardCallbackTopic),
          messageId,
          deps.context.clock.now(),
          data,
        ),
      retryAfterMs: () => deps.context.settings.redeliverAfterMs,
      onSent: (_connection: StreamConnection, messageId: string) => {
        lastId = messageId;
      },
      onAnswer: (answer: AnswerFrame, tookMs: number) => {
        this.#reportLate(lastId, answer, tookMs);
        return true;
      },
    } as const;
    retryLater(deps, plan, 1, this.messageId, waitedMs);
  }

  #reportLate(messageId: string, { code }: AnswerFrame, tookMs: number): void {
    this.#deps.context.report({ type: 'callback.late', messageId, ...this.#who(), code, tookMs });
  }

  #who(): { readonly outTrackId: string; readonly userId: string } {
    return { outTrackId: this.#card.outTrackId, userId: this.#userId };
  }
}

/** Public variables that a viewer had and has no more. */
function removed(before: CardParamMap, after: CardParamMap): readonly string[] {
  if (before === after) return [];
  return Object.keys(before).filter((key) => before[key] !== '' && !Object.hasOwn(after, key));
}

/** The default replaces everything: cards turn blank after a tap (card-openapi §3.4). */
function blanks(gone: readonly string[]): AnswerWarning {
  const names = gone.slice(0, 5).join(', ');
  const message = `without updateCardDataByKey the answer removed: ${names}`;
  return { code: 'variables-removed', message };
}
