import { buttons } from './component-buttons.js';
import { content } from './component-content.js';
import { data } from './component-data.js';
import { inputs } from './component-inputs.js';
import { layout } from './component-layout.js';
import { mock } from './component-mock.js';
import { node } from './component-parts.js';
import { exportTemplate, text } from './exported.js';

/** Every component an ordinary message card can hold, each at least once, with the id `c_<Component>`. */
export const allComponents = exportTemplate({
  variables: [
    { name: 'name', type: 'string' },
    { name: 'flag', type: 'boolean' },
    { name: 'percent', type: 'number' },
    { name: 'note', type: 'markdown' },
    {
      name: 'rows',
      type: 'loopArray',
      fields: [
        { name: 'label', type: 'string' },
        { name: 'value', type: 'number' },
        { name: 'checked', type: 'boolean' },
        { name: 'children', type: 'loopArray', fields: [{ name: 'label', type: 'string' }] },
      ],
    },
    { name: 'buttons', type: 'buttonGroup' },
    { name: 'choices', type: 'selectOptions' },
    { name: 'figures', type: 'table' },
    { name: 'trend', type: 'chart' },
    { name: 'fields', type: 'form' },
    { name: 'picture', type: 'string' },
    { name: 'remark', type: 'string', private: true },
    { name: 'agreed', type: 'boolean', private: true },
  ],
  locals: {
    l_text: 'string',
    l_select: 'object',
    l_multi: 'object',
    l_date: 'string',
    l_check: 'boolean',
    l_radio: 'number',
    l_checks: 'numberArray',
    l_tags: 'stringArray',
    l_tag: 'string',
    l_object: 'dynamicObject',
  },
  expressions: {
    shout: { type: 'string', is: 'concat(name, "!")' },
    position: { type: 'number', is: 'subdataIndex() + 1' },
  },
  mock,
  root: node(
    'Card',
    { summaryContent: text('[组件] ${name}') },
    [
      node(
        'CardHeaderV2',
        {
          title: text('${shout}'),
          icon: { type: 'image', url: '' },
          color: { type: 'dynamicSelect', valueType: 'fixed', value: 'blue', variable: '' },
        },
        [],
        'c_CardHeaderV2',
      ),
      ...content,
      ...layout,
      ...buttons,
      ...inputs,
      ...data,
    ],
    'c_Card',
  ),
});
