import { describe, expect, it } from 'vitest';
import {
  fixed,
  type Props,
  params,
  ref,
  request,
  text,
} from '../../../scripts/templates/exported.js';
import { type ActInput, actOn } from '../../support/act-on-card.js';
import { node } from '../../support/draw-card.js';

const enter = (props: Props, input: ActInput = {}, typed = 'x') =>
  actOn(
    [
      node('Input', 'i', {
        status: fixed('dynamicSelect', 'normal'),
        actionType: 'request',
        ...props,
      }),
    ],
    'i',
    { type: 'enter', text: typed },
    input,
  );

const builtIn = (name: string) => ({
  params: [{ id: '__built_in_inputResult__', name, type: 'builtIn', value: '' }],
});

describe('what an input sends', () => {
  it('wins over a declared parameter of its name', async () => {
    const { sent } = await enter({ id: 'a', params: params(['a', 'declared'], ['b', '1']) });
    expect(sent).toEqual([{ actionIds: ['a'], params: { a: 'x', b: '1' } }]);
  });

  it('goes under the name of a built-in parameter too, and by setting only there', async () => {
    const both = await enter({ id: 'a', ...builtIn('named') });
    expect(both.sent[0]?.params).toEqual({ named: 'x', a: 'x' });
    const settings = { builtInParamKeepsId: false };
    const one = await enter({ id: 'a', ...builtIn('named') }, { settings });
    expect(one.sent[0]?.params).toEqual({ named: 'x' });
    const same = await enter({ id: 'a', ...builtIn('a') }, { settings });
    expect(same.sent[0]?.params).toEqual({ a: 'x' });
  });

  it('needs no id prop', async () => {
    expect((await enter({})).sent).toEqual([{ actionIds: ['single_button_i'], params: {} }]);
  });

  it('is followed by the input’s own toasts', async () => {
    const host = { sendCallback: () => Promise.resolve({ ok: false, reason: 'x' } as const) };
    const { effects } = await enter({ id: 'a', failureToast: text('没成') }, { host });
    expect(effects[1]).toEqual({ type: 'toast', toast: { content: '没成', kind: 'error' } });
  });

  it('may be empty, unless the setting says otherwise', async () => {
    expect((await enter({ id: 'a' }, {}, '')).sent).toHaveLength(1);
    const settings = { emptyInputSubmit: false };
    const { effects } = await enter({ id: 'a' }, { settings }, '');
    expect(effects).toEqual([{ type: 'nothing', why: 'empty-input' }]);
    const local = { actionType: 'setLocalState', localVarAction: ref('l', 'string') };
    expect((await enter(local, { settings, locals: { l: 'string' } }, '')).data.localData).toEqual({
      l: '',
    });
  });
});

it('an input that keeps needs a variable', async () => {
  const { effects } = await enter({ actionType: 'setLocalState' });
  expect(effects).toEqual([{ type: 'nothing', why: 'incomplete', what: 'localVarAction' }]);
});

it('inputs in a loop send under the id of their item', async () => {
  const input = node('Input', 'i', {
    status: 'normal',
    id: text('${loop.name}'),
    ...request('', ['name', { variable: 'rows[0].name' }]),
  });
  const { sent } = await actOn(
    [node('Loop', 'loop', { listData: ref('rows') }, [input])],
    'i@1',
    { type: 'enter', text: 'x' },
    {
      variables: [{ name: 'rows', type: 'loopArray', fields: [{ name: 'name', type: 'string' }] }],
      cardData: { rows: [{ name: 'a' }, { name: 'b' }] },
    },
  );
  expect(sent).toEqual([{ actionIds: ['b'], params: { name: 'b', b: 'x' } }]);
});
