import { heading, node } from './component-parts.js';
import { fixed, ref } from './exported.js';

/** Tables and charts. */
export const data = [
  heading('表与图'),
  node(
    'Table',
    {
      data: ref('figures', 'table'),
      enableZebraColor: true,
      maxLine: fixed('dynamicNumber', 1),
      cellPadding: 4,
    },
    [],
    'c_Table',
  ),
  node(
    'Chart',
    { data: ref('trend', 'chart'), aspectRatio: fixed('dynamicSelect', 2) },
    [],
    'c_Chart',
  ),
];
