import { any, exportTemplate, is, margins, nodes, request, text, when } from './exported.js';

const node = nodes('appr');

const line = (content: string) =>
  node('BaseText', { text: text(content), color: 'black', size: 'middle', ...margins(12, 3) });

const icon = (name: string) => ({
  iconType: 'iconCode',
  iconFont: { type: 'icon', iconType: 'ddIcon', icon: name },
});

/**
 * The approval card: two buttons while it is pending, and a third, dead one that says what was
 * decided. What is shown depends on `status` alone.
 */
export const approval = exportTemplate({
  variables: [
    { name: 'lastMessage', type: 'string', description: '会话列表里的摘要' },
    { name: 'title', type: 'string', description: '标题' },
    { name: 'type', type: 'string', description: '报销类型' },
    { name: 'amount', type: 'string', description: '金额' },
    { name: 'reason', type: 'string', description: '理由' },
    { name: 'status', type: 'string', description: '待处理、已同意或被拒绝' },
  ],
  mock: {
    cardData: {
      lastMessage: '[审批] 李四的差旅费',
      title: '李四提交的差旅费报销',
      type: '差旅费',
      amount: '860.50',
      reason: '去杭州开会的高铁和住宿',
      status: '待处理',
    },
  },
  root: node('Card', { summaryContent: text('${lastMessage}') }, [
    node('CardHeaderV2', {
      title: text('费用审批'),
      icon: { type: 'image', url: '' },
      color: { type: 'dynamicSelect', valueType: 'fixed', value: 'blue', variable: '' },
    }),
    node('BaseText', { text: text('${title}'), color: 'black', bold: true, ...margins(12, 6) }),
    line('类型：${type}'),
    line('金额：${amount} 元'),
    line('理由：${reason}'),
    node('Divider', { direction: 'horizontal', color: '#1F111F2C', ...margins(12, 6) }),
    node('ButtonList', {
      direction: 'horizontal',
      widthMode: 'AutoWidth',
      ...margins(6, 6),
      buttons: {
        type: 'ButtonList',
        list: [
          {
            id: '1',
            text: text('拒绝'),
            status: 'normal',
            color: 'gray',
            ...icon('icon_refused'),
            ...request('reject', ['action', 'reject']),
            ...when(any(is('status', 'equal', '待处理'))),
          },
          {
            id: '2',
            text: text('同意'),
            status: 'normal',
            color: 'blue',
            ...icon('icon_accept'),
            ...request('accept', ['action', 'accept']),
            ...when(any(is('status', 'equal', '待处理'))),
          },
          {
            id: '3',
            text: text('${status}'),
            status: 'disabled',
            color: 'gray',
            ...icon('icon_XDS_goodlike_line'),
            actionType: 'none',
            ...when(any(is('status', 'equal', '被拒绝'), is('status', 'equal', '已同意'))),
          },
        ],
      },
    }),
  ]),
});
