/**
 * Everything bad that can come in, and which tests prove that it ends in a clear event or error with
 * the program alive where it can be. A row may not lose its proof: every named test must be there.
 */
import { describe, expect, it } from 'vitest';
import { expectProof, type Proof } from '../support/proof.js';

interface BadInput {
  readonly input: string;
  readonly endsAs: string;
  readonly provedBy: readonly Proof[];
}

const frames = (...tests: readonly string[]): Proof => ({
  file: 'conformance/bad-frames.test.ts',
  tests,
});
const answers = (...tests: readonly string[]): Proof => ({
  file: 'conformance/bad-answers.test.ts',
  tests,
});

const templates = (...tests: readonly string[]): Proof => ({
  file: 'conformance/bad-templates.test.ts',
  tests,
});

const table: readonly BadInput[] = [
  {
    input: 'a malformed frame',
    endsAs: 'frame.malformed with what came; the connection stays',
    provedBy: [frames('malformed (%s): logged as it came, the connection stays')],
  },
  {
    input: 'an oversized frame',
    endsAs: 'frame.malformed; the connection is replaced',
    provedBy: [frames('oversized: logged, and the connection is replaced')],
  },
  {
    input: 'a binary frame',
    endsAs: 'frame.malformed; the connection stays',
    provedBy: [frames('binary: logged as such, the connection stays')],
  },
  {
    input: 'a fragmented frame',
    endsAs: 'one frame',
    provedBy: [frames('fragmented, a character cut in two: one frame')],
  },
  {
    input: 'a duplicated frame',
    endsAs: 'the same answer again; worked on once',
    provedBy: [
      frames('duplicated: answered each time with the same words, worked on once'),
      {
        file: 'session/message-inbox.test.ts',
        tests: ['is acknowledged again; the rule sends once'],
      },
    ],
  },
  {
    input: 'an unknown frame',
    endsAs: 'frame.received; answered where the protocol wants an answer',
    provedBy: [
      frames('unknown, %s: logged and answered', 'of an unknown type: logged, not answered'),
    ],
  },
  {
    input: 'a callback whose content is not JSON',
    endsAs: 'an empty answer; callback.received with the problem',
    provedBy: [frames('with %s is answered empty and logged with the problem')],
  },
  {
    input: 'a token that expires between two calls',
    endsAs: 'a new token; the call succeeds',
    provedBy: [answers('whose token expires between two calls gets a new one; both cards arrive')],
  },
  {
    input: '400, 401, 403, 429, 500, 503, HTML and truncated bodies from the API',
    endsAs: 'an error with its code, card.failed; what passes by itself is asked again',
    provedBy: [
      answers(
        'that answers %s: an error that says so, in the log too; taps go on',
        'that answers %s once is asked again with the same outTrackId: one card',
        'that loses its answer says that the card may exist',
      ),
    ],
  },
  {
    input: 'a gateway that refuses, hangs, or answers without a ticket',
    endsAs: 'connection.lost with the reason and another try, or connection.refused',
    provedBy: [
      answers(
        'that %s is asked again, and says why',
        'that refuses with %i is asked no more, and says why',
      ),
    ],
  },
  {
    input: 'a rules file that vanishes or breaks while the program runs',
    endsAs: 'rules.rejected; the rules before stay in force',
    provedBy: [
      {
        file: 'cli/commands/watch.test.ts',
        tests: [
          'stay in force while the file is broken or gone, and are replaced when it is whole',
        ],
      },
    ],
  },
  {
    input: 'rules that fail while they are applied',
    endsAs: 'an answer, and a notice',
    provedBy: [
      {
        file: 'session/callback-desk.test.ts',
        tests: ['do not keep the tap from its answer; the answer goes first'],
      },
      {
        file: 'session/message-inbox.test.ts',
        tests: ['that no rule can look at, because the rules throw, is received all the same'],
      },
    ],
  },
  {
    input: 'a second watch on the same client id',
    endsAs: 'a notice that part of the traffic goes there',
    provedBy: [{ file: 'cli/commands/watch.test.ts', tests: ['are noticed by the second one'] }],
  },
  {
    input: 'SIGINT or SIGTERM while a callback is unanswered',
    endsAs: 'an acknowledgement, session.ended, and the exit code of the signal',
    provedBy: [
      answers('acknowledges it on the wire before the connection closes'),
      {
        file: 'cli/main.test.ts',
        tests: ["['SIGINT', 130]", "['SIGTERM', 143]", 'a waiting tap is answered'],
      },
    ],
  },
  {
    input: 'a planned disconnect under load',
    endsAs: 'no tap without a connection',
    provedBy: [answers('meets no tap without a connection; all are answered and logged')],
  },
  {
    input: 'a slow API call',
    endsAs: 'no other answer waits for it',
    provedBy: [answers('that %s delays the answer of no other callback')],
  },
  {
    input: 'a card template that is no template',
    endsAs: 'a finding and exit code 1 from lint, E1015 or E1004 and exit code 2 from the others',
    provedBy: [
      templates(
        '%s: exit code 1 from lint, 2 from the others',
        'whatever cannot be read is said so, with exit code 2',
      ),
    ],
  },
  {
    input: 'a card template too large, too deep, or whose expressions never end',
    endsAs: 'a finding; the rest of the card is drawn',
    provedBy: [
      templates(
        '10 000 components inside each other are cut, and that is said',
        'of 25 000 components 20 000 are drawn, and that is said',
        'of 100 000 items is cut, and that is said',
        'in a list, five deep with 50 items each, is cut, and that is said',
        '%s are named; their value is empty',
      ),
    ],
  },
  {
    input: 'scripts, links that run and escape sequences in card texts and data',
    endsAs: 'text, on the terminal and on pages',
    provedBy: [
      {
        file: 'conformance/bad-card-texts.test.ts',
        tests: [
          'with %s is shown and nothing else',
          'of a card that is sent arrive as they are and print as text',
        ],
      },
      {
        file: 'page/bad-cards.test.ts',
        tests: [
          'hostile texts are texts, in the chat, in the panels and when touched',
          'runs nothing, even without its policy',
        ],
      },
    ],
  },
  {
    input: 'a dtcard.yaml with tricks in it',
    endsAs: 'E1014 with the place, exit code 2',
    provedBy: [
      {
        file: 'conformance/bad-card-texts.test.ts',
        tests: ['with %s is refused with its place, exit code 2'],
      },
    ],
  },
];

it('has each input once, with a proof', () => {
  expect(new Set(table.map(({ input }) => input)).size).toBe(table.length);
  expect(table.filter(({ provedBy }) => provedBy.length === 0)).toEqual([]);
});

describe('ends well', () => {
  const proofs = table.flatMap(({ input, endsAs, provedBy }) =>
    provedBy.map((proof) => ({ input, endsAs, ...proof })),
  );
  it.each(proofs)('$input: $endsAs ($file)', (proof) => expectProof(proof));
});
