import { describe, expect, it } from 'vitest';
import { bound, fixed, type Props, params, text } from '../../../scripts/templates/exported.js';
import { type ActInput, actOn } from '../../support/act-on-card.js';
import { node } from '../../support/draw-card.js';

const press = (bundle: Props, input: ActInput = {}) =>
  actOn(
    [node('SingleButton', 'b', { status: fixed('dynamicSelect', 'normal'), ...bundle })],
    'b',
    { type: 'tap' },
    { variables: [{ name: 'u', type: 'string' }], ...input },
  );

const variable = { valueType: 'variable', variable: 'u', variableType: 'global' };

describe('perform', () => {
  it('opens allowed links and tells of refused ones without opening them', async () => {
    const opened: string[] = [];
    const host = { openLink: (url: string) => opened.push(url) };
    const url = bound('dynamicLink', 'u');
    const by = (u: string) => press({ actionType: 'url', url }, { cardData: { u }, host });
    expect((await by('https://a.example')).effects).toMatchObject([{ refused: false }]);
    expect((await by('javascript:alert(1)')).effects).toMatchObject([{ refused: true }]);
    expect((await by('')).effects).toEqual([{ type: 'nothing', why: 'no-link' }]);
    expect(opened).toEqual(['https://a.example']);
  });

  it('opens no modal with a refused address', async () => {
    const opened: object[] = [];
    const host = { openModal: (modal: object) => opened.push(modal) };
    const bundle = { actionType: 'openModal', openModalTitle: text('侧窗'), url: variable };
    const by = (u: string) => press(bundle, { cardData: { u }, host });
    await by('https://a.example');
    await by('data:text/html,x');
    expect((await by('')).effects).toEqual([{ type: 'nothing', why: 'no-link' }]);
    expect(opened).toEqual([{ title: '侧窗', url: 'https://a.example' }]);
  });

  it('gives dialogs without id the id of the setting', async () => {
    const bundle = { actionType: 'confirm', confirmOkAction: 'request' };
    expect((await press(bundle)).sent).toEqual([{ actionIds: ['single_button_b'], params: {} }]);
    const settings = { unsetActionId: 'nodeId' } as const;
    expect((await press(bundle, { settings })).sent).toEqual([{ actionIds: ['b'], params: {} }]);
  });

  it('lets the other side of a dialog send', async () => {
    const bundle = {
      actionType: 'confirm',
      confirmCancelAction: 'request',
      confirmCancelReqActionActionId: text('no'),
      confirmCancelReqActionParams: params(['a', '1']),
    };
    const host = { confirm: () => Promise.resolve(false) };
    expect((await press(bundle, { host })).sent).toEqual([
      { actionIds: ['no'], params: { a: '1' } },
    ]);
  });

  it('keeps what was chosen from a menu that has a variable', async () => {
    const bundle = {
      actionType: 'select',
      selectOptions: [
        { text: text('甲'), value: 'a' },
        { text: text('乙'), value: 'b' },
      ],
      selectDataKey: { type: 'variableValue', variable: 'l' },
    };
    const host = { choose: () => Promise.resolve(1) };
    const { data } = await press(bundle, { locals: { l: 'object' }, host });
    expect(data.localData).toEqual({ l: { index: 1, value: 'b' } });
    expect((await press({ actionType: 'select' })).effects).toEqual([
      { type: 'nothing', why: 'no-action' },
    ]);
  });

  it('says what is unknown or missing', async () => {
    const reason = async (bundle: Props) => (await press(bundle)).effects;
    expect(await reason({ actionType: 'fly' })).toEqual([
      { type: 'nothing', why: 'unknown-action', what: 'fly' },
    ]);
    expect(await reason({ actionType: 'jsapi' })).toEqual([
      { type: 'nothing', why: 'incomplete', what: 'name' },
    ]);
    expect(await reason({ actionType: 'toast' })).toEqual([
      { type: 'nothing', why: 'incomplete', what: 'toastContent' },
    ]);
    expect(await reason({ actionType: 'copy' })).toEqual([
      { type: 'nothing', why: 'nothing-to-copy' },
    ]);
    const enableCustomLocalData = true;
    expect(await reason({ actionType: 'setLocalState', enableCustomLocalData })).toEqual([
      { type: 'nothing', why: 'bad-local-data' },
    ]);
    const dynamicEventVar = { variable: 'u' };
    expect(await reason({ actionType: 'dynamicEvent', dynamicEventVar })).toEqual([
      { type: 'nothing', why: 'no-action' },
    ]);
  });

  it('copies values that are no text as JSON', async () => {
    const copyVariable = { type: 'variableValue', variable: 'list' };
    const variables = [{ name: 'list', type: 'stringArray' }];
    const bundle = { actionType: 'copy', copyType: 'variable', copyVariable };
    const { effects } = await press(bundle, { variables, cardData: { list: ['a'] } });
    expect(effects).toEqual([{ type: 'copy', text: '["a"]' }]);
  });

  it('hands a client API the variable’s object and the parameters over it', async () => {
    const bundle = {
      actionType: 'callAPI',
      callAPIName: text('biz.x'),
      callAPIVariableParams: { type: 'variableValue', variable: 'o' },
      callAPIParams: params(['b', '2']),
    };
    const variables = [{ name: 'o', type: 'object' }];
    const { effects } = await press(bundle, { variables, cardData: { o: { a: 1, b: 1 } } });
    expect(effects).toEqual([{ type: 'clientApi', name: 'biz.x', params: { a: 1, b: '2' } }]);
  });

  it('turns a client that cannot into an effect', async () => {
    const gone = () => Promise.reject(new Error('gone'));
    const failed = [{ type: 'nothing', why: 'host-failed', what: 'gone' }];
    const confirm = await press({ actionType: 'confirm' }, { host: { confirm: gone } });
    expect(confirm.effects).toEqual(failed);
    const copy = await press(
      { actionType: 'copy', copyValue: text('x') },
      {
        host: {
          copy() {
            throw new Error('gone');
          },
        },
      },
    );
    expect(copy.effects).toEqual([{ type: 'copy', text: 'x' }, ...failed]);
  });
});
