/**
 * The client's half of the protocol (stream-protocol §8.2), row by row: which tests prove it. A row
 * may not lose its proof: every named test must be in the file that is named.
 */
import { describe, expect, it } from 'vitest';
import { expectProof, type Proof } from '../support/proof.js';

interface Row {
  readonly row: string;
  readonly demands: string;
  readonly provedBy: readonly Proof[];
}

const rows: readonly Row[] = [
  {
    row: 'C1',
    demands: 'a fresh ticket for every handshake; secrets are never told',
    provedBy: [
      {
        file: 'platform/sdk-stream-connection.test.ts',
        tests: ['is tried again with a fresh ticket each time'],
      },
      {
        file: 'platform/sdk-defects.test.ts',
        tests: [
          'neither secret nor ticket is in anything that is told',
          'the configuration of a connected socket holds neither ticket nor secret',
        ],
      },
    ],
  },
  {
    row: 'C2',
    demands: 'gateway call with Accept and Content-Type, 10 s, configurable origin',
    provedBy: [
      {
        file: 'platform/connection-ticket.test.ts',
        tests: ['asks as the protocol wants it', 'a gateway that never answers, or never ends'],
      },
      {
        file: 'platform/sdk-stream-connection.test.ts',
        tests: ['that hangs is given up after 10 s and asked again'],
      },
      { file: 'platform/endpoints.test.ts', tests: [] },
    ],
  },
  {
    row: 'C3',
    demands: '400 and 401 are final and shown; the rest backs off from 1 s to 60 s with jitter',
    provedBy: [
      {
        file: 'platform/sdk-stream-connection.test.ts',
        tests: ['that answers %s is asked no more', 'is asked at growing distances'],
      },
      { file: 'platform/backoff.test.ts', tests: ['doubles from 1 s to 60 s'] },
      { file: 'platform/connection-ticket.test.ts', tests: ['401 carries code, message'] },
    ],
  },
  {
    row: 'C4',
    demands: 'handshake timeout 10 s, one attempt in flight, explicit states',
    provedBy: [
      {
        file: 'platform/stream-socket.test.ts',
        tests: ['by silence ends after the time it was given'],
      },
      {
        file: 'platform/sdk-stream-connection.test.ts',
        tests: [
          'happens once however often start is called',
          'goes from idle over opening to open',
        ],
      },
    ],
  },
  {
    row: 'C5',
    demands: 'the ticket is encoded, the endpoint kept as given',
    provedBy: [
      { file: 'platform/stream-socket.test.ts', tests: ['opens with the encoded ticket'] },
      { file: 'protocol/gateway.test.ts', tests: [] },
    ],
  },
  {
    row: 'C6',
    demands: 'HTTPS_PROXY and NO_PROXY for HTTP and WebSocket',
    provedBy: [
      {
        file: 'platform/proxy.test.ts',
        tests: ['%s goes through %s', 'NO_PROXY %s: direct is %s'],
      },
      { file: 'platform/http.test.ts', tests: ['is asked for a tunnel, with its credentials'] },
      { file: 'platform/stream-socket.test.ts', tests: ['goes through the proxy'] },
    ],
  },
  {
    row: 'C7',
    demands: 'ping is answered 200 with the same data, unknown SYSTEM topics never fail',
    provedBy: [
      {
        file: 'platform/stream-socket-frames.test.ts',
        tests: [
          'ping is answered with the same data before it is told',
          '%s is answered 200',
          'a thousand pings at once are answered in order',
        ],
      },
    ],
  },
  {
    row: 'C8',
    demands:
      'successor at once, old socket kept for its answers, answers where the request came from',
    provedBy: [
      {
        file: 'platform/sdk-stream-drain.test.ts',
        tests: [
          'opens the successor at once and answers on the socket the request came from',
          'keeps the old socket for 15 s and then closes it',
          'loses none of a hundred frames a second',
        ],
      },
    ],
  },
  {
    row: 'C9',
    demands: 'WebSocket pings; two misses end the socket',
    provedBy: [
      { file: 'platform/watchdog.test.ts', tests: ['pings after 5 s and 7.5 s of silence'] },
      {
        file: 'platform/sdk-stream-connection.test.ts',
        tests: ['is replaced within 15 s with the timings that are in force'],
      },
    ],
  },
  {
    row: 'C10',
    demands: 'any close code reconnects, a stop cancels all timers',
    provedBy: [
      { file: 'platform/sdk-stream-connection.test.ts', tests: ['with %s is replaced'] },
      {
        file: 'platform/sdk-stream-stop.test.ts',
        tests: ['closes with 1000, leaves no timer', 'cancels a retry that is already queued'],
      },
    ],
  },
  {
    row: 'C11',
    demands: 'what cannot be parsed is told as malformed, never thrown',
    provedBy: [
      {
        file: 'platform/stream-socket-frames.test.ts',
        tests: ['%s is told as malformed and the socket stays'],
      },
      { file: 'protocol/stream-frame.test.ts', tests: [] },
    ],
  },
  {
    row: 'C12',
    demands: 'EVENT is answered SUCCESS, or LATER where that is set',
    provedBy: [
      {
        file: 'session/frame-router.test.ts',
        tests: ['is acknowledged with %s before it is logged'],
      },
    ],
  },
  {
    row: 'C13',
    demands: 'a bot message is answered at once with {"response":null}',
    provedBy: [
      {
        file: 'session/message-inbox.test.ts',
        tests: ['is acknowledged before it is logged and before any rule'],
      },
    ],
  },
  {
    row: 'C14',
    demands: 'a card callback is answered within 2 s, at the latest empty',
    provedBy: [
      {
        file: 'session/callback-desk.test.ts',
        tests: [
          'is answered before anything of it is in the log',
          'waits for a person until 300 ms before the deadline, then is acknowledged empty',
          'do not keep the tap from its answer; the answer goes first',
          'is answered empty and in the log with the problem',
        ],
      },
      {
        file: 'conformance/bad-answers.test.ts',
        tests: ['delays the answer of no other callback', 'acknowledges it on the wire before'],
      },
    ],
  },
  {
    row: 'C15',
    demands: 'an unknown CALLBACK topic is answered 404',
    provedBy: [
      {
        file: 'platform/sdk-defects.test.ts',
        tests: ['a CALLBACK of a topic nobody listens to is handed over and can be answered 404'],
      },
      {
        file: 'session/frame-router.test.ts',
        tests: ['of the CALLBACK topic %j is answered 404 and logged'],
      },
    ],
  },
  {
    row: 'C16',
    demands: 'a failing listener leads to an answer with 500, for a card to an empty one',
    provedBy: [
      {
        file: 'session/failed-frame.test.ts',
        tests: [
          '%s gets the code and data the protocol wants',
          'is answered 500 in the session when it is an EVENT, and stays in the log',
          'that was answered before the failure is not answered twice',
        ],
      },
    ],
  },
  {
    row: 'C17',
    demands: 'duplicates are recognised for 5 min and answered again',
    provedBy: [
      { file: 'answer/duplicates.test.ts', tests: [] },
      {
        file: 'session/callback-desk.test.ts',
        tests: [
          'gets the same answer and the rules are not asked again',
          'is a new one after five minutes',
          'while a person decides gets one answer',
        ],
      },
      {
        file: 'session/message-inbox.test.ts',
        tests: ['is acknowledged again; the rule sends once'],
      },
      {
        file: 'session/frame-router.test.ts',
        tests: ['that comes again under a new messageId is acknowledged with the same words'],
      },
    ],
  },
  {
    row: 'C18',
    demands: 'only what is needed is subscribed',
    provedBy: [
      {
        file: 'platform/sdk-defects.test.ts',
        tests: ['EVENT is not subscribed unless asked for'],
      },
    ],
  },
  {
    row: 'C19',
    demands: 'a warning that another connection takes part of the traffic',
    provedBy: [{ file: 'cli/commands/watch.test.ts', tests: ['are noticed by the second one'] }],
  },
  {
    row: 'C20',
    demands: 'own ua, no localIp',
    provedBy: [
      { file: 'platform/connection-ticket.test.ts', tests: ['asks as the protocol wants it'] },
    ],
  },
  {
    row: 'C21',
    demands: 'nothing on the console',
    provedBy: [
      {
        file: 'platform/sdk-defects.test.ts',
        tests: ['nothing is printed from the first attempt to the end'],
      },
    ],
  },
  {
    row: 'C22',
    demands: 'cardParamMap values become strings',
    provedBy: [
      { file: 'answer/param-text.test.ts', tests: ['values for cardParamMap'] },
      { file: 'cli/card-values.test.ts', tests: [] },
    ],
  },
  {
    row: 'C23',
    demands: 'every id and field may be missing; the raw frame is kept',
    provedBy: [
      {
        file: 'platform/stream-socket-frames.test.ts',
        tests: [
          'are handed over as they came and answered where they came from',
          'of every known and unknown kind come through',
        ],
      },
      { file: 'protocol/card-callback.test.ts', tests: [] },
      { file: 'protocol/bot-message.test.ts', tests: [] },
    ],
  },
];

it('has the 23 rows of the specification', () => {
  expect(rows.map(({ row }) => row)).toEqual(Array.from({ length: 23 }, (_, i) => `C${i + 1}`));
});

it('has a proof for every row', () => {
  expect(rows.filter((row) => row.provedBy.length === 0)).toEqual([]);
});

describe('is proved', () => {
  const proofs = rows.flatMap(({ row, demands, provedBy }) =>
    provedBy.map((proof) => ({ row, demands, ...proof })),
  );
  it.each(proofs)('$row $demands: $file', (proof) => expectProof(proof));
});
