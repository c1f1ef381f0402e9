import { describe, expect, it } from 'vitest';
import {
  bound,
  exportTemplate,
  fixed,
  params,
  ref,
  request,
  text,
} from '../../../scripts/templates/exported.js';
import { actOn, actOnView } from '../../support/act-on-card.js';
import { drawCard, drawFile, node } from '../../support/draw-card.js';

const button = (props: Parameters<typeof node>[2], children: ReturnType<typeof node>[] = []) =>
  node('SingleButton', 'b', { status: 'normal', ...props }, children);

describe('interact', () => {
  it('knows only what the view binds', async () => {
    expect((await actOn([], 'nowhere')).effects).toEqual([
      { type: 'nothing', why: 'no-such-key', what: 'nowhere' },
    ]);
  });

  it('reads the action with the data of this moment, not of the drawing', async () => {
    const view = drawCard([button(request('go', ['n', { variable: 'n' }]))], {
      variables: [{ name: 'n', type: 'number' }],
      cardData: { n: 1 },
    });
    const now = { ...view.evaluation.data, cardData: { n: 2 } };
    const { sent } = await actOnView(view, 'b', { type: 'tap' }, { data: () => now });
    expect(sent[0]?.params).toEqual({ n: 2 });
  });

  it('finds a button dead that died since it was drawn', async () => {
    const view = drawCard([button({ status: bound('dynamicSelect', 's'), ...request('go') })], {
      variables: [{ name: 's', type: 'string' }],
      cardData: { s: 'normal' },
    });
    const data = () => ({ ...view.evaluation.data, cardData: { s: 'disabled' } });
    const { effects, sent } = await actOnView(view, 'b', { type: 'tap' }, { data });
    expect(sent).toEqual([]);
    expect(effects).toEqual([{ type: 'nothing', why: 'status' }]);
  });

  it('sends what an undeclared variable compiled to from a card’s background', async () => {
    const events = [
      {
        event: {
          actionType: 'request',
          actionId: text(''),
          params: params(['fromConfig', { variable: 'gone' }]),
        },
      },
    ];
    const root = node('Card', 'card', { actionType: 'eventChain', events });
    const view = drawFile(exportTemplate({ root }));
    expect((await actOnView(view, 'card')).sent).toEqual([
      { actionIds: ['main'], params: { fromConfig: '' } },
    ]);
  });

  it('closes a card without the bot hearing of it, and still acts inside', async () => {
    const root = node('Card', 'card', { showCloseButton: true, ...request('inside') });
    const view = drawFile(exportTemplate({ root }));
    expect((await actOnView(view, 'card/close')).effects).toEqual([
      { type: 'system', actionId: 'sys_close_one_box', params: {} },
    ]);
    expect((await actOnView(view, 'card')).sent).toEqual([{ actionIds: ['inside'], params: {} }]);
  });

  it('unfolds and folds', async () => {
    const root = node(
      'Card',
      'card',
      { autoFoldConfig: { needFold: true, foldStatusLocalDataKey: 'k' } },
      [node('BaseText', 't', { text: text('长') })],
    );
    const file = exportTemplate({ root });
    expect((await actOnView(drawFile(file), 'card/fold')).data.localData).toEqual({ k: true });
    const open = drawFile(file, { localData: { k: true } });
    expect((await actOnView(open, 'card/fold')).data.localData).toEqual({ k: false });
  });

  it('toggles a panel from the state it starts in', async () => {
    const panel = node('CollapsePanel', 'p', { id: text('x'), contentVisible: true });
    expect((await actOn([panel], 'p')).data.localData).toEqual({ xp: false });
    const closed = await actOn([panel], 'p', { type: 'tap' }, { localData: { xp: false } });
    expect(closed.data.localData).toEqual({ xp: true });
  });

  it('loads more of a loop', async () => {
    const loop = node(
      'Loop',
      'l',
      {
        listData: ref('rows'),
        paging: true,
        hasMore: fixed('dynamicBoolean', true),
        onLoadMore: { ...request('more', ['from', '1']) },
      },
      [node('BaseText', 't', { text: text('行') })],
    );
    const input = { variables: [{ name: 'rows', type: 'loopArray' }], cardData: { rows: [{}] } };
    expect((await actOn([loop], 'l/loadMore', { type: 'tap' }, input)).sent).toEqual([
      { actionIds: ['more'], params: { from: '1' } },
    ]);
  });

  it('shows a picture', async () => {
    const image = (url: string) =>
      node('Image', 'i', { images: fixed('dynamicImage', url), enablePreview: true });
    expect((await actOn([image('https://a.example/p.png')], 'i')).effects).toEqual([
      { type: 'preview', url: 'https://a.example/p.png' },
    ]);
  });

  it('acts with the item of the loop it is in', async () => {
    const inner = button(request('vote', ['id', { variable: 'rows[0].sub[0].id' }]));
    const loops = node('Loop', 'l', { listData: ref('rows') }, [
      node('Loop', 'm', { listData: ref('rows[0].sub') }, [inner]),
    ]);
    const { sent } = await actOn(
      [loops],
      'b@1.0',
      { type: 'tap' },
      {
        variables: [
          {
            name: 'rows',
            type: 'loopArray',
            fields: [{ name: 'sub', type: 'loopArray', fields: [{ name: 'id', type: 'string' }] }],
          },
        ],
        cardData: { rows: [{ sub: [] }, { sub: [{ id: 'x' }] }] },
      },
    );
    expect(sent).toEqual([{ actionIds: ['vote'], params: { id: 'x' } }]);
  });

  it('says that a forwarded card does not act, inputs included', async () => {
    const props = { status: 'normal', disabledWhileForward: true, actionType: 'request', id: 'i' };
    const { effects, sent } = await actOn(
      [node('Input', 'i', props)],
      'i',
      { type: 'enter', text: 'x' },
      { switches: { forwarded: true } },
    );
    expect(sent).toEqual([]);
    expect(effects).toEqual([
      { type: 'toast', toast: { content: '不支持此操作', kind: 'info' } },
      { type: 'nothing', why: 'forwarded' },
    ]);
  });

  it('takes only the gestures a part has', async () => {
    const typed = { type: 'enter', text: 'x' } as const;
    expect((await actOn([button(request('go'))], 'b', typed)).effects).toEqual([
      { type: 'nothing', why: 'wrong-gesture', what: 'enter' },
    ]);
    const list = node('ButtonBlock', 'bb', { buttons: [{ id: 'a', status: 'normal' }] });
    expect((await actOn([list], 'bb/button0', typed)).effects).toMatchObject([
      { why: 'wrong-gesture' },
    ]);
  });

  it('survives a client that fails in everything', async () => {
    const broken = () => {
      throw new Error('broken');
    };
    const events = [
      { event: { actionType: 'toast', toastContent: text('x') } },
      { event: { actionType: 'copy', copyValue: text('x') } },
      { event: { actionType: 'confirm' } },
      { event: { actionType: 'select', selectOptions: [{ text: text('a'), value: 1 }] } },
      { event: { actionType: 'jsapi', jsapiName: text('x') } },
      { event: request('go') },
      { event: { actionType: 'url', url: fixed('dynamicLink', 'https://a.example') } },
    ];
    const { effects } = await actOn(
      [button({ actionType: 'eventChain', events })],
      'b',
      { type: 'tap' },
      {
        host: {
          data: broken,
          toast: broken,
          copy: broken,
          confirm: broken,
          choose: broken,
          clientApi: broken,
          sendCallback: broken,
          openLink: broken,
        },
      },
    );
    expect(effects.filter(({ type }) => type === 'callback')).toMatchObject([
      { reply: { ok: false, reason: 'broken' } },
    ]);
    const failures = effects.filter(
      (effect) => effect.type === 'nothing' && effect.why === 'host-failed',
    );
    expect(failures.length).toBeGreaterThanOrEqual(6);
  });

  it.each([null, 3, 'x', [], [[]], { type: 'dynamicString' }, { valueType: 'variable' }])(
    'survives props that are %j',
    async (odd) => {
      const names = [
        'actionType',
        'actionId',
        'params',
        'url',
        'events',
        'localVarAction',
        'buttons',
        'options',
        'listData',
        'tags',
        'id',
        'actionSheetItems',
      ];
      const props = Object.fromEntries(names.map((name) => [name, odd]));
      const components = [
        'SingleButton',
        'Grid',
        'Input',
        'SelectBlock',
        'MultiSelectBlock',
        'Checkbox',
        'CheckboxList',
        'CheckableTags',
        'Form',
        'DropdownButton',
        'ButtonBlock',
        'Table',
      ];
      for (const actionType of [
        'request',
        'setLocalState',
        'eventChain',
        'select',
        'confirm',
        odd,
      ]) {
        for (const component of components) {
          const view = drawCard([node(component, 'n', { ...props, actionType, status: 'normal' })]);
          for (const key of view.bindings.keys()) {
            for (const gesture of [
              { type: 'tap' },
              { type: 'pick', index: 0 },
              { type: 'enter', text: 'x' },
              { type: 'submit', values: {} },
            ] as const) {
              expect((await actOnView(view, key, gesture)).effects.length).toBeGreaterThan(0);
            }
          }
        }
      }
    },
  );
});
