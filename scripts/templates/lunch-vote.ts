import {
  all,
  bound,
  exportTemplate,
  fixed,
  is,
  margins,
  nodes,
  ref,
  request,
  text,
  when,
} from './exported.js';

const node = nodes('vote');

const mine = { variable: 'dishes[0].id' };

/**
 * A loop over what can be voted for. What there is, is public; one's own vote is private; `details`
 * lives on one client only.
 */
export const lunchVote = exportTemplate({
  variables: [
    { name: 'title', type: 'string', description: '标题' },
    {
      name: 'dishes',
      type: 'loopArray',
      description: '选项',
      fields: [
        { name: 'id', type: 'string' },
        { name: 'name', type: 'string' },
        { name: 'note', type: 'string' },
      ],
    },
    { name: 'voted', type: 'string', private: true, description: '本人投给了谁' },
  ],
  expressions: {
    row: { type: 'number', is: 'subdataIndex() + 1' },
    details_label: { type: 'string', is: "details ? '收起说明' : '展开说明'" },
    next_details: { type: 'number', is: 'details ? 0 : 1' },
  },
  locals: { details: 'number' },
  mock: {
    cardData: {
      title: '周五中午吃什么',
      dishes: [
        { id: 'noodles', name: '牛肉面', note: '楼下新开' },
        { id: 'rice', name: '黄焖鸡', note: '十二点前要订' },
        { id: 'salad', name: '沙拉', note: '' },
      ],
    },
    cardPrivateData: { voted: '' },
  },
  root: node('Card', { summaryContent: text('[投票] ${title}') }, [
    node('CardHeaderV2', {
      title: text('${title}'),
      color: { type: 'dynamicSelect', valueType: 'fixed', value: 'orange', variable: '' },
    }),
    node('Loop', { listData: ref('dishes'), direction: 'vertical', ...margins(12, 4) }, [
      node('Grid', { direction: 'horizontal', childGravity: 'leftCenter', ...margins(0, 4) }, [
        node('BaseText', {
          text: text('${row}.'),
          widthMode: 'match_content',
          ...margins(0, 0, 6, 0),
        }),
        node('Grid', { direction: 'vertical' }, [
          node('BaseText', { text: text('${loop.name}') }),
          node('BaseText', {
            text: text('${loop.note}'),
            color: 'gray',
            size: 'small',
            ...when(all(is('details', 'isTrue'), is('dishes[0].note', 'isNotEmpty'))),
          }),
        ]),
        node('Tag', {
          text: text('已投'),
          color: fixed('dynamicSelect', 'green'),
          tagStyle: 'hollow',
          ...when(all(is('voted', 'equal', mine))),
        }),
        node('SingleButton', {
          text: text('投 ${loop.name}'),
          status: fixed('dynamicSelect', 'normal'),
          color: fixed('dynamicSelect', 'gray'),
          widthMode: 'match_content',
          ...request('vote', ['dish', { variable: 'dishes[0].id' }]),
          ...when(all(is('voted', 'isEmpty'))),
        }),
      ]),
    ]),
    node(
      'Grid',
      {
        direction: 'horizontal',
        childGravity: 'center',
        ...margins(12, 6),
        enableClickEvent: true,
        actionType: 'setLocalState',
        localVarAction: ref('details', 'number'),
        numberLocalValue: bound('dynamicNumber', 'next_details', 0),
      },
      [
        node('BaseText', {
          text: text('${details_label}'),
          color: 'blue',
          size: 'small',
          widthMode: 'match_content',
        }),
      ],
    ),
  ]),
});
