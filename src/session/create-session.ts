import { createDuplicates } from '../answer/duplicates.js';
import { createRuleMemory } from '../answer/rule-memory.js';
import type { PinOutcome } from '../answer/rule-pin.js';
import { messageOf } from '../base/errors.js';
import { redactText } from '../base/redact.js';
import type { StreamResponse } from '../protocol/stream-frame.js';
import { createArming } from './arming.js';
import { createCallbackDesk } from './callback-desk.js';
import { createCardSender } from './card-sender.js';
import { createCardStreamer } from './card-streamer.js';
import { connectionEvent } from './connection-events.js';
import { answerOfFailure, noteAnswer } from './failed-frame.js';
import { createFollowUps } from './follow-ups.js';
import { createForwardDesk } from './forward-desk.js';
import { createFrameRouter } from './frame-router.js';
import { createMessageInbox } from './message-inbox.js';
import { createRuleKnowledge } from './rule-knowledge.js';
import { createRuleSwitch } from './rule-switch.js';
import { createScriptRules } from './script-rules.js';
import { createSentCards } from './sent-cards.js';
import type { Session } from './session.js';
import type { SessionDeps, SessionSettings } from './session-deps.js';
import { createTapRules } from './tap-rules.js';

/** How long cards that are on their way are waited for at the end. */
const leavingPatienceMs = 1000;

const nowhereToPin = {
  ok: false,
  code: 'E1005',
  detail: 'no rules file is in use',
} as const satisfies PinOutcome;

/** Puts the parts of one run together. Nothing happens before `start`. */
export function createSession(deps: SessionDeps, settings: SessionSettings): Session {
  const { clock, log } = deps;
  const duplicates = createDuplicates<StreamResponse>({ clock });
  const sentCards = createSentCards();
  const sender = createCardSender(deps, sentCards);
  const streamer = createCardStreamer(deps, sender);
  const followUps = createFollowUps(log, sender, streamer);
  const arming = createArming(deps);
  const memory = createRuleMemory();
  const scripts = createScriptRules(deps);
  const ruleSwitch = createRuleSwitch(deps, settings);
  const switched = { clock, log, rules: ruleSwitch.rules };
  const knowledge = createRuleKnowledge(log, deps.aliasesOf);
  const { armed } = arming;
  const desk = createCallbackDesk(deps, settings, {
    rules: createTapRules(switched, settings, { armed, memory, sentCards, knowledge }),
    scripts,
    forward: deps.forward && createForwardDesk({ clock, log, forwarder: deps.forward }),
    sender,
    followUps,
    duplicates,
  });
  const message = createMessageInbox(switched, { memory, scripts, followUps, duplicates });
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
      arm: (armed) => arming.arm(armed),
      disarm: (armedId) => arming.disarm(armedId),
      switchRules: (on) => ruleSwitch.turn(on),
      pin(pin) {
        const outcome = deps.pinRule?.(pin) ?? nowhereToPin;
        if (outcome.ok) {
          const { file, rule, line } = outcome;
          log.append({ type: 'rules.pinned', file, rule, line });
        }
        return outcome;
      },
    },
    start() {
      ruleSwitch.tellStart();
      stream.start();
    },
    restore: (recording, open) => desk.restore(recording, open),
    stop(reason, exitCode) {
      stopping ??= (async () => {
        try {
          // A text that is begun now would break off.
          streamer.stop();
          desk.closeAll();
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
