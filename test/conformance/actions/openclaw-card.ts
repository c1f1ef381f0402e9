import type { ActionCase } from '../../support/action-case.js';

const menu = {
  title: '',
  message: '是否中止任务?',
  items: [{ text: '立即中止', destructive: true }, { text: '取消' }],
};

const fold = (id: string, flowStatus: '1' | '2' | '3'): ActionCase => ({
  says: `state ${flowStatus} unfolds`,
  key: `${id}/fold`,
  scene: { switches: { flowStatus } },
  does: [{ type: 'setLocal', changes: [{ name: '_cardFoldStatusLocalDataKey', value: true }] }],
});

/** openclaw's AI card with a stop menu, buttons from data and a copy column (template-format §4.7). */
export const openclawCard: readonly ActionCase[] = [
  ...[0, 1, 2].flatMap((index): ActionCase[] => [
    {
      says: `button ${index} of a block while it is written`,
      key: `node_ocmnee6af5g@4/data${index}`,
      sends: [['request', { key: 'value' }]],
    },
    {
      says: `button ${index} of a block when it is done`,
      key: `node_ocmnd5z3kwt@4/data${index}`,
      scene: { switches: { flowStatus: '3' } },
      sends: [['request', { key: 'value' }]],
    },
  ]),
  {
    says: '立即中止 sends btn_stop',
    key: 'node_ocmnee6af55',
    chooses: [0],
    sends: [['btn_stop', { action: 'true' }]],
    does: [{ type: 'menu', menu, chosen: 0 }, 'answered'],
  },
  {
    says: '取消 does nothing',
    key: 'node_ocmnee6af55',
    chooses: [1],
    does: [
      { type: 'menu', menu, chosen: 1 },
      { type: 'nothing', why: 'none' },
    ],
  },
  {
    says: 'the copy column copies copy_content, not the leftover chain',
    key: 'node_ocmnd5z3kwj',
    scene: { cardParamMap: { copy_content: '全文' }, switches: { flowStatus: '3' } },
    does: [{ type: 'copy', text: '全文' }],
  },
  {
    says: 'and says when there is nothing to copy',
    key: 'node_ocmnd5z3kwj',
    scene: { switches: { flowStatus: '3' } },
    does: [{ type: 'nothing', why: 'nothing-to-copy' }],
  },
  fold('node_ocmncu094g2', '1'),
  fold('node_ocmncu094g4', '2'),
  fold('node_ocmncu094g7', '3'),
];
