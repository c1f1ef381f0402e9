import {
  all,
  bound,
  exportTemplate,
  fixed,
  is,
  margins,
  nodes,
  type Props,
  params,
  ref,
  request,
  text,
  when,
} from './exported.js';

const node = nodes('comp');

const normal = { status: fixed('dynamicSelect', 'normal') };
const blue = { color: fixed('dynamicSelect', 'blue') };

/** Options as newer files spell them. */
const options = (...texts: string[]): Props =>
  fixed(
    'dynamicSelectOptions',
    texts.map((label, index) => ({ text: text(label), value: `v${index}` })),
  );

const heading = (title: string) =>
  node('BaseText', {
    text: text(title),
    styleType: 'standard',
    styleToken: 'common_h5_bold_text_style',
    ...margins(12, 8, 12, 2),
  });

const item = (name: string) =>
  node('BaseText', { text: text(`\${loop.${name}}`), widthMode: 'match_content' });

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
  mock: {
    cardData: {
      name: '小明',
      flag: true,
      percent: 62.5,
      note: '**重点**：`code`\n\n1. 一\n2. 二\n\n| 列 | 值 |\n|---|---|\n| a | 1 |\n\n<font colorTokenV2=common_red1_color>红色</font>[微笑]',
      rows: [
        { label: '甲', value: 0, checked: true, children: [{ label: '甲一' }, { label: '甲二' }] },
        { label: '乙', value: 1, checked: false, children: [] },
      ],
      buttons: [
        {
          text: '批准',
          color: 'blue',
          status: 'normal',
          event: { type: 'sendCardRequest', params: { actionId: 'data_ok', params: { n: 1 } } },
        },
        {
          text: '官网',
          color: 'gray',
          status: 'normal',
          event: {
            type: 'openLink',
            params: {
              url: {
                pc: 'https://a.example/pc',
                ios: 'https://a.example/ios',
                android: 'https://a.example/android',
              },
            },
          },
        },
        {
          text: '停用',
          color: 'red',
          status: 'disabled',
          event: { type: 'sendCardRequest', params: { actionId: 'never', params: {} } },
        },
      ],
      choices: [
        { value: 'x', text: { zh_CN: '选项甲', en_US: 'Option A' } },
        { value: 'y', text: '选项乙' },
      ],
      figures: {
        meta: [
          { alias: 'who', aliasName: '姓名', dataType: 'STRING', weight: 40 },
          { alias: 'app', aliasName: '应用', dataType: 'MICROAPP', weight: 20 },
          { alias: 'link', aliasName: '详情', dataType: 'OBJECT', weight: 20 },
          { alias: 'act', aliasName: '操作', dataType: 'BUTTON', weight: 20 },
        ],
        data: [
          {
            who: '张三',
            app: { icon: '@lALPicon', name: '日志' },
            link: { value: '打开', url: 'https://a.example/1' },
            act: { value: '催办', request: true },
          },
          {
            who: '李四',
            app: { icon: '', name: '审批' },
            link: { value: '无' },
            act: { value: '催办', request: true },
          },
        ],
      },
      trend: {
        type: 'lineChart',
        data: [
          { x: '周一', y: 3, type: '进' },
          { x: '周二', y: 5, type: '进' },
          { x: '周一', y: 2, type: '出' },
          { x: '周二', y: 4, type: '出' },
        ],
        config: {},
      },
      fields: {
        fields: [
          { name: 't', label: '文本', type: 'TEXT', required: true, defaultValue: '默认' },
          { name: 'ta', label: '长文本', type: 'TEXT_AREA', minRows: 2, maxRows: 4 },
          { name: 'tl', label: '多个文本', type: 'TEXT_ARRAY', addText: '再加一个' },
          { name: 'n', label: '数字', type: 'NUMBER' },
          { name: 'd', label: '日期', type: 'DATE', format: 'yyyy-MM-dd' },
          { name: 'tm', label: '时间', type: 'TIME', format: 'HH:mm' },
          { name: 'dt', label: '日期时间', type: 'DATETIME', format: 'yyyy-MM-dd HH:mm' },
          {
            name: 's',
            label: '单选',
            type: 'SELECT',
            options: [
              { value: 'a', text: 'A' },
              { value: 'b', text: 'B' },
            ],
          },
          {
            name: 'm',
            label: '多选',
            type: 'MULTI_SELECT',
            options: [
              { value: 'a', text: 'A' },
              { value: 'b', text: 'B' },
            ],
          },
          { name: 'c', label: '勾选', type: 'CHECKBOX' },
          { name: 'sw', label: '开关', type: 'SWITCH', defautValue: true },
          {
            name: 'cg',
            label: '单选组',
            type: 'CHECKBOX_GROUP',
            options: [
              { value: 'a', text: 'A' },
              { value: 'b', text: 'B' },
            ],
          },
          {
            name: 'mg',
            label: '多选组',
            type: 'MULTI_CHECKBOX_GROUP',
            options: [
              { value: 'a', text: 'A' },
              { value: 'b', text: 'B' },
            ],
          },
          { name: 'h', label: '隐藏', type: 'TEXT', hidden: true, defaultValue: '藏着' },
          { name: 'r', label: '只读', type: 'TEXT', readOnly: true, defaultValue: '不变' },
        ],
      },
      picture: 'https://a.example/p.png',
    },
    cardPrivateData: { remark: '', agreed: false },
  },
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
      heading('按钮'),
      node(
        'SingleButton',
        {
          text: text('单按钮'),
          ...normal,
          ...blue,
          ...request(
            'single',
            ['who', { variable: 'name' }],
            ['fixed', '1'],
            ['', 'skipped'],
            ['flag', { variable: 'flag' }],
          ),
        },
        [],
        'c_SingleButton',
      ),
      node(
        'SingleButton',
        { text: text('没有 id'), ...normal, ...blue, ...request('') },
        [],
        'c_SingleButtonNoId',
      ),
      node(
        'SingleButton',
        {
          text: text('停用'),
          status: fixed('dynamicSelect', 'disabled'),
          ...blue,
          ...request('never'),
        },
        [],
        'c_SingleButtonOff',
      ),
      node(
        'ButtonBlock',
        {
          buttons: [
            {
              id: 'bb1',
              text: text('块按钮'),
              status: 'normal',
              color: 'blue',
              ...request('', ['from', 'block']),
            },
            {
              id: 'bb2',
              text: text('看不见'),
              status: 'normal',
              color: 'gray',
              ...request('hidden'),
              ...when(all(is('flag', 'isFalse'))),
            },
          ],
        },
        [],
        'c_ButtonBlock',
      ),
      node(
        'ButtonList',
        {
          direction: 'horizontal',
          buttons: {
            type: 'ButtonList',
            list: [
              {
                id: 'bl1',
                text: text('列表按钮'),
                status: 'normal',
                color: 'gray',
                ...request('list_${name}', ['rows', { variable: 'rows' }]),
              },
            ],
          },
        },
        [],
        'c_ButtonList',
      ),
      node(
        'ButtonGroup',
        { buttonsSource: 'variable', dynamicButtons: ref('buttons'), buttonSpacing: 8 },
        [],
        'c_ButtonGroupData',
      ),
      node(
        'ButtonGroup',
        {
          buttonsSource: 'fixed',
          fixedButtonIds: ['1', '2'],
          fixedButtons: [
            { id: '1', type: 'button' },
            { id: '2', type: 'menuButton' },
          ],
          buttonSpacing: 8,
        },
        [
          node(
            'FixedSingleButton',
            { text: text('固定按钮'), ...normal, ...blue, ...request('fixed_one') },
            [],
            'c_FixedSingleButton',
          ),
          node(
            'DropdownButton',
            {
              text: text('下拉'),
              ...normal,
              color: fixed('dynamicSelect', 'gray'),
              actionSheetItems: [
                {
                  id: '1',
                  actionSheetStyle: 'default',
                  actionSheetName: text('第一项'),
                  actionSheetAction: 'request',
                  actionSheetRequestItemActionId: text('menu_first'),
                  actionSheetRequestItemParams: params(['n', '1']),
                },
                {
                  id: '1',
                  actionSheetStyle: 'destructive',
                  actionSheetName: text('打开'),
                  actionSheetAction: 'url',
                  actionSheetUrlItemUrl: fixed('dynamicLink', 'https://a.example/menu'),
                },
              ],
            },
            [],
            'c_DropdownButton',
          ),
        ],
        'c_ButtonGroup',
      ),
      heading('输入'),
      node(
        'Input',
        {
          id: text('remark'),
          title: text('备注'),
          placeholder: text('写点什么'),
          currentValue: text('${remark}'),
          ...normal,
          actionType: 'request',
          params: params(['via', 'popup']),
        },
        [],
        'c_Input',
      ),
      node(
        'Input',
        {
          id: text('inline'),
          inlineMode: true,
          textArea: true,
          placeholder: text('多行'),
          ...normal,
          actionType: 'setLocalState',
          localVarAction: ref('l_text', 'string'),
          params: [],
        },
        [],
        'c_InputInline',
      ),
      node(
        'SelectBlock',
        {
          id: text('select'),
          placeholder: text('请选择'),
          options: options('一', '二'),
          currentIndex: fixed('dynamicNumber', -1),
          ...normal,
          actionType: 'request',
          params: params(['kind', 'select']),
        },
        [],
        'c_SelectBlock',
      ),
      node(
        'SelectBlock',
        {
          id: text('select_data'),
          placeholder: text('请选择'),
          options: bound('dynamicSelectOptions', 'choices', []),
          ...normal,
          actionType: 'setLocalState',
          localVarAction: ref('l_select', 'object'),
          params: [],
        },
        [],
        'c_SelectBlockLocal',
      ),
      node(
        'MultiSelectBlock',
        {
          id: text('multi'),
          placeholder: text('可多选'),
          options: options('一', '二', '三'),
          currentIndexes: ref('l_multi'),
          ...normal,
          actionType: 'request',
          params: params(['kind', 'multi']),
        },
        [],
        'c_MultiSelectBlock',
      ),
      node(
        'MultiSelectBlock',
        {
          id: text('multi_local'),
          placeholder: text('可多选'),
          options: options('一', '二', '三'),
          ...normal,
          actionType: 'setLocalState',
          localVarAction: ref('l_object', 'dynamicObject'),
          keyOfDynamicObject: text('multi'),
          params: [],
        },
        [],
        'c_MultiSelectBlockLocal',
      ),
      node(
        'DatePickerBlock',
        {
          id: text('day'),
          pickerType: 'date',
          format: text('yyyy-MM-dd'),
          placeholder: text('选日期'),
          ...normal,
          actionType: 'request',
          params: params(['kind', 'date']),
        },
        [],
        'c_DatePickerBlock',
      ),
      node(
        'DatePickerBlock',
        {
          id: text('moment'),
          pickerType: 'datetime',
          format: text('yyyy-MM-dd HH:mm'),
          placeholder: text('选时间'),
          ...normal,
          actionType: 'setLocalState',
          localVarAction: ref('l_date', 'string'),
          params: [],
        },
        [],
        'c_DatePickerBlockLocal',
      ),
      node(
        'Checkbox',
        {
          checked: ref('agreed', 'boolean'),
          disabled: fixed('dynamicBoolean', false),
          actionType: 'request',
          params: params(['agree', { variable: 'agreed' }]),
        },
        [],
        'c_Checkbox',
      ),
      node(
        'Checkbox',
        {
          checked: ref('l_check', 'boolean'),
          actionType: 'setLocalState',
          localVarAction: ref('l_check', 'boolean'),
          params: [],
        },
        [],
        'c_CheckboxLocal',
      ),
      node(
        'CheckboxList',
        {
          listData: ref('rows'),
          actionType: 'setLocalState',
          localVarAction: ref('l_radio', 'number'),
          updateVarValue: ref('rows[0].value', 'number'),
          contentCheckable: true,
        },
        [item('label')],
        'c_CheckboxList',
      ),
      node(
        'CheckboxListMulti',
        {
          listData: ref('rows'),
          actionType: 'setLocalState',
          localVarAction: ref('l_checks', 'numberArray'),
          updateVarValue: ref('rows[0].value', 'number'),
        },
        [item('label')],
        'c_CheckboxListMulti',
      ),
      node(
        'CheckableTags',
        {
          type: 1,
          tags: {
            type: 'DynamicList',
            valueType: 'fixed',
            value: [
              { label: text('快'), value: text('fast') },
              { label: text('好'), value: text('good') },
            ],
          },
          actionType: 'setLocalState',
          localVariable: ref('l_tags', 'stringArray'),
        },
        [],
        'c_CheckableTags',
      ),
      node(
        'CheckableTags',
        {
          type: 0,
          tags: {
            type: 'DynamicList',
            valueType: 'fixed',
            value: [
              { label: text('是'), value: text('1') },
              { label: text('否'), value: text('2') },
            ],
          },
          actionType: 'setLocalState',
          singleLocalVariable: ref('l_tag', 'string'),
        },
        [],
        'c_CheckableTagsSingle',
      ),
      node(
        'Form',
        {
          id: 'form',
          formSchema: ref('fields'),
          submitText: text('提交'),
          ...normal,
          actionType: 'request',
          params: params(['source', 'form']),
        },
        [],
        'c_Form',
      ),
      node(
        'Form',
        {
          id: 'custom',
          formSchema: ref('fields'),
          ...normal,
          customSubmitEvent: true,
          actionType: 'request',
        },
        [
          node(
            'SingleButton',
            {
              text: text('自定义提交'),
              ...normal,
              ...blue,
              ...request('custom_submit', ['form', ''], ['extra', 'yes']),
            },
            [],
            'c_FormButton',
          ),
        ],
        'c_FormCustom',
      ),
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
    ],
    'c_Card',
  ),
});
