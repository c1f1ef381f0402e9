import type { ActionCase } from '../../support/action-case.js';

const tab = (name: string) => ({ localData: { activeTab: name } });

const form = (
  key: string,
  gesture: NonNullable<ActionCase['gesture']>,
  name: string,
  value: ChangeValue,
): ActionCase => ({
  says: `${name} is kept under its key`,
  key,
  gesture,
  scene: tab('3'),
  does: [{ type: 'setLocal', changes: [{ name: 'localFormData', key: name, value }] }],
});

type ChangeValue = string | { readonly index: number; readonly value: string };

/** 多 Tab 页: tabs out of grids, buttons with events as data, a form kept in one object. */
export const tabsCard: readonly ActionCase[] = [
  ...(
    [
      ['1', 'node_ocmc8s6fydb', '2'],
      ['2', 'node_ocmc8s6fydh', ''],
      ['3', 'node_ocmc8s6fydn', ''],
    ] as const
  ).map(
    ([name, key, from]): ActionCase => ({
      says: `tab ${name} is turned to`,
      key,
      scene: tab(from),
      does: [{ type: 'setLocal', changes: [{ name: 'activeTab', value: name }] }],
    }),
  ),
  ...[0, 1].map(
    (index): ActionCase => ({
      says: `button ${index} opens the link of its event`,
      key: `node_ocmc8s6fyd17@${index}`,
      does: [{ type: 'openLink', url: 'https://www.dingtalk.com', refused: false }],
    }),
  ),
  ...(['pc', 'ios', 'android'] as const).map(
    (platform): ActionCase => ({
      says: `the footer has a link on ${platform}`,
      key: 'node_ocmc8s6fyd1c',
      scene: { switches: { platform } },
      does: [{ type: 'openLink', url: 'https://www.dingtalk.com', refused: false }],
    }),
  ),
  form('node_ocmc8s6fyd20', { type: 'pick', index: 1 }, 'type', { index: 1, value: '1' }),
  form('node_ocmc8s6fyd2u', { type: 'date', text: '2025-06-26' }, 'startDate', '2025-06-26'),
  form('node_ocmc8s6fyd2t', { type: 'date', text: '2025-06-27' }, 'endDate', '2025-06-27'),
  form('node_ocmc8s6fyd2s', { type: 'enter', text: '138' }, 'pn', '138'),
  form('node_ocmc8s6fyd2r', { type: 'enter', text: '回老家' }, 'remark', '回老家'),
  {
    says: 'submit_form sends the object and everything kept',
    key: 'node_ocmc8s6fyd2q',
    scene: {
      localData: {
        activeTab: '3',
        localFormData: { type: { index: 0, value: '0' }, pn: '138' },
      },
    },
    sends: [
      [
        'submit_form',
        {
          action: 'submit_form',
          form_info: {
            title: '审批',
            tag: '请假',
            nianjia_days1: 5,
            tiaoxiu_days2: 2,
            submitBtnText: '提交',
            submitBtnStatus: 'normal',
          },
          form_data: { type: { index: 0, value: '0' }, pn: '138' },
        },
      ],
    ],
  },
];
