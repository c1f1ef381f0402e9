import type { EventLog } from '../../src/log/event-log.js';
import { createExchangesProjection } from '../../src/log/exchange.js';
import type { AnswerOutcome, SessionCommands } from '../../src/session/session.js';
import { callbackAnswered } from './event-builders.js';

type Given = Parameters<SessionCommands['answer']>;

/** What a session writes into its log when a person decides: an answer while it waits, afterwards an update. */
export function decideInLog(): (log: EventLog, ...given: Given) => AnswerOutcome {
  let exchanges: ReturnType<typeof createExchangesProjection> | undefined;
  return (log, exchangeId, answer) => {
    exchanges ??= log.project(createExchangesProjection());
    const phase = exchanges.read().get(exchangeId)?.phase;
    if (phase === 'waiting' || phase === 'held') {
      log.append(
        callbackAnswered(exchangeId, {
          source: 'manual',
          tookMs: 900,
          code: answer.kind === 'fail' ? answer.code : 200,
          ...(answer.kind === 'update' ? { response: answer.response } : {}),
        }),
      );
      return 'answered';
    }
    if (answer.kind === 'update') {
      const { response } = answer;
      log.append({ type: 'callback.late', exchangeId, source: 'manual', response, tookMs: 9000 });
      return 'late';
    }
    const reason = 'nothing-to-update';
    log.append({ type: 'callback.dropped', exchangeId, source: 'manual', reason });
    return 'gone';
  };
}
