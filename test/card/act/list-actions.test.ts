import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  exportTemplate,
  fixed,
  params,
  ref,
  request,
  text,
} from '../../../scripts/templates/exported.js';
import { listActions } from '../../../src/card/act/list-actions.js';
import { defaultCardSettings } from '../../../src/card/card-settings.js';
import { readTemplate } from '../../../src/card/template/read-template.js';
import { node } from '../../support/draw-card.js';

const root = new URL('../../../', import.meta.url);
const template = (file: string) => readTemplate(readFileSync(new URL(file, root), 'utf8'));
const of = (...nodes: ReturnType<typeof node>[]) =>
  listActions(readTemplate(exportTemplate({ root: node('Card', 'card', {}, nodes) })));

describe('listActions', () => {
  it('says of every button what it sends', () => {
    const actions = listActions(template('examples/approval/template.json'));
    expect(
      actions.map(({ label, part, does, sends }) => [label, part, does, sends?.actionId]),
    ).toEqual([
      ['拒绝', 'buttons.list[0]', 'request', 'reject'],
      ['同意', 'buttons.list[1]', 'request', 'accept'],
    ]);
    expect(actions[0]?.sends?.params).toEqual([{ name: 'action', from: 'fixed', value: 'reject' }]);
    expect(actions[0]?.path).toMatch(/^\$\.editorData\.schema\.componentsTree\[0\]/);
  });

  it('leaves data out of it: texts and ids as written', () => {
    const loop = node('Loop', 'l', { listData: ref('rows') }, [
      node('SingleButton', 'b', {
        text: text('投 ${loop.name}'),
        ...request('vote_${loop.id}', ['id', { variable: 'rows[0].id' }]),
      }),
    ]);
    expect(of(loop)).toMatchObject([
      {
        label: '投 ${loop.name}',
        sends: {
          actionId: 'vote_${loop.id}',
          written: true,
          params: [{ name: 'id', from: 'variable', value: 'rows[0].id' }],
        },
      },
    ]);
  });

  it('gives the id that is sent where none is written', () => {
    const bare = request('');
    const actions = of(
      node('SingleButton', 's', bare),
      node('Grid', 'g', bare),
      node('ButtonBlock', 'bb', { buttons: [{ id: 'submit', ...bare }] }),
      node('FixedSingleButton', 'f', bare),
    );
    expect(actions.map(({ sends }) => [sends?.actionId, sends?.written])).toEqual([
      ['single_button_s', false],
      ['grid', false],
      ['submit', false],
      ['single_button_f', false],
    ]);
    const file = exportTemplate({
      root: node('Card', 'c', {}, [node('FixedSingleButton', 'f', bare)]),
    });
    const settings = { ...defaultCardSettings(), unsetActionId: 'nodeId' as const };
    expect(listActions(readTemplate(file), settings)[0]?.sends?.actionId).toBe('f');
  });

  it('lists inputs with what they send or keep', () => {
    const actions = of(
      node('Input', 'i', {
        id: text('remark'),
        title: text('备注'),
        actionType: 'request',
        params: params(['a', '1']),
      }),
      node('SelectBlock', 's', { id: 'x', actionType: 'setLocalState' }),
      node('Checkbox', 'c', { actionType: 'request', params: params(['a', { variable: 'v' }]) }),
      node('Form', 'f', { id: 'form', submitText: text('提交') }),
    );
    expect(actions.map(({ label, does, sends }) => [label, does, sends?.actionId])).toEqual([
      ['备注', 'request', 'remark'],
      ['x', 'setLocalState', undefined],
      ['c', 'request', '1'],
      ['提交', 'request', 'form'],
    ]);
    expect(actions[0]?.sends?.params).toEqual([
      { name: 'a', from: 'fixed', value: '1' },
      { name: 'remark', from: 'component', value: 'Input' },
    ]);
  });

  it('says what is done besides sending', () => {
    const by = (bundle: Parameters<typeof node>[2]) => of(node('Grid', 'g', bundle))[0]?.detail;
    expect(by({ url: fixed('dynamicLink', 'https://a.example') })).toBe('https://a.example');
    expect(by({ actionType: 'setLocalState', localVarAction: ref('l', 'string') })).toBe('l');
    expect(by({ actionType: 'toast', toastContent: text('好') })).toBe('好');
    expect(by({ actionType: 'copy', copyType: 'variable', copyVariable: ref('v') })).toBe('${v}');
    expect(by({ actionType: 'copy', copyValue: text('给 ${v}') })).toBe('给 ${v}');
    expect(by({ actionType: 'dynamicEvent', dynamicEventVar: ref('e') })).toBe('${e}');
    expect(by({ actionType: 'jsapi', jsapiName: text('device.x') })).toBe('device.x');
    expect(by(request('go'))).toBeUndefined();
    const keeps = { actionType: 'setLocalState', localVarAction: ref('bag', 'dynamicObject') };
    const input = node('Input', 'i', { ...keeps, keyOfDynamicObject: text('pn') });
    const tags = node('CheckableTags', 't', { singleLocalVariable: ref('tag', 'string') });
    expect(of(input, tags).map((one) => one.detail)).toEqual(['bag.pn', 'tag']);
  });

  it('finds what stands in slots, closes, folds and loads more', () => {
    const slot = {
      type: 'JSSlot',
      id: 's',
      value: [{ componentName: 'SingleButton', id: 'in', props: request('slot') }],
    };
    const header = node('CardHeaderV2', 'h', { titleAfterSlot: slot });
    const more = node('Loop', 'l', { paging: true, onLoadMore: request('more') });
    const root = node(
      'Card',
      'card',
      { showCloseButton: true, autoFoldConfig: { needFold: true } },
      [header, more],
    );
    const actions = listActions(readTemplate(exportTemplate({ root })));
    expect(actions.map(({ nodeId, part, does }) => [nodeId, part, does])).toEqual([
      ['card', 'close', 'close'],
      ['card', 'fold', 'toggle'],
      ['in', undefined, 'request'],
      ['l', 'onLoadMore', 'request'],
    ]);
  });

  it('has nothing for what does nothing', () => {
    const off = { ...request('x'), enableClickEvent: false };
    const image = node('Image', 'i', { enablePreview: false });
    const link = node('Grid', 'g', { url: fixed('dynamicLink', '') });
    expect(of(node('Grid', 'o', off), image, link, node('BaseText', 't'))).toEqual([]);
    expect(listActions(readTemplate('no template'))).toEqual([]);
  });

  it('lists every way to act of the fixtures', () => {
    const does = listActions(template('test/fixtures/templates/all-actions.json')).map(
      (one) => one.does,
    );
    expect(new Set(does)).toEqual(
      new Set([
        'url',
        'request',
        'setLocalState',
        'eventChain',
        'dynamicEvent',
        'toast',
        'copy',
        'confirm',
        'actionSheet',
        'openModal',
        'jsapi',
        'callAPI',
      ]),
    );
  });
});

it('what is entered is said once, under the id of the input', () => {
  const entered = { id: '__built_in_inputResult__', name: 'i', type: 'builtIn', value: '' };
  const other = { id: '1', name: 'kind', type: 'fixed', value: 'a' };
  const input = { id: text('i'), actionType: 'request', params: [entered, other] };
  expect(of(node('Input', 'n', input))[0]?.sends?.params).toEqual([
    { name: 'kind', from: 'fixed', value: 'a' },
    { name: 'i', from: 'component', value: 'Input' },
  ]);
});
