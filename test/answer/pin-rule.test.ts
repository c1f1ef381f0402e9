import { describe, expect, it } from 'vitest';
import { decideCallback } from '../../src/answer/decide.js';
import { loadRules } from '../../src/answer/load-rules.js';
import { pinRule } from '../../src/answer/pin-rule.js';
import { createRuleMemory } from '../../src/answer/rule-memory.js';
import type { RulePin } from '../../src/answer/rule-pin.js';
import type { CardCallback, CardParamMap } from '../../src/protocol/card-callback.js';
import { callback, rulesOf } from '../support/rule-subjects.js';

const byKey = { updateCardDataByKey: true, updatePrivateDataByKey: true };

function pinOf(stated: Partial<RulePin> = {}): RulePin {
  return {
    name: 'agree',
    action: 'btn_agree',
    response: {
      cardUpdateOptions: byKey,
      cardData: { cardParamMap: { status: '已同意' } },
    },
    tap: { callback: callback() },
    ...stated,
  };
}

function pinned(text: string, pin: RulePin = pinOf()): string {
  const result = pinRule(text, 'rules.yaml', pin);
  if (!result.ok) throw new Error(result.detail);
  return result.text;
}

function decide(text: string, tap: CardCallback = callback(), template = 't.schema') {
  const rules = rulesOf(text);
  const memory = createRuleMemory();
  return decideCallback({ rules, callback: tap, nowMs: 0, memory, templateOf: () => template });
}

const agreeLines = `  - name: agree
    on: callback
    when:
      action: btn_agree
    answer:
      cardData:
        status: 已同意
`;

