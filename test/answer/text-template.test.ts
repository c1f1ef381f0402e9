import { describe, expect, it } from 'vitest';
import { jsonTemplate, textValue } from '../../src/answer/text-template.js';
import { type Subject, valueFor } from '../../src/answer/value.js';
import type { SourceScalar } from '../../src/base/source-node.js';
import {
  callback,
  knownCard,
  message,
  nodeOf,
  readingOf,
  sometime,
} from '../support/rule-subjects.js';

const params = {
  action: 'accept',
  empty: '',
  nothing: null,
  count: 3,
  on: false,
  form: { reason: '太贵', tags: ['a', 'b'], 'odd key.': 'odd' },
};

const known = knownCard();

const tap: Subject = {
  callback: callback({ params, actionIds: ['btn_agree', 'second'] }),
  cardTemplateId: 'approval.schema',
  card: known.cardOf('track1'),
  names: known.names,
  nowMs: sometime,
  uses: 2,
};

function filled(text: string, subject: Subject = tap): string {
  const reading = readingOf(subject.message ? 'message' : 'callback');
  const value = textValue(nodeOf(JSON.stringify(text)), reading);
  expect(reading.problems).toEqual([]);
  return valueFor(value, subject);
}

describe('a text with ${…}', () => {
  it.each([
    ['plain', 'plain'],
    ['', ''],
    ['$', '$'],
    ['100$ $x {y}', '100$ $x {y}'],
    ['${callback.userId}', 'manager01'],
    ['由 ${callback.userId} 在 ${callback.spaceId}', '由 manager01 在 cidA1b2C3d4E5f6=='],
    ['${ callback.userId }', 'manager01'],
    ['${callback.action}', 'btn_agree'],
    ['${callback.actionIds}', '["btn_agree","second"]'],
    ['${callback.actionIds.1}', 'second'],
    ['${callback.actionIds[1]}', 'second'],
    ['${callback.params.form.reason}', '太贵'],
    ['${callback.params.form.tags.0}', 'a'],
    ['${callback.params.form.tags[1]}', 'b'],
    ['${callback.params["form"]["odd key."]}', 'odd'],
    ['${callback.params.form.tags}', '["a","b"]'],
    ['${callback.params.count}', '3'],
    ['${callback.params.on}', 'false'],
    ['${callback.params.nothing}', ''],
    ['${callback.params.none.deeper}', ''],
    ['${callback.params.toString}', ''],
    ['${callback.params.__proto__}', ''],
    ['${callback.params.none ?? 无}', '无'],
    ['${callback.params.empty ?? 无}', '无'],
    ['${callback.params.none ??}', ''],
    ['${callback.params.none ?? "  } "}', '  } '],
    ['${callback.params.action ?? 无}', 'accept'],
    ['${card.status}', '待审批'],
    ['${card.items.0.name}', '机票'],
    ['${card.none ?? -}', '-'],
    ['${my.mine}', 'yes'],
    ['${cardTemplateId} ${outTrackId}', 'approval.schema track1'],
    ['${user}', '张三'],
    ['${uses}', '2'],
    ['${now}', '2026-11-22T08:05:09.123Z'],
    ['${now.ms}', String(sometime)],
    ['$${callback.userId}', '${callback.userId}'],
    ['$$${callback.userId}', '$${callback.userId}'],
    ['a$${b}${callback.userId}', 'a${b}manager01'],
  ])('%j is %j', (text, expected) => {
    expect(filled(text)).toBe(expected);
  });

  it('tells the time as it is here', () => {
    const date = new Date(sometime);
    const two = (value: number) => String(value).padStart(2, '0');
    const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
    const time = `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
    expect(filled('${now.date}|${now.time}|${now.datetime}')).toBe(`${day}|${time}|${day} ${time}`);
    expect(day).toMatch(/^2026-11-2[123]$/);
  });

  it.each([
    ['${message.text}', '报销'],
    ['${message.senderNick}（${message.senderStaffId}）', '李四（lisi01）'],
    ['${message.conversationId} ${message.conversationTitle}', 'cidA1b2C3d4E5f6== 财务群'],
    ['${user}', '李四'],
  ])('for a message: %j is %j', (text, expected) => {
    expect(filled(text, { message: message(), nowMs: sometime })).toBe(expected);
  });

  it('has nothing to tell of cards and people that are not known', () => {
    const alone: Subject = { callback: callback(), nowMs: sometime };
    expect(filled('[${card.status}${my.mine}${cardTemplateId}]${user}', alone)).toBe('[]manager01');
    expect(filled('${now}', { ...alone, nowMs: Number.NaN })).toBe('');
  });

  it('takes what strangers sent as it is', () => {
    const hostile = '\u001b[31m\u202e\ud800${callback.corpId}';
    const given = callback({ params: { hostile }, userId: hostile });
    expect(filled('<${callback.params.hostile}${user}>', { callback: given, nowMs: 0 })).toBe(
      `<${hostile}${hostile}>`,
    );
    const text = filled('${callback.params.big}', {
      callback: callback({ params: { big: ['x'.repeat(1_000_000)] } }),
      nowMs: 0,
    });
    expect(text).toHaveLength(1_000_004);
  });

  it.each([
    [
      'a: ${callbak.userId}',
      '1:4 ${callbak.userId}: there is no "callbak"; did you mean "callback"?',
    ],
    [
      'a: 由 ${callback.userid}',
      '1:6 ${callback.userid}: callback has no "userid"; did you mean "userId"?',
    ],
    ['a: "x ${card}"', '1:7 ${card}: card needs the name of a variable: card.status'],
    ['a: "\\t ${nowhere}"', '1:4 ${nowhere}: there is no "nowhere"'],
    ['a: ${callback}', '1:4 ${callback}: callback is no value; it has userId, outTrackId'],
    ['a: ${callback.userId.x}', '1:4 ${callback.userId.x}: callback.userId has nothing within it'],
    ['a: ${message.text}', '1:4 ${message.text}: a rule for callbacks has no "message"'],
    ['a: ${now.day}', '1:4 ${now.day}: now has no "day"; known: date, time, datetime, ms'],
    ['a: ${}', '1:4 ${}: a name must stand here'],
    ['a: ${callback.userId', '1:4 there is no "}" to this "${"; write "$${" for the text itself'],
    ['a: ${callback.userId | none}', '1:4 ${callback.userId | none}: "| none" is not understood'],
    ['a: ${callback..userId}', '1:4 ${callback..userId}: "..userId" is not understood'],
    ['a: ${callback.params.x ?? "y}', '1:4 there is no "}"'],
    ['a: ${uses.x}', '1:4 ${uses.x}: uses has nothing within it'],
  ])('%s is a problem', (text, expected) => {
    const reading = readingOf();
    const root = nodeOf(text);
    textValue(root.kind === 'map' ? root.entries[0]?.value : root, reading);
    const [problem] = reading.problems;
    expect(`${problem?.line}:${problem?.column} ${problem?.message}`).toContain(expected);
  });

  it('never fails while a file is being written', () => {
    const good = '由 ${callback.params["a b"].c[0] ?? "x"} $${now}';
    for (let end = 0; end <= good.length; end++) {
      const reading = readingOf();
      valueFor(textValue(nodeOf(JSON.stringify(good.slice(0, end))), reading), tap);
      valueFor(textValue(nodeOf(JSON.stringify(good.slice(end))), reading), tap);
    }
    expect(filled(good)).toBe('由 x ${now}');
  });

  it.each([
    ['${callback.userId} ${callback.params.x} ${now}', false, false],
    ['${card.status}', true, false],
    ['${my.status}', true, false],
    ['${user}', true, false],
    ['${cardTemplateId}', true, false],
    ['${uses}', false, true],
  ])('%s asks for cards: %s, counts: %s', (text, asksForCards, countsUses) => {
    const reading = readingOf();
    textValue(nodeOf(JSON.stringify(text)), reading);
    expect(reading).toMatchObject({ asksForCards, countsUses, problems: [] });
  });
});

describe('a text within a list or a mapping', () => {
  it.each([
    ['${callback.params.count}', 3],
    ['${callback.params.form.tags}', ['a', 'b']],
    ['${callback.params.none}', ''],
    ['${callback.params.none ?? 0}', '0'],
    ['n=${callback.params.count}', 'n=3'],
    ['plain', 'plain'],
  ])('%s keeps the kind of what is there', (text, expected) => {
    const node = nodeOf(JSON.stringify(text)) as SourceScalar;
    expect(valueFor(jsonTemplate(node, readingOf()), tap)).toEqual(expected);
  });
});
