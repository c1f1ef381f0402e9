import { createDuplicates } from '../answer/duplicates.js';
import { messageOf } from '../base/errors.js';
import { redactText } from '../base/redact.js';
import type { StreamResponse } from '../protocol/stream-frame.js';
import { createCallbackDesk } from './callback-desk.js';
import { createCardSender } from './card-sender.js';
import { createCardStreamer } from './card-streamer.js';
import { connectionEvent } from './connection-events.js';
import { answerOfFailure, noteAnswer } from './failed-frame.js';
import { createFrameRouter } from './frame-router.js';
import { createLateAnswers } from './late-answers.js';
import { createMessageInbox } from './message-inbox.js';
import { createSentCards } from './sent-cards.js';
import type { Session } from './session.js';
import type { SessionDeps, SessionSettings } from './session-deps.js';

/** How long cards that are on their way are waited for at the end. */
const leavingPatienceMs = 1000;

/** Puts the parts of one run together. Nothing happens before `start`. */
export function createSession(deps: SessionDeps, settings: SessionSettings): Session {
  const { clock, log } = deps;
  const duplicates = createDuplicates<StreamResponse>({ clock });
  const sentCards = createSentCards();
  const sender = createCardSender(deps, sentCards);
  const late = createLateAnswers(clock, log, sender);
  const desk = createCallbackDesk(deps, settings, sentCards, duplicates, late);
  const streamer = createCardStreamer(deps, sender);
  const message = createMessageInbox(deps, sender, streamer, duplicates);
  const route = createFrameRouter(
    log,
    { message, callback: (received) => desk.take(received), eventStatus: settings.eventStatus },
    duplicates,
  );

  const stream = deps.openStream({
    onState(state) {
      log.append(connectionEvent(state));
    },
    onFrame(received) {
      const noted = noteAnswer(received);
      try {
        route(noted);
      } catch (error) {
        const { connectionId, frame, raw } = received;
        const { messageId, topic } = frame.headers;
        const response = noted.isAnswered ? undefined : answerOfFailure(frame);
        const sent = response !== undefined && received.respond(response);
        // Nothing received may be lost from the log, whatever went wrong with it.
        log.append({
          type: 'frame.malformed',
          connectionId,
          problem: 'content',
          detail: redactText(messageOf(error)),
          raw: redactText(raw),
        });
        if (!response) return;
        log.append({ type: 'frame.answered', messageId, topic, code: response.code, sent });
      }
    },
    onMalformed({ connectionId, problem, detail, raw }) {
      log.append({
        type: 'frame.malformed',
        connectionId,
        problem,
        detail: redactText(detail),
        raw: redactText(raw),
      });
    },
  });

  let stopping: Promise<void> | undefined;
  return {
    log,
    commands: {
      sendCard: (card) => sender.send(card, {}),
      updateCard: (update) => sender.update(update, {}),
      streamCard: (frame) =>
        sender.stream({ guid: deps.ids.uuid(), isFinalize: false, isError: false, ...frame }, {}),
      answer: (exchangeId, answer) => desk.answer(exchangeId, answer),
      arm: () => '',
      disarm: () => false,
      switchRules: () => {},
      pin: () => ({ ok: false, code: 'E1005', detail: '' }),
    },
    start: stream.start.bind(stream),
    restore: () => {},
    stop(reason, exitCode) {
      stopping ??= (async () => {
        try {
          desk.closeAll();
          streamer.stop();
          await stream.stop();
          await sender.settle(leavingPatienceMs);
        } finally {
          log.append({ type: 'session.ended', reason, exitCode });
          log.flush();
        }
      })();
      return stopping;
    },
  };
}
