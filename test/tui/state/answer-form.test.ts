import { describe, expect, it } from 'vitest';
import type { CardTemplate, Variable } from '../../../src/card/template/card-template.js';
import {
  type AnswerForm,
  addValues,
  answerForm,
  editAnswer,
  moveAnswer,
  responseOf,
  toggleSent,
  withResponse,
} from '../../../src/tui/state/answer-form.js';
import { templateAt } from '../../support/card-templates.js';

const variable = (name: string, type: string, isPrivate = false): Variable => ({
  name,
  type,
  private: isPrivate,
  fields: [],
  path: '$',
});

const template: CardTemplate = {
  ...templateAt('examples/approval/template.json'),
  variables: [
    variable('title', 'string'),
    variable('amount', 'number'),
    variable('status', 'string'),
    variable('voted', 'boolean', true),
  ],
};

const agreed = {
  cardUpdateOptions: { updateCardDataByKey: true },
  cardData: { cardParamMap: { amount: '3' } },
};

/** Names in their order, `+` where they are sent, with the text. */
function rows(form: AnswerForm): readonly string[] {
  return form.fields.map((field) => {
    const mark = field.scope === 'private' ? '*' : '';
    if (field.kind === 'add') return `${mark}add:${field.buffer.text}`;
    if (field.kind === 'replace') return `${mark}replace:${field.isOn}`;
    const type = field.type === undefined ? '' : ` ${field.type}`;
    return `${mark}${field.isSent ? '+' : '-'}${field.name}${type}=${field.buffer.text}`;
  });
}

function typed(form: AnswerForm, text: string): AnswerForm {
  return editAnswer(form, { do: 'insert', text });
}

describe('the form of an answer', () => {
  it('lists what is declared for everyone and for the one who tapped, what is said first', () => {
    const now = { public: { title: '报销', status: '待处理' }, private: {} };
    const form = answerForm({ response: agreed, template, now });
    expect(rows(form)).toEqual([
      '+amount number=3',
      '-status string=待处理',
      '-title string=报销',
      'add:',
      'replace:false',
      '*-voted boolean=',
      '*add:',
      '*replace:false',
    ]);
    expect(form.at).toBe(0);
    expect(responseOf(form)).toEqual(agreed);
  });

  it('lists what the card shows where no template is known, and offers a status where nothing is', () => {
    const now = { public: { a: '1' }, private: { b: '2' } };
    expect(rows(answerForm({ response: {}, now }))).toEqual([
      '-a=1',
      'add:',
      'replace:false',
      '*-b=2',
      '*add:',
      '*replace:false',
    ]);
    expect(rows(answerForm({ response: {} }))[0]).toBe('-status=');
  });

  it('sends what is typed in, an empty text as well, and nothing that was only looked at', () => {
    const now = { public: { title: '报销' }, private: {} };
    const form = answerForm({ response: {}, template, now });
    expect(responseOf(form)).toBeUndefined();
    expect(rows(moveAnswer(form, 1)).some((row) => row.startsWith('+'))).toBe(false);
    const status = typed(form, '已同意');
    const title = moveAnswer(status, 1);
    const emptied = editAnswer(editAnswer(title, { do: 'left' }), { do: 'killToStart' });
    expect(rows(emptied).slice(0, 2)).toEqual(['+status string=已同意', '+title string=销']);
    expect(responseOf(editAnswer(emptied, { do: 'delete' }))).toEqual({
      cardUpdateOptions: { updateCardDataByKey: true },
      cardData: { cardParamMap: { status: '已同意', title: '' } },
    });
  });

  it('takes a value back to what the card shows, and a loose one away', () => {
    const now = { public: { title: '报销' }, private: {} };
    const changed = typed(moveAnswer(answerForm({ response: {}, template, now }), 1), '！');
    expect(rows(changed)[1]).toBe('+title string=报销！');
    expect(rows(toggleSent(changed))[1]).toBe('-title string=报销');
    expect(rows(toggleSent(toggleSent(changed)))[1]).toBe('+title string=报销');
    const loose = { ...addValues(changed, 'public', { extra: '1' }), at: 3 };
    expect(rows(loose)[3]).toBe('+extra=1');
    expect(rows(toggleSent(loose))).not.toContain('+extra=1');
  });

  it('says private data of the one who tapped, each with its own flag', () => {
    const form = answerForm({ response: {}, template });
    const voted = typed({ ...form, at: 5 }, 'true');
    expect(responseOf(voted)).toEqual({
      cardUpdateOptions: { updatePrivateDataByKey: true },
      userPrivateData: { cardParamMap: { voted: 'true' } },
    });
    const replacing = typed({ ...voted, at: 4 }, ' ');
    expect(responseOf(replacing)).toEqual({
      cardUpdateOptions: { updateCardDataByKey: false, updatePrivateDataByKey: true },
      cardData: { cardParamMap: {} },
      userPrivateData: { cardParamMap: { voted: 'true' } },
    });
    expect(responseOf(editAnswer(replacing, { do: 'left' }))).toEqual(responseOf(voted));
    expect(typed({ ...voted, at: 4 }, 'x')).toEqual({ ...voted, at: 4 });
  });

  it('reads an absent flag as the wire does: the rest is replaced', () => {
    const response = { cardData: { cardParamMap: { status: 'x' } } };
    const form = answerForm({ response, template });
    expect(rows(form)).toContain('replace:true');
    expect(rows(form)).toContain('*replace:false');
  });

  it('says something else in the same rows', () => {
    const now = { public: { title: '报销' }, private: {} };
    const form = typed(answerForm({ response: agreed, template, now }), '5');
    const other = withResponse(form, {
      cardUpdateOptions: { updateCardDataByKey: true },
      cardData: { cardParamMap: { title: 't', more: 'm', __proto__: 'p' } },
      userPrivateData: { cardParamMap: { voted: 'true' } },
    });
    expect(rows(other)).toEqual([
      '-amount number=',
      '-status string=',
      '+title string=t',
      '+more=m',
      'add:',
      'replace:false',
      '*+voted boolean=true',
      '*add:',
      '*replace:true',
    ]);
    expect(rows(withResponse(other, agreed))).not.toContain('+more=m');
  });

  it('has rows for names of any kind', () => {
    const names = ['__proto__', 'constructor', '', '名 字', '\u001b[31m'];
    const given = Object.fromEntries(names.map((name) => [name, 'x']));
    const form = addValues(answerForm({ response: {} }), 'private', given);
    expect(Object.keys(responseOf(form)?.userPrivateData?.cardParamMap ?? {})).toEqual(names);
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, n) => [`v${n}`, '']));
    expect(addValues(form, 'public', many).fields.length).toBeLessThanOrEqual(200);
  });

  it('goes round from the last row to the first', () => {
    const form = answerForm({ response: {} });
    expect(moveAnswer(form, -1).at).toBe(form.fields.length - 1);
    expect(moveAnswer(moveAnswer(form, -1), 1).at).toBe(0);
  });
});
