import { heading, item, node } from './component-parts.js';
import { fixed, margins, ref, request, text } from './exported.js';

/** Containers and loops. */
export const layout = [
  heading('容器'),
  node(
    'Loop',
    { listData: ref('rows'), direction: 'vertical', ...margins(12, 2) },
    [
      node('Grid', { direction: 'horizontal' }, [
        node('BaseText', { text: text('${position}'), widthMode: 'match_content' }),
        item('label'),
        node(
          'Loop',
          { listData: ref('rows[0].children'), direction: 'horizontal' },
          [item('label')],
          'c_LoopInner',
        ),
      ]),
    ],
    'c_Loop',
  ),
  node(
    'GridLayout',
    {
      listData: ref('rows'),
      columnCount: fixed('dynamicNumber', 2),
      rowSpacing: fixed('dynamicNumber', 8),
      columnSpacing: fixed('dynamicNumber', 8),
      itemHeight: 40,
    },
    [item('label')],
    'c_GridLayout',
  ),
  node(
    'ColumnLayout',
    {
      columnCount: 2,
      columnWidth: [
        { widthMode: 'weighted', weight: 1, width: 50 },
        { widthMode: 'fixed', weight: 1, width: 80 },
      ],
      columnSpacing: 8,
      childGravity: 'center',
    },
    [
      node(
        'Column',
        { direction: 'vertical' },
        [node('BaseText', { text: text('左') })],
        'c_Column',
      ),
      node(
        'Column',
        { direction: 'vertical', ...request('', ['side', 'right']), enableClickEvent: true },
        [node('BaseText', { text: text('右') })],
        'c_ColumnTap',
      ),
    ],
    'c_ColumnLayout',
  ),
  node(
    'ScrollerLayout',
    { direction: 'horizontal' },
    [node('BaseText', { text: text('滚动') })],
    'c_ScrollerLayout',
  ),
  node(
    'CollapsePanel',
    { id: text('panel'), title: text('更多'), contentVisible: false },
    [node('BaseText', { text: text('折叠的内容') })],
    'c_CollapsePanel',
  ),
];
