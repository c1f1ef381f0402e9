import { describe, expect, it } from 'vitest';
import { readAction, readSheetItems } from '../../../src/card/act/read-action.js';

const link = (value: string) => ({ type: 'dynamicLink', valueType: 'fixed', value });

describe('readAction', () => {
  it('takes a bundle without actionType for a link, and one without link for nothing', () => {
    expect(readAction({ url: link('https://a.example') })).toMatchObject({ type: 'url' });
    expect(readAction({})).toEqual({ type: 'none', why: 'no-link' });
    expect(readAction({ actionType: 'url', url: link('  ') })).toMatchObject({ why: 'no-link' });
  });

  it('ignores everything where clicks are switched off', () => {
    const bundle = { enableClickEvent: false, actionType: 'toast', toastContent: 'x' };
    expect(readAction(bundle)).toEqual({ type: 'none', why: 'click-off' });
  });

  it('reads a chain and not the leftovers beside it', () => {
    const events = [{ event: { actionType: 'toast', toastContent: 'chain' } }];
    const stale = { actionType: 'url', url: link('https://stale.example'), events };
    expect(readAction({ ...stale, transformToEventChain: true })).toMatchObject({
      type: 'eventChain',
      events: [{ key: 'main' }],
    });
    expect(readAction({ ...stale, transformToEventChain: false })).toMatchObject({ type: 'url' });
    expect(readAction({ actionType: 'eventChain', events: [] })).toEqual({
      type: 'none',
      why: 'incomplete',
      what: 'events',
    });
  });

  it('takes the local value of the target’s type', () => {
    const values = {
      booleanLocalValue: 'b',
      numberLocalValue: 'n',
      stringLocalValue: 's',
      updateVarValue: { variable: 'other' },
    };
    const valueFor = (varType: string) => {
      const localVarAction = { variable: 'v', varType };
      return readAction({ actionType: 'setLocalState', localVarAction, ...values });
    };
    expect(valueFor('boolean')).toMatchObject({ value: 'b' });
    expect(valueFor('number')).toMatchObject({ value: 'n' });
    expect(valueFor('string')).toMatchObject({ value: 's' });
    expect(valueFor('object')).toMatchObject({ value: { variable: 'other' } });
  });

  it('names what an action lacks', () => {
    const bare = (actionType: string) => readAction({ actionType });
    expect(bare('setLocalState')).toMatchObject({ why: 'incomplete', what: 'localVarAction' });
    expect(bare('dynamicEvent')).toMatchObject({ why: 'incomplete', what: 'dynamicEventVar' });
    expect(bare('none')).toEqual({ type: 'none', why: 'none' });
    expect(bare('teleport')).toEqual({ type: 'unknown', actionType: 'teleport' });
  });

  it('lets a dialog send on either side', () => {
    const action = readAction({
      actionType: 'confirm',
      confirmOkReqActionActionId: 'yes',
      confirmCancelAction: 'request',
      confirmCancelReqActionActionId: 'no',
      confirmCancelReqActionToast: 'gone',
    });
    expect(action).toMatchObject({
      ok: { type: 'request', actionId: 'yes' },
      cancel: { type: 'request', actionId: 'no', outcome: { successToast: 'gone' } },
    });
  });

  it('reads the newer names of a client API', () => {
    const apiParams = [{ name: 'k', type: 'fixed', value: 'v' }];
    expect(readAction({ actionType: 'callAPI', apiName: 'biz.x', apiParams })).toMatchObject({
      type: 'clientApi',
      name: 'biz.x',
      params: [{ name: 'k', value: 'v' }],
    });
  });

  it('reads every kind of menu entry', () => {
    const items = readSheetItems([
      { actionSheetAction: 'request', actionSheetRequestItemActionId: 'a' },
      {
        actionSheetAction: 'url',
        actionSheetUrlItemPcUrl: link('p'),
        actionSheetUrlItemUrlType: 'multiple',
      },
      { actionSheetAction: 'openModal', actionSheetUrlItemUrl: link('m') },
      { actionSheetAction: 'jsapi', actionSheetApiName: 'device.x' },
      { actionSheetAction: 'toast', toastContent: 't' },
      { actionSheetAction: '' },
      'no entry',
    ]);
    expect(items.map(({ action }) => action.type)).toEqual([
      'request',
      'url',
      'openModal',
      'clientApi',
      'toast',
      'none',
    ]);
    expect(readSheetItems('no list')).toEqual([]);
  });

  it('reads nothing off what objects inherit', () => {
    const bundle = JSON.parse('{"actionType":"url","__proto__":{"url":"https://a.example"}}');
    expect(readAction(bundle as never)).toMatchObject({ type: 'none' });
  });
});
