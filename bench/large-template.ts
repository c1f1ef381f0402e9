import {
  all,
  bound,
  exportTemplate,
  fixed,
  is,
  nodes,
  ref,
  request,
  text,
  when,
} from '../scripts/templates/exported.js';

/**
 * A template of about so many characters, the size coming from where it comes from in real ones: a
 * hundred components, each with the defaults of an action bundle it does not use.
 */
export function largeTemplate(characters: number): string {
  const node = nodes('larg');
  const ballast = {
    onAppear: {
      actionType: 'url',
      url: fixed('dynamicLink', ''),
      statPoint: text(''),
      note: '此处是编辑器写下的默认属性。'.repeat(60),
    },
    events: [],
    toastContent: text(''),
    actionSheetItems: [],
    selectOptions: fixed('dynamicSelectOptions', []),
  };
  const sections = [];
  for (let written = 0; written < characters; written += 9650) {
    const tab: string = String((sections.length % 4) + 1);
    sections.push(
      node(
        'Grid',
        { direction: 'vertical', ...ballast, ...when(all(is('tab', 'notEqual', '9'))) },
        [
          node('BaseText', { text: text(`第 ${tab} 节：\${title}`), ...ballast }),
          node('Loop', { listData: ref('rows') }, [
            node('BaseText', { text: text('${row}. ${loop.label}'), ...ballast }),
          ]),
          node('Markdown', {
            content: fixed('dynamicMarkdown', '**重点** ${title}\n\n- 一\n- 二'),
          }),
          node('SingleButton', {
            text: text('提交'),
            ...ballast,
            status: bound('dynamicSelect', 'status'),
            ...request('submit', ['tab', { variable: 'tab' }]),
          }),
          node(
            'Grid',
            {
              ...ballast,
              enableClickEvent: true,
              actionType: 'setLocalState',
              localVarAction: ref('tab', 'string'),
              stringLocalValue: text(tab),
            },
            [node('BaseText', { text: text('切换') })],
          ),
        ],
      ),
    );
  }
  return exportTemplate({
    variables: [
      { name: 'title', type: 'string' },
      { name: 'status', type: 'string' },
      { name: 'rows', type: 'loopArray', fields: [{ name: 'label', type: 'string' }] },
    ],
    expressions: { row: { type: 'number', is: 'subdataIndex() + 1' } },
    locals: { tab: 'string' },
    mock: {
      cardData: { title: '周报', status: 'normal', rows: [{ label: '甲' }, { label: '乙' }] },
    },
    root: node('Card', {}, sections),
  });
}
