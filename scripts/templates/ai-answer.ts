import { exportTemplate, margins, nodes, ref, text } from './exported.js';

const node = nodes('answ');

const question = () =>
  node('BaseText', {
    text: text('${question}'),
    color: 'gray',
    size: 'small',
    maxLine: { type: 'dynamicNumber', valueType: 'fixed', value: 1, variable: '' },
    ...margins(12, 8, 12, 0),
  });

const answer = (isStreaming: boolean) =>
  node('MarkdownBlock', { content: ref('content', 'markdown'), isStreaming });

/** An AI card: waiting, writing, done, failed. The text is streamed into `content`. */
export const aiAnswer = exportTemplate({
  variables: [
    {
      name: '_IC_AIGC_DETAIL_URL',
      type: 'object',
      fields: [
        { name: 'mob', type: 'string' },
        { name: 'pc', type: 'string' },
      ],
    },
    { name: 'flowStatus', type: 'string', description: '1 处理中 2 输出中 3 完成 4 执行中 5 失败' },
    { name: 'question', type: 'string', description: '问题' },
    { name: 'content', type: 'markdown', description: '流式输出的回答' },
  ],
  mock: {
    cardData: {
      flowStatus: 3,
      question: '出差一天补多少？',
      content: '每天 **120 元**，按城市分三档：\n\n- 一类 120\n- 二类 100\n- 三类 80',
    },
  },
  root: node(
    'AICardContainer',
    { flowStatusVar: ref('flowStatus'), summaryContent: text('${question}') },
    [
      node('AICardStatusContainer', { status: 1 }, [
        node('AIPending', { pendingTip: text('正在想…') }),
      ]),
      node('AICardStatusContainer', { status: 2 }, [
        node('AICardContent', {}, [question(), answer(true)]),
      ]),
      node('AICardStatusContainer', { status: 3 }, [
        node('AICardContent', {}, [question(), answer(false)]),
        node(
          'Feedback',
          {
            enableLikeDislike: true,
            enableCopy: true,
            copyType: 'variable',
            copyVariable: ref('content', 'markdown'),
          },
          [node('AIGenerationProcessing')],
        ),
      ]),
      node('AICardStatusContainer', { status: 5 }, [
        node('AICardContent', {}, [
          node('BaseText', {
            text: text('没有答出来，请再问一次'),
            color: 'red',
            ...margins(12, 8),
          }),
        ]),
      ]),
    ],
  ),
});
