import { heading, node } from './component-parts.js';
import { bound, fixed, margins, ref, text } from './exported.js';

/** Texts, pictures and marks. */
export const content = [
  heading('文本'),
  node('BaseText', { text: text('你好 ${name}'), bold: true }, [], 'c_BaseText'),
  node(
    'BaseTextBlock',
    { text: text('正文 ${name}'), prefix: text('前缀：') },
    [],
    'c_BaseTextBlock',
  ),
  node(
    'Markdown',
    { content: fixed('dynamicMarkdown', '# 标题 ${name}\n[链接](https://a.example/)') },
    [],
    'c_Markdown',
  ),
  node(
    'MarkdownBlock',
    { content: ref('note', 'markdown'), isStreaming: false },
    [],
    'c_MarkdownBlock',
  ),
  node(
    'Link',
    {
      text: text('文字链接'),
      actionType: 'url',
      urlType: 'all',
      url: fixed('dynamicLink', 'https://a.example/link'),
    },
    [],
    'c_Link',
  ),
  node('Divider', { direction: 'horizontal', ...margins(12, 6) }, [], 'c_Divider'),
  node('DividerBlock', {}, [], 'c_DividerBlock'),
  heading('图与标'),
  node(
    'Grid',
    { direction: 'horizontal', childGravity: 'leftCenter', ...margins(12, 4) },
    [
      node(
        'Image',
        {
          images: fixed('dynamicImage', ''),
          width: { type: 'dynamicWidth', valueType: 'fixed', value: 40 },
          height: { type: 'dynamicWidth', valueType: 'fixed', value: 40 },
        },
        [],
        'c_Image',
      ),
      node(
        'Icon',
        {
          icon: fixed('dynamicIcon', {
            type: 'icon',
            iconType: 'ddIcon',
            icon: 'icon_duplicate',
          }),
          size: 'middle',
        },
        [],
        'c_Icon',
      ),
      node(
        'Tag',
        { text: text('标签'), color: fixed('dynamicSelect', 'green'), tagStyle: 'hollow' },
        [],
        'c_Tag',
      ),
      node(
        'Avatar',
        {
          name: text('${name}'),
          size: 'small',
          mode: 'userInfo',
          imageUrl: fixed('dynamicImage', ''),
        },
        [],
        'c_Avatar',
      ),
      node(
        'ProgressBar',
        {
          progress: bound('dynamicNumber', 'percent'),
          color: 'blue',
          style: 'small',
          showPercentage: true,
        },
        [],
        'c_ProgressBar',
      ),
    ],
    'c_Grid',
  ),
];
