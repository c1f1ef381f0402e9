import { exportTemplate, fixed, margins, nodes, request, text } from './exported.js';

const node = nodes('stan');

/** Schema 2.0.0, plain scalars instead of wrappers, and what only the top box shows. */
export const standardCard = exportTemplate({
  type: 'standard',
  schemaVersion: '2.0.0',
  variables: [
    { name: 'title', type: 'string' },
    { name: 'tag', type: 'string' },
    { name: 'status', type: 'string' },
  ],
  mock: { cardData: { title: '日报', tag: '待读', status: 'normal' } },
  root: node(
    'StdCard',
    {
      cardIcon: { type: 'image', url: '' },
      cardName: text('${title}'),
      tagText: text('${tag}'),
      tagColor: 'blue',
      tagStyle: 'hollow',
      showCloseButton: true,
    },
    [
      node(
        'StdCardThumbContent',
        { adaptMode: 1 },
        [node('BaseText', { text: text('吊顶：${title}') })],
        's_Thumb',
      ),
      node('DividerBlock', {}, [], 's_DividerBlock'),
      node(
        'Markdown',
        { content: fixed('dynamicMarkdown', '**${title}**'), ...margins(12, 6) },
        [],
        's_Markdown',
      ),
      node(
        'Input',
        { id: 'input', title: text('回复'), status: 'normal', actionType: 'request', params: [] },
        [],
        's_Input',
      ),
      node(
        'ButtonBlock',
        {
          buttons: [
            { id: 'read', text: text('已读'), status: 'normal', color: 'blue', ...request('') },
          ],
        },
        [],
        's_ButtonBlock',
      ),
    ],
    's_StdCard',
  ),
});
