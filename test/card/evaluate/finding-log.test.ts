import { describe, expect, it } from 'vitest';
import { createFindingLog } from '../../../src/card/evaluate/finding-log.js';
import { readTemplate } from '../../../src/card/template/read-template.js';
import { templateText } from '../../support/card-evaluation.js';

const root = '$.editorData.schema.componentsTree[0]';

function logOf() {
  const button = {
    componentName: 'SingleButton',
    id: 'b',
    props: { text: { type: 'dynamicString', content: '${a}' }, id: 'x ${b}' },
  };
  const tag = { componentName: 'Tag', id: 't', props: { text: { content: '${c}' } } };
  const card = {
    componentName: 'Card',
    id: 'n0',
    props: { slot: { type: 'JSSlot', value: [tag] } },
    children: [button],
  };
  const template = readTemplate(templateText({ schema: { componentsTree: [card] } }));
  return { template, log: createFindingLog(template) };
}

describe('what evaluating finds', () => {
  it('stands where the wrapper stands, in slots too', () => {
    const { template, log } = logOf();
    const wrapper = template.root?.children[0]?.props['text'];
    const slotted = template.root?.slots['slot']?.[0]?.props['text'];
    log.within(wrapper, () => log.within({ other: 1 }, () => log.find('T300', 'a', { name: 'a' })));
    log.within('x ${b}', () => log.find('T300', 'b', { name: 'b' }));
    log.within(slotted, () => log.find('T300', 'c', { name: 'c' }));
    log.within({ from: 'elsewhere' }, () => log.find('T300', 'd', { name: 'd' }));
    log.find('T300', 'e', { name: 'e' }, '$.here');
    expect(log.findings.map(({ path }) => path)).toEqual([
      `${root}.children[0].props.text`,
      `${root}.children[0].props.id`,
      `${root}.props.slot.value[0].props.text`,
      root,
      '$.here',
    ]);
  });

  it('is said once for each thing and two hundred times at most', () => {
    const { log } = logOf();
    for (const what of ['a', 'b', 'a']) log.find('T300', what, { name: what });
    log.find('T302', 'a', {});
    expect(log.findings).toHaveLength(3);
    for (let index = 0; index < 1000; index++) log.find('T300', `n${index}`, {});
    expect(log.findings).toHaveLength(200);
  });

  it('goes on after a reader that throws', () => {
    const { template, log } = logOf();
    const wrapper = template.root?.children[0]?.props['text'];
    expect(() =>
      log.within(wrapper, () => {
        throw new Error('odd');
      }),
    ).toThrow('odd');
    log.find('T300', 'a', {});
    expect(log.findings[0]?.path).toBe(root);
  });
});
