import {
  all,
  exportTemplate,
  fixed,
  is,
  nodes,
  type Props,
  params,
  ref,
  request,
  text,
} from './exported.js';

const node = nodes('acts');

/** One button per way to act, its id `do_<what>`. */
const button = (what: string, bundle: Props, more: Props = {}) =>
  node(
    'SingleButton',
    { text: text(what), status: fixed('dynamicSelect', 'normal'), ...bundle, ...more },
    [],
    `do_${what}`,
  );

const link = (url: string) => fixed('dynamicLink', url);

const toast = (content: string, toastType: number): Props => ({
  actionType: 'toast',
  toastContent: text(content),
  toastType,
});

/** What the answer held, inside a chain's callbacks. */
const answered = (eventData: string, value: string): Props => ({
  op: 'and',
  conditions: [{ type: 'eventData', eventData, op: 'equal', value, valueType: 'fixed' }],
});

const local = (variable: string, varType: string, value: Props): Props => ({
  actionType: 'setLocalState',
  localVarAction: ref(variable, varType),
  ...value,
});

/** Every action type, alone and in chains. */
export const allActions = exportTemplate({
  variables: [
    { name: 'name', type: 'string' },
    { name: 'result', type: 'string' },
    { name: 'count', type: 'number' },
    { name: 'list', type: 'stringArray' },
    { name: 'note', type: 'markdown' },
    { name: 'event_link', type: 'dynamicEvent' },
    { name: 'event_send', type: 'dynamicEvent' },
    { name: 'mine', type: 'string', private: true },
    { name: 'unset', type: 'string' },
  ],
  locals: {
    flag: 'boolean',
    number: 'number',
    words: 'string',
    bag: 'dynamicObject',
    from_api: 'string',
  },
  mock: {
    cardData: {
      name: '小明',
      result: '',
      count: 3,
      list: ['a', 'b'],
      note: '**全文**',
      event_link: { type: 'openLink', params: { url: 'https://a.example/event' } },
      event_send: {
        type: 'sendCardRequest',
        params: { actionId: 'from_data', params: { deep: { yes: true } } },
      },
    },
    cardPrivateData: { mine: '我的' },
  },
  root: node(
    'Card',
    {},
    [
      button('url', {
        actionType: 'url',
        urlType: 'all',
        url: link('https://a.example/?q=${name}'),
      }),
      button('urlMultiple', {
        actionType: 'url',
        urlType: 'multiple',
        pcUrl: link('https://a.example/pc'),
        iosUrl: link('https://a.example/ios'),
        androidUrl: link('https://a.example/android'),
      }),
      button('urlEmpty', { actionType: 'url', urlType: 'all', url: link('') }),
      button('urlScript', { actionType: 'url', urlType: 'all', url: link('javascript:alert(1)') }),
      button('request', {
        ...request(
          'send_${name}',
          ['fixed', '5'],
          ['number', { variable: 'count' }],
          ['list', { variable: 'list' }],
          ['mine', { variable: 'mine' }],
          ['undeclared', { variable: 'nobody' }],
          ['unset', { variable: 'unset' }],
        ),
        successCondition: all(is('result', 'equal', 'ok')),
        successToast: text('成了 ${result}'),
        failureToast: text('没成'),
      }),
      button(
        'setBoolean',
        local('flag', 'boolean', { booleanLocalValue: fixed('dynamicBoolean', true) }),
      ),
      button(
        'setNumber',
        local('number', 'number', { numberLocalValue: fixed('dynamicNumber', 7) }),
      ),
      button('setString', local('words', 'string', { stringLocalValue: text('你好 ${name}') })),
      button('setKey', {
        ...local('bag', 'dynamicObject', { stringLocalValue: text('in') }),
        keyOfDynamicObject: text('pocket'),
      }),
      button('setCustom', {
        actionType: 'setLocalState',
        enableCustomLocalData: true,
        customLocalData: '{"words":"${name}","number":2}',
      }),
      button('eventChain', {
        actionType: 'eventChain',
        transformToEventChain: true,
        url: link('https://a.example/stale'),
        events: [
          {
            event: { actionType: 'request', actionId: text(''), params: params(['step', '1']) },
            callbacks: {
              success: {
                condition: answered('cardData.result', 'ok'),
                leftEvent: { event: toast('好：${event.cardData.result}', 0) },
                rightEvent: { event: toast('不好', 1) },
              },
              failure: { leftEvent: { event: toast('失败', 2) } },
            },
          },
          { event: local('flag', 'boolean', { booleanLocalValue: fixed('dynamicBoolean', true) }) },
        ],
      }),
      button('select', {
        actionType: 'eventChain',
        events: [
          {
            event: {
              actionType: 'select',
              selectActionType: 'setLocalState',
              selectOptions: [
                { text: text('发'), value: '1' },
                { text: text('更多'), value: '2' },
              ],
            },
            callbacks: [
              [
                {
                  event: {
                    actionType: 'request',
                    actionId: text(''),
                    params: params(['picked', 'send']),
                  },
                },
              ],
              [
                {
                  event: {
                    actionType: 'select',
                    selectOptions: [{ text: text('打开'), value: 'x' }],
                  },
                  callbacks: [
                    [
                      {
                        event: {
                          actionType: 'url',
                          urlType: 'all',
                          url: link('https://a.example/nested'),
                        },
                      },
                    ],
                  ],
                },
              ],
            ],
          },
        ],
      }),
      button('dynamicEventLink', {
        actionType: 'dynamicEvent',
        dynamicEventVar: ref('event_link'),
      }),
      button('dynamicEventSend', {
        actionType: 'dynamicEvent',
        dynamicEventVar: ref('event_send'),
      }),
      button('toast', toast('提示 ${name}', 1)),
      button('copyText', {
        actionType: 'copy',
        copyType: 'common',
        copyValue: text('复制 ${name}'),
      }),
      button('copyVariable', {
        actionType: 'copy',
        copyType: 'variable',
        copyVariable: ref('note', 'markdown'),
      }),
      button('copyAll', { actionType: 'copy', copyType: 'full-content' }),
      button('confirm', {
        actionType: 'confirm',
        confirmTitle: text('确定吗'),
        confirmMessage: text('给 ${name}'),
        confirmOkText: text('好'),
        confirmCancelText: text('算了'),
        confirmOkAction: 'request',
        confirmOkReqActionActionId: text('confirmed'),
        confirmOkReqActionParams: params(['sure', 'yes']),
        confirmCancelAction: 'none',
      }),
      button('actionSheet', {
        actionType: 'actionSheet',
        actionSheetTitle: text('怎么做'),
        actionSheetMessage: text('选一个'),
        actionSheetItems: [
          {
            id: '1',
            actionSheetStyle: 'default',
            actionSheetName: text('发送'),
            actionSheetAction: 'request',
            actionSheetRequestItemActionId: text('sheet_send'),
            actionSheetRequestItemParams: params(['n', { variable: 'count' }]),
          },
          {
            id: '1',
            actionSheetStyle: 'destructive',
            actionSheetName: text('打开'),
            actionSheetAction: 'url',
            actionSheetUrlItemUrl: link('https://a.example/sheet'),
          },
          {
            id: '2',
            actionSheetStyle: 'default',
            actionSheetName: text('无事'),
            actionSheetAction: 'none',
          },
        ],
      }),
      button('openModal', {
        actionType: 'openModal',
        openModalTitle: text('侧窗'),
        openModalHeight: 500,
        openModalWidth: 400,
        url: link('https://a.example/modal'),
      }),
      button('jsapi', {
        actionType: 'jsapi',
        jsapiName: text('device.base.getUUID'),
        jsapiParams: params(['k', 'v']),
        jsapiRetLocalVar: ref('from_api'),
      }),
      button('callAPI', {
        actionType: 'callAPI',
        callAPIName: text('biz.util.scan'),
        callAPIParams: params(['type', 'qr']),
      }),
      button('none', { actionType: 'none' }),
      button('off', request('never'), { status: fixed('dynamicSelect', 'disabled') }),
      button('unsetStatus', request('dead'), {
        status: {
          type: 'dynamicSelect',
          valueType: 'variable',
          variable: 'unset',
          variableType: 'global',
        },
      }),
      button('noClick', request('switched_off'), { enableClickEvent: false }),
      button('notForwarded', request('kept'), { disabledWhileForward: true }),
      node(
        'Grid',
        { ...request('outer', ['who', 'outer']), enableClickEvent: true },
        [
          node('BaseText', { text: text('外层') }),
          node(
            'Grid',
            { ...request(''), enableClickEvent: true },
            [node('BaseText', { text: text('内层') })],
            'do_gridInner',
          ),
        ],
        'do_gridOuter',
      ),
    ],
    'do_card',
  ),
});
