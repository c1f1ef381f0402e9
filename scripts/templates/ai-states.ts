import { exportTemplate, fixed, nodes, ref, request, text } from './exported.js';

const node = nodes('aist');

/** All five states of an AI card, each saying which it is. */
export const aiStates = exportTemplate({
  variables: [
    { name: 'flowStatus', type: 'string' },
    { name: 'content', type: 'markdown' },
    { name: 'step', type: 'string' },
  ],
  mock: { cardData: { flowStatus: 3, content: '写完了', step: '查资料' } },
  root: node(
    'AICardContainer',
    { flowStatusVar: ref(''), summaryContent: text('AI'), enableGradientBorder: true },
    [
      node(
        'AICardStatusContainer',
        { status: 1 },
        [node('AIPending', { pendingTip: text('等待中') }, [], 'a_AIPending')],
        'a_State1',
      ),
      node(
        'AICardStatusContainer',
        { status: 2 },
        [
          node(
            'AICardContent',
            {},
            [
              node(
                'MarkdownBlock',
                { content: ref('content', 'markdown'), isStreaming: true },
                [],
                'a_Streaming',
              ),
            ],
            'a_AICardContent',
          ),
        ],
        'a_State2',
      ),
      node(
        'AICardStatusContainer',
        { status: 3 },
        [
          node('AICardContent', {}, [
            node(
              'MarkdownBlock',
              { content: ref('content', 'markdown'), isStreaming: false },
              [],
              'a_Done',
            ),
          ]),
          node(
            'Feedback',
            {
              enableLikeDislike: true,
              enableCopy: true,
              copyType: 'variable',
              copyVariable: ref('content', 'markdown'),
            },
            [node('AIGenerationProcessing', {}, [], 'a_AIGenerationProcessing')],
            'a_Feedback',
          ),
        ],
        'a_State3',
      ),
      node(
        'AICardStatusContainer',
        { status: 4 },
        [node('AICardContent', {}, [node('BaseText', { text: text('正在${step}') })])],
        'a_State4',
      ),
      node(
        'AICardStatusContainer',
        { status: 5 },
        [
          node('AICardContent', {}, [
            node('BaseText', { text: text('失败') }),
            node(
              'SingleButton',
              { text: text('重试'), status: fixed('dynamicSelect', 'normal'), ...request('retry') },
              [],
              'a_Retry',
            ),
          ]),
        ],
        'a_State5',
      ),
    ],
    'a_AICardContainer',
  ),
});