describe('pinning a rule', () => {
  it('makes a rules file of nothing, and of comments alone', () => {
    for (const start of ['', '# my rules\n', '\n', '---\n', 'version: 1\nrules:\n']) {
      const text = pinned(start);
      expect(text.startsWith(start)).toBe(true);
      expect(text).toContain(`rules:\n${agreeLines}`);
      expect(decide(text)).toMatchObject({ kind: 'answer', rule: 'agree' });
    }
    expect(pinned('')).toBe(`version: 1\nrules:\n${agreeLines}`);
  });

  it('comes last where no rule takes the tap, and leaves every byte as it was', () => {
    const before = `# Rules of finance.
version: 1   # never another
rules:
  # The first.
  - name:   "reject"   # spaced
    on: callback
    when: { action: [btn_reject, 'no'] }
    answer:
      cardData: { status: '已驳回' }
      # nothing else

# The end.
`;
    const text = pinned(before);
    const [head, tail] = before.split('\n# The end.');
    expect(text).toBe(`${head}${agreeLines}\n# The end.${tail}`);
  });

  it('comes before the rule that would take the tap first, above its comment', () => {
    const before = `version: 1
rules:
  - name: hello
    on: message
    leave: true

  # Everything else is for a person.
  - name: rest
    on: callback
    leave: true
`;
    const text = pinned(before);
    const [head, tail] = before.split('  # Everything else');
    expect(text).toBe(`${head}${agreeLines}\n  # Everything else${tail}`);
    expect(decide(text)).toMatchObject({ rule: 'agree' });
    expect(decide(text, callback({ actionIds: ['other'] }))).toMatchObject({ rule: 'rest' });
  });

  it('stays behind a rule that asks for more than this tap has', () => {
    const before = `version: 1
rules:
  - name: boss
    on: callback
    when: { action: btn_agree, user: boss }
    fail: {}
`;
    const text = pinned(before);
    expect(text.indexOf('boss')).toBeLessThan(text.indexOf('agree'));
    expect(decide(text, callback({ userId: 'boss' }))).toMatchObject({ rule: 'boss' });
    expect(decide(text)).toMatchObject({ rule: 'agree' });
  });

  it('writes lists in brackets, one line and many, and JSON', () => {
    const rule = '{"name":"a","on":"callback","leave":true}';
    const files = [
      `{"version":1,"rules":[${rule}]}`,
      `version: 1\nrules: [ ${rule}, ] # all\n`,
      `{\n  "version": 1,\n  "rules": [\n    ${rule}\n  ]\n}\n`,
      '{"version": 1, "rules": []}',
    ];
    for (const before of files) {
      const text = pinned(before);
      expect(decide(text)).toMatchObject({ kind: 'answer', rule: 'agree' });
      const at = Array.from(text).findIndex((char, index) => char !== before[index]);
      const added = text.length - before.length;
      expect(text.slice(0, at) + text.slice(at + added)).toBe(before);
    }
    const multi = pinned(files[2] as string);
    expect(multi).toContain(`\n    {"name":"agree"`);
    expect(JSON.parse(multi)).toMatchObject({ rules: [{ name: 'agree' }, { name: 'a' }] });
  });

  it('opens an empty list for lines, and keeps the comment behind it', () => {
    const text = pinned('version: 1\nrules: [ ]   # none yet\n');
    expect(text).toBe(`version: 1\nrules:   # none yet\n${agreeLines}`);
  });

  it('keeps line breaks of Windows, the byte order mark, and a missing last line break', () => {
    const before =
      '\ufeffversion: 1\r\nrules:\r\n- name: a\r\n  on: callback\r\n  when: {action: x}\r\n  fail: {}';
    const text = pinned(before);
    expect(text.startsWith(`${before}\r\n- name: agree\r\n  on: callback\r\n`)).toBe(true);
    expect(text.endsWith('status: 已同意')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
  });

  it('leaves texts of many lines at the end of a rule alone', () => {
    for (const sign of ['|', '|+', '|-', '>', '>+']) {
      const before = `version: 1
rules:
  - name: a
    on: callback
    when: { action: x }
    answer:
      cardData:
        text: ${sign}
          # one
          two

`;
      for (const rest of ['', '# end\n', '\n\n']) {
        const text = pinned(before + rest);
        const value = decide(before + rest, callback({ actionIds: ['x'] }));
        expect(decide(text, callback({ actionIds: ['x'] }))).toEqual(value);
        expect(decide(text)).toMatchObject({ rule: 'agree' });
      }
    }
  });

  it('is found where keys follow the list, and where anchors stand before items', () => {
    const before = `rules:
  - &first
    name: a
    on: callback
    leave: true
version: 1
`;
    const text = pinned(before);
    expect(decide(text)).toMatchObject({ rule: 'agree' });
    expect(text.replace(agreeLines, '')).toBe(before);
  });

  it('puts a blank line where the rules have them', () => {
    const one = (name: string) =>
      `  - name: ${name}\n    on: callback\n    when: {action: ${name}}\n    fail: {}\n`;
    const text = pinned(`version: 1\nrules:\n${one('a')}\n${one('b')}`);
    expect(text).toBe(`version: 1\nrules:\n${one('a')}\n${one('b')}\n${agreeLines}`);
  });

  it('finds a name of its own', () => {
    const twice = pinned(pinned(''));
    expect(pinRule(twice, 'r', pinOf())).toMatchObject({ ok: true, rule: 'agree-3', line: 3 });
    expect(twice).toContain('name: agree-2');
    expect(pinned('', pinOf({ name: ' ' }))).toContain('name: pinned');
  });

  it('refuses a file with problems and says all of them', () => {
    const broken = 'version: 2\nrules:\n  - name: a\n    on: tap\n';
    const result = pinRule(broken, 'rules.yaml', pinOf());
    expect(result).toMatchObject({ ok: false });
    const { problems } = loadRules(broken, 'rules.yaml') as { problems: readonly unknown[] };
    expect(!result.ok && result.detail.split('\n')).toHaveLength(problems.length);
    for (const text of ['just text', '- a', 'rules: 1\nversion: 1', '{']) {
      expect(pinRule(text, 'rules.yaml', pinOf()).ok).toBe(false);
    }
  });

  it('holds for an action, a template, a user, or every tap', () => {
    const tap = { callback: callback() };
    const text = pinned('', { name: 'all', tap });
    expect(text).toBe('version: 1\nrules:\n  - name: all\n    on: callback\n    answer: {}\n');
    const seven = { callback: callback({ userId: '007' }) };
    const narrow = pinned('', pinOf({ cardTemplateId: 't.schema', userId: '007', tap: seven }));
    expect(narrow).toContain('      template: t.schema\n      user: "007"\n');
    expect(decide(narrow, callback({ userId: '007' }))).toMatchObject({ rule: 'agree' });
    expect(decide(narrow)).toMatchObject({ kind: 'none' });
  });

  it('tells a text between slashes from a pattern', () => {
    const action = '/a.(b)/';
    const text = pinned('', {
      name: 'slashes',
      action,
      tap: { callback: callback({ actionIds: [action] }) },
    });
    expect(decide(text, callback({ actionIds: [action] }))).toMatchObject({ rule: 'slashes' });
    expect(decide(text, callback({ actionIds: ['axb'] }))).toMatchObject({ kind: 'none' });
  });

  it('says the same of what is replaced, of private data and of refusals', () => {
    const response = {
      cardUpdateOptions: { updatePrivateDataByKey: true },
      cardData: { cardParamMap: {} },
      userPrivateData: { cardParamMap: { voted: 'true' } },
    };
    const text = pinned('', pinOf({ response }));
    expect(decide(text)).toMatchObject({
      answer: {
        response: {
          ...response,
          cardUpdateOptions: { updateCardDataByKey: false, updatePrivateDataByKey: true },
        },
      },
    });
    const fails = pinned('', { name: 'no', action: 'btn_agree', fail: { code: 503 } });
    expect(decide(fails)).toMatchObject({ answer: { kind: 'fail', code: 503 } });
  });

  it('brings every text back as it was', () => {
    for (const text of hostileTexts) {
      const cardParamMap: CardParamMap = Object.fromEntries([
        ['v', text],
        // Merging is no part of rules files, whether quoted or not; nor are names beyond YAML's limit.
        [text === '<<' ? '< <' : text.slice(0, 1000), 'as a name'],
      ]);
      const name = text.trim() === '' ? 'n' : text;
      const response = { cardUpdateOptions: byKey, cardData: { cardParamMap } };
      for (const start of ['', '{"version":1,"rules":[]}']) {
        const file = pinRule(start, 'r', { name, action: 'btn_agree', response });
        expect(file, JSON.stringify(text)).toMatchObject({ ok: true, rule: name });
        const decision = file.ok ? decide(file.text) : undefined;
        expect(decision, JSON.stringify(text)).toMatchObject({ rule: name });
        const answer = decision?.kind === 'answer' ? decision.answer : undefined;
        const map = answer?.kind === 'update' ? answer.response.cardData?.cardParamMap : {};
        expect(Object.entries(map ?? {})).toEqual(Object.entries(cardParamMap));
      }
    }
  });

  it('brings back any mixture of what YAML reads things into', () => {
    let seed = 20261122;
    const random = (below: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return Math.floor((seed / 2147483648) * below);
    };
    const cells = [
      'a',
      ' ',
      '  ',
      ':',
      '#',
      '-',
      '"',
      "'",
      '\\',
      '\n',
      '\r',
      '\t',
      '{',
      '}',
      '[',
      ']',
    ];
    cells.push(
      '&',
      '*',
      '!',
      '|',
      '>',
      '%',
      '@',
      '`',
      ',',
      '?',
      '0',
      '7',
      '.',
      '~',
      '=',
      '<',
      '中',
    );
    cells.push('😀', '\u0000', '\u0085', '\u2028', '\ufeff', '\ud800', '$', '${', '\u001b');
    let before = 'version: 1\nrules: []\n';
    for (let round = 0; round < 150; round++) {
      const length = 1 + random(8);
      const text = Array.from({ length }, () => cells[random(cells.length)]).join('');
      const action = `act${round}`;
      const tap = { callback: callback({ actionIds: [action] }) };
      const cardParamMap = { v: text };
      const response = { cardUpdateOptions: byKey, cardData: { cardParamMap } };
      if (round % 25 === 0) before = 'version: 1\nrules: []\n';
      before = pinned(before, {
        name: `${round} ${text}`,
        action,
        userId: text,
        response,
        tap: { callback: { ...tap.callback, userId: text } },
      });
      const decision = decide(before, callback({ actionIds: [action], userId: text }));
      expect(decision, JSON.stringify(text)).toMatchObject({
        rule: `${round} ${text}`,
        answer: { response: { cardData: { cardParamMap } } },
      });
    }
  });
});

const hostileTexts = [
  'yes',
  'null',
  '~',
  'true',
  '',
  ' ',
  ' lead',
  'trail ',
  'a: b',
  'a #b',
  '#c',
  '- x',
  '? x',
  '007',
  '1_000',
  '1e3',
  '0x1f',
  '2026-11-22',
  '.inf',
  '"q"',
  "it's",
  'a\nb',
  'a\r\nb\n\n',
  '\t',
  'c:\\dir',
  '{a}',
  '[a]',
  '&a',
  '*a',
  '!a',
  '|',
  '>',
  '%a',
  '@a',
  '`a`',
  '<<',
  '=',
  '__proto__',
  'constructor',
  '已同意：好 #1',
  '😀👨‍👩‍👧',
  '\u0000\u001b[31m',
  '\u0085\u2028\ufeff\u00a0',
  '\ud800x',
  '${callback.userId}',
  '$${x}',
  '$$${x} $',
  '{"cardParamMap": {"a": "1"}}',
  'a'.repeat(2000),
];
