import { describe, expect, it } from 'vitest';
import { loadRules, noRules, rulesInvalid } from '../../src/answer/load-rules.js';
import { places, rulesOf } from '../support/rule-subjects.js';

const head = 'version: 1\nrules:\n';

function problems(rules: string): readonly string[] {
  return places(loadRules(head + rules, 'rules.yaml'));
}

describe('a rules file', () => {
  it('gives its rules in order, and by what they look at', () => {
    const rules = rulesOf(`${head}
  - { name: a, on: callback, leave: true }
  - { name: b, on: message, leave: true }
  - { name: c, on: callback, leave: true }
`);
    expect(rules.file).toBe('rules.yaml');
    expect(rules.rules.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    expect(rules.callbackRules.map(({ name }) => name)).toEqual(['a', 'c']);
    expect(rules.messageRules.map(({ name }) => name)).toEqual(['b']);
  });

  it('may have no rules', () => {
    expect(rulesOf('version: 1\nrules: []\n').rules).toEqual([]);
    expect(noRules.rules).toEqual([]);
  });
});

describe('a problem of a rules file', () => {
  it.each<[string, readonly string[]]>([
    ['rules: []', ['1:1 the file needs "version"']],
    ['version: 1', ['1:1 the file needs "rules"']],
    ['version: 2\nrules: []', ['1:10 version must be 1, not 2']],
    ['version: "1"\nrules: []', ['1:10 version must be 1, not "1"']],
    [
      'version: 1\nrule: []',
      ['1:1 the file needs "rules"', '2:1 unknown key "rule" in the file; did you mean "rules"?'],
    ],
    ['version: 1\nrules:', ['2:7 rules must be a list (lines with "- "), not empty']],
    ['hello', ['1:1 the file must be a mapping (name: value), not "hello"']],
  ])('in %j', (text, expected) => {
    expect(places(loadRules(text, 'f'))).toEqual(expected);
  });

  it.each<[string, readonly string[]]>([
    ['  - leave: true\n', ['3:5 rules[0] needs "on", one of message, callback']],
    [
      '  - { name: a, on: messages, leave: true }\n',
      ['3:20 on must be one of message, callback, not "messages"; did you mean "message"?'],
    ],
    ['  - { on: message, leave: true }\n', ['3:5 rules[0] needs "name"']],
    [
      '  - { name: "", on: message, leave: true }\n',
      ['3:13 name must be a text, not an empty text'],
    ],
    [
      '  - { name: a, on: callback }\n',
      ['3:5 rules[0] needs one of "answer", "fail", "leave", "script", "send", "update", "stream"'],
    ],
    [
      '  - name: a\n    on: callback\n    answer: {}\n    fail: {}\n',
      ['6:5 rules[0] has "answer" already; only one of "answer", "fail", "leave", "script"'],
    ],
    ['  - { name: a, on: message }\n', ['3:5 rules[0] needs one of "send", "leave", "script"']],
    [
      '  - { name: a, on: message, leave: true, whenn: {} }\n',
      ['3:42 unknown key "whenn" in rules[0]; did you mean "when"?'],
    ],
    [
      '  - { name: a, on: callback, leave: true, when: { actionId: x } }\n',
      ['3:51 unknown key "actionId" in when; did you mean "action"?'],
    ],
    [
      '  - { name: a, on: message, leave: true, when: { action: x } }\n',
      [
        '3:50 unknown key "action" in when; known: text, user, conversation, conversationType, filter',
      ],
    ],
    [
      '  - { name: a, on: message, leave: true, when: { conversationType: groop } }\n',
      ['3:68 conversationType must be one of group, single, not "groop"; did you mean "group"?'],
    ],
    [
      '  - { name: a, on: message, leave: true, when: { text: [] } }\n',
      ['3:56 text is an empty list'],
    ],
    [
      '  - { name: a, on: message, leave: true, when: text }\n',
      ['3:48 when must be a mapping (name: value), not "text"'],
    ],
    ['  - { name: a, on: message, send: {} }\n', ['3:35 send needs "template"']],
    [
      '  - { name: a, on: message, send: { cardTemplateId: t } }\n',
      [
        '3:35 send needs "template"',
        '3:37 unknown key "cardTemplateId" in send; did you mean "template"?',
      ],
    ],
    [
      '  - { name: a, on: message, send: { template: t, data: [] } }\n',
      ['3:56 data must be a mapping (name: value), not a list'],
    ],
    [
      '  - { name: a, on: message, send: { template: t, privateData: { u1: x } } }\n',
      ['3:69 privateData.u1 must be a mapping (name: value), not "x"'],
    ],
    [
      '  - { name: a, on: callback, answer: { privateCardData: {} } }\n',
      ['3:40 unknown key "privateCardData" in answer; did you mean "userPrivateData"?'],
    ],
    [
      '  - { name: a, on: callback, answer: { updateCardDataByKey: "yes" } }\n',
      ['3:61 updateCardDataByKey must be true or false, not "yes"'],
    ],
    [
      '  - { name: a, on: callback, answer: { delayMs: -1 } }\n',
      ['3:49 delayMs must be a whole number 0–600000, not -1'],
    ],
    [
      '  - { name: a, on: callback, fail: { code: 200 } }\n',
      ['3:44 code must be a whole number 300–599, not 200'],
    ],
    ['  - { name: a, on: callback, leave: false }\n', ['3:37 leave must be true, not false']],
    [
      '  - { name: a, on: callback, answer: { cardData: { cardParamMap: { a: b } } } }\n',
      ['3:52 write the variables here directly, without "cardParamMap"'],
    ],
    [
      '  - { name: a, on: callback, leave: true }\n  - { name: a, on: message, leave: true }\n',
      ['4:13 the rule of line 3 is called "a" too'],
    ],
    ['  - just text\n', ['3:5 rules[0] must be a mapping (name: value), not "just text"']],
    ['  -\n', ['3:4 rules[0] must be a mapping (name: value), not empty']],
  ])('in the rules %j', (rules, expected) => {
    expect(problems(rules)).toEqual(expected);
  });

  it('does not hide the others: all come together, in the order of the file', () => {
    expect(
      problems(`  - name: a
    on: message
    when: { text: "/(/" }
    send: { template: t, to: "dtv1.card://x" }
  - name: a
    on: callback
    answr: {}
  - { name: c, on: callback, when: { params: { x: "/(a+)+/" } }, leave: true }
`).map((problem) => /^\d+:\d+ \S+ \S+/.exec(problem)?.[0]),
    ).toEqual([
      '5:19 Invalid regular',
      '6:30 to must',
      '7:5 rules[1] needs',
      '7:11 the rule',
      '9:5 unknown key',
      '10:51 /(a+)+/ can',
    ]);
  });

  it('tells how to write values within braces', () => {
    const found = problems(
      '  - { name: a, on: callback, guard: { user: ${card.owner} }, answer: {} }\n',
    );
    expect(found[0]).toMatch(/^3:46 .*; quote texts with \$\{…\} inside \{ \} and \[ \]$/);
    expect(problems('  - { name: "${a}", on: callback: answer }\n').join()).not.toContain('${…}');
    expect(problems('  - { name: "${user ?? "a b"}" }\n').join()).toContain(`put '…' around`);
    expect(problems('  - name: a: ${user}\n')).toEqual([
      expect.stringMatching(/; quote a text that holds ": "$/),
    ]);
    expect(loadRules(Buffer.from('a: [${x}]'), 'f')).toMatchObject({
      problems: [{ message: expect.stringContaining('quote texts') as string }],
    });
  });

  it('is in what stands beside the rules, too', () => {
    const text = `version: 1
late: later
answers: [{ name: a }]
rules: []
`;
    expect(places(loadRules(text, 'f'))).toEqual([
      '2:7 late must be one of ack-then-update, fail, let-it-expire, hold, not "later"',
      '3:11 answers[0] needs "answer"',
    ]);
  });

  it('is not repeated without end', () => {
    const loaded = loadRules(head + '  - { nmae: x }\n'.repeat(500), 'f');
    expect(places(loaded)).toHaveLength(50);
  });

  it('becomes an error that names every place', () => {
    const error = rulesInvalid('rules.yaml', [
      { line: 3, column: 5, message: 'one' },
      { line: 0, column: 0, message: 'two' },
    ]);
    expect(error.code).toBe('E1005');
    expect(error.params).toEqual({
      file: 'rules.yaml',
      count: 2,
      detail: 'rules.yaml:3:5: one\nrules.yaml: two',
    });
  });

  it('is found in every broken variant of a good file without an exception', () => {
    const good = `${head}  - { name: a, on: message, when: { text: /x/ }, send: { template: t, data: { a: [1] } } }
  - { name: b, on: callback, when: { params: { x: { exists: true } } }, answer: { cardData: { s: "1" } } }
`;
    for (const piece of [
      '',
      '~',
      '[]',
      '{}',
      '- ',
      '"',
      ': ',
      '/(/',
      '&a ',
      '*a',
      '\t',
      '\u0000',
    ]) {
      for (let at = 0; at < good.length; at += 3) {
        const broken = good.slice(0, at) + piece + good.slice(at + 2);
        const loaded = loadRules(broken, 'f');
        if (!loaded.ok) expect(loaded.problems.length).toBeGreaterThan(0);
      }
    }
  });
});
