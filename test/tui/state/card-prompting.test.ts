import { describe, expect, it } from 'vitest';
import { type Given, promptHost } from '../../../src/tui/state/card-prompting.js';
import type { CardPrompt } from '../../../src/tui/state/card-ui.js';

function host(...answers: readonly Given[]) {
  const asked: CardPrompt[] = [];
  const left = [...answers];
  const made = promptHost((prompt) => {
    asked.push(prompt);
    return Promise.resolve(left.shift());
  });
  return { ...made, asked };
}

describe('what a card asks of its client', () => {
  const dialog = { title: '确定吗？', message: '不能撤回', okText: '确定', cancelText: '取消' };

  it('is confirmed by the first of two choices', async () => {
    const { confirm, asked } = host([0], [1], undefined);
    expect([await confirm(dialog), await confirm(dialog), await confirm(dialog)]).toEqual([
      true,
      false,
      false,
    ]);
    expect(asked[0]).toEqual({
      is: 'list',
      title: '确定吗？  不能撤回',
      items: ['确定', '取消'],
      at: 0,
    });
  });

  it('is chosen from a list', async () => {
    const menu = { title: '更多', message: '', items: [{ text: '转交', description: '给同事' }] };
    const { choose, asked } = host([0], undefined);
    expect([await choose(menu), await choose(menu)]).toEqual([0, undefined]);
    expect(asked[0]).toMatchObject({ title: '更多', items: ['转交  给同事'] });
  });

  it('is typed where it prompts for a text', async () => {
    const { clientApi, asked } = host('备注', undefined);
    const params = { title: '填写', message: '原因', defaultText: '旧' };
    expect(await clientApi('device.notification.prompt', params)).toEqual({
      buttonIndex: 0,
      value: '备注',
    });
    expect(asked[0]).toMatchObject({ is: 'text', title: '填写', hint: '原因' });
    expect(await clientApi('device.notification.prompt', null)).toEqual({ buttonIndex: 1 });
  });

  it('does not exist otherwise', async () => {
    const { clientApi, asked } = host();
    expect(await clientApi('biz.util.scan', {})).toBeUndefined();
    expect(asked).toEqual([]);
  });
});
