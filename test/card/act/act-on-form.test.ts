import { describe, expect, it } from 'vitest';
import { type Props, params, ref, request, text } from '../../../scripts/templates/exported.js';
import type { JsonObject } from '../../../src/base/json-text.js';
import { actOn } from '../../support/act-on-card.js';
import { node } from '../../support/draw-card.js';

const fields = [{ name: 'f', label: '字段', type: 'TEXT', required: true }];

const act = (button: Props, typed: JsonObject | (() => never), key = 'b') => {
  const props = {
    id: 'form',
    status: 'normal',
    formSchema: ref('schema'),
    customSubmitEvent: true,
  };
  const child = node('SingleButton', 'b', { status: 'normal', ...button });
  const asked: string[] = [];
  const host = {
    formValues(form: string) {
      asked.push(form);
      return typeof typed === 'function' ? typed() : typed;
    },
  };
  return actOn(
    [node('Form', 'form', props, [child])],
    key,
    { type: 'tap' },
    {
      variables: [
        { name: 'schema', type: 'form' },
        { name: 'id', type: 'string' },
      ],
      cardData: { schema: { fields }, id: 'q1' },
      host,
    },
  ).then((acted) => ({ ...acted, asked }));
};

describe('a button of its own in a form', () => {
  it('sends the values as the parameter form, under its own id', async () => {
    const { sent, asked } = await act(request('${id}', ['form', ''], ['x', '1']), { f: 'v' });
    expect(sent).toEqual([{ actionIds: ['q1'], params: { form: { f: 'v' }, x: '1' } }]);
    expect(asked).toEqual(['form']);
  });

  it('checks what is required only when it sends the form', async () => {
    const invalid = await act(request('go', ['form', '']), {});
    expect(invalid.sent).toEqual([]);
    expect(invalid.effects).toMatchObject([{ type: 'invalid', problems: [{ field: 'f' }] }]);
    const cancel = await act(request('cancel', ['user_cancel', 'true']), {});
    expect(cancel.sent).toEqual([{ actionIds: ['cancel'], params: { user_cancel: 'true' } }]);
    expect(cancel.asked).toEqual([]);
  });

  it('sends the form from a chain and from a dialog', async () => {
    const event = { actionType: 'request', actionId: text('c'), params: params(['form', '']) };
    const chain = await act({ actionType: 'eventChain', events: [{ event }] }, { f: 'v' });
    expect(chain.sent).toEqual([{ actionIds: ['c'], params: { form: { f: 'v' } } }]);
    const dialog = {
      actionType: 'confirm',
      confirmOkReqActionActionId: text('d'),
      confirmOkReqActionParams: params(['form', '']),
    };
    expect((await act(dialog, { f: 'v' })).sent[0]?.params).toEqual({ form: { f: 'v' } });
  });
});

it('outside of a form the parameter form is one like any other', async () => {
  const button = node('SingleButton', 'b', { status: 'normal', ...request('go', ['form', 'x']) });
  const { sent } = await actOn([button], 'b');
  expect(sent[0]?.params).toEqual({ form: 'x' });
});

it('a form that is touched submits what was typed into it', async () => {
  const props = { id: 'form', status: 'normal', formSchema: ref('schema'), actionType: 'request' };
  const { sent } = await actOn(
    [node('Form', 'form', props)],
    'form',
    { type: 'tap' },
    {
      variables: [{ name: 'schema', type: 'form' }],
      cardData: { schema: { fields } },
      host: { formValues: () => ({ f: 'typed' }) },
    },
  );
  expect(sent).toEqual([{ actionIds: ['form'], params: { form: { f: 'typed' } } }]);
});

it('a client that cannot say what was typed leaves the form empty', async () => {
  const { effects } = await act(request('go', ['form', '']), () => {
    throw new Error('no form');
  });
  expect(effects).toMatchObject([{ why: 'host-failed', what: 'no form' }, { type: 'invalid' }]);
});
