import { describe, expect, it } from 'vitest';
import type { ActionSummary } from '../../src/card/act/action-summary.js';
import { actionLines } from '../../src/output/action-lines.js';

const action: ActionSummary = {
  nodeId: 'n1',
  component: 'SingleButton',
  path: '$',
  label: '同意',
  does: 'request',
  sends: {
    actionId: 'agree',
    written: true,
    params: [
      { name: 'action', from: 'fixed', value: 'accept' },
      { name: 'id', from: 'variable', value: 'rows[0].id' },
      { name: 'text', from: 'component', value: 'Input' },
    ],
  },
  steps: [],
};

describe('what can be touched', () => {
  it('is a line with what is sent', () => {
    expect(actionLines([action], 'en')).toEqual([
      `${'SingleButton'.padEnd(28)} “同意” request → agree {action: "accept", id: \${rows[0].id}, text: <Input>}`,
    ]);
  });

  it('says where the template names no action id', () => {
    const sends = { actionId: 'n1', written: false, params: [] };
    expect(actionLines([{ ...action, sends }], 'en')[0]).toContain('→ n1 (not in the template)');
    const open = { actionId: '', written: true, params: [] };
    expect(actionLines([{ ...action, sends: open }], 'en')[0]).toContain('→ (from the data)');
  });

  it('has the steps of menus and chains below it', () => {
    const { sends: _sends, ...rest } = action;
    const menu: ActionSummary = {
      ...rest,
      part: 'buttons[0]',
      does: 'actionSheet',
      steps: [{ key: 'item 0', does: 'toast', label: '好' }],
    };
    const [head, step] = actionLines([menu], 'en');
    expect(head).toMatch(/^SingleButton\.buttons\[0\] +“同意” actionSheet$/);
    expect(step).toMatch(/^ {2}item 0 +“好” toast$/);
  });
});
