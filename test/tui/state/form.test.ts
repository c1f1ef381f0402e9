import { describe, expect, it } from 'vitest';
import {
  acceptField,
  addField,
  editForm,
  type Form,
  matching,
  moveField,
  moveWithin,
  pasteIntoForm,
  pickField,
  removeVariable,
  variableField,
  variablesOf,
} from '../../../src/tui/state/form.js';

const choices = [
  { value: 'approval.schema', label: '审批' },
  { value: 'leave.schema', label: '请假', cardParamMap: { days: '2' } },
];

function typed(form: Form, text: string): Form {
  return editForm(form, { do: 'insert', text });
}

const variables: Form = { fields: [variableField('status', 'ok'), addField()], at: 1 };
const picks: Form = { fields: [pickField('cardTemplateId', choices), addField()], at: 0 };

describe('picking', () => {
  it('finds choices by value and by label', () => {
    const [field] = typed(picks, '请').fields;
    expect(field && matching(field).map((choice) => choice.value)).toEqual(['leave.schema']);
  });

  it('takes the highlighted choice, with its variables, and goes on', () => {
    const form = acceptField(moveWithin(picks, 1));
    expect(form.fields.map((field) => field.buffer.text)).toEqual(['leave.schema', '2', '']);
    expect(form.at).toBe(1);
  });

  it('takes what was typed as it is, also when a choice looks like it', () => {
    const form = acceptField(typed(picks, 'approval'));
    expect(form.fields[0]?.buffer.text).toBe('approval');
  });

  it('does not replace variables that were filled in', () => {
    const form: Form = {
      fields: [pickField('cardTemplateId', choices), variableField('title', '写好的'), addField()],
      at: 0,
    };
    expect(variablesOf(acceptField(moveWithin(form, 1)))).toEqual({ title: '写好的' });
  });

  it('moves on to the next field beyond the last choice', () => {
    expect(moveWithin(moveWithin(picks, 1), 1).at).toBe(1);
    expect(moveField(picks, -1).at).toBe(1);
  });
});

describe('variables', () => {
  it('are added as name=value; a second time they change', () => {
    let form = acceptField(typed(variables, 'count = 3'));
    form = acceptField(typed(form, 'status=no=yes'));
    expect(variablesOf(form)).toEqual({ status: 'no=yes', count: '3' });
    expect(form.fields.at(-1)?.buffer.text).toBe('');
  });

  it('count also while they are only typed', () => {
    expect(variablesOf(typed(variables, 'x=1'))).toEqual({ status: 'ok', x: '1' });
  });

  it('can be removed; other rows cannot', () => {
    expect(variablesOf(removeVariable({ ...variables, at: 0 }))).toEqual({});
    expect(removeVariable(variables)).toBe(variables);
  });

  it('are taken from a pasted object, values as text', () => {
    const form = pasteIntoForm(variables, '{"n": 3, "list": ["a"], "文": "字", "__proto__": "x"}');
    expect(variablesOf(form)).toEqual(
      JSON.parse('{"status":"ok","n":"3","list":"[\\"a\\"]","文":"字","__proto__":"x"}'),
    );
    expect(Object.getPrototypeOf(variablesOf(form))).toBe(Object.prototype);
  });

  it('are taken from pasted lines, and other pasted text is typed', () => {
    expect(variablesOf(pasteIntoForm(variables, 'a=1\nb=2'))).toEqual({
      status: 'ok',
      a: '1',
      b: '2',
    });
    expect(pasteIntoForm(variables, 'plain\ntext').fields.at(-1)?.buffer.text).toBe('plain text');
    const inValue = pasteIntoForm({ ...variables, at: 0 }, '\n第二行');
    expect(variablesOf(inValue)).toEqual({ status: 'ok\n第二行' });
  });

  it('are bounded in number', () => {
    const many = JSON.stringify(
      Object.fromEntries(Array.from({ length: 999 }, (_, n) => [`k${n}`, n])),
    );
    expect(pasteIntoForm(variables, many).fields.length).toBeLessThanOrEqual(200);
  });
});

describe('declared variables', () => {
  const declared = {
    value: 'vote.schema',
    label: '投票',
    cardParamMap: { title: '午饭', extra: 'x' },
    types: { title: 'string', dishes: 'loopArray' },
  };
  const form = acceptField({
    fields: [pickField('cardTemplateId', [declared]), addField()],
    at: 0,
  });

  it('are asked for in their order, with their types, before values nobody declared', () => {
    const fields = form.fields.filter((field) => field.kind === 'variable');
    expect(fields.map(({ name, type, buffer }) => [name, type, buffer.text])).toEqual([
      ['title', 'string', '午饭'],
      ['dishes', 'loopArray', ''],
      ['extra', undefined, 'x'],
    ]);
  });

  it('are not sent while they are empty', () => {
    expect(variablesOf(form)).toEqual({ title: '午饭', extra: 'x' });
    const filled = typed({ ...form, at: 2 }, '[{"id":"a"}]');
    expect(variablesOf(filled)).toMatchObject({ dishes: '[{"id":"a"}]' });
  });

  it('keep their type when a value is pasted', () => {
    const pasted = pasteIntoForm({ ...form, at: form.fields.length - 1 }, 'dishes=[]\nnew=1');
    expect(pasted.fields.find(({ name }) => name === 'dishes')?.type).toBe('loopArray');
    expect(pasted.fields.find(({ name }) => name === 'new')?.type).toBeUndefined();
  });
});
