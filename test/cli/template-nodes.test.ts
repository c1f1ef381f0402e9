import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { TemplateNode } from '../../src/card/template/card-template.js';
import { readTemplate } from '../../src/card/template/read-template.js';
import { nodesOf } from '../../src/cli/template-nodes.js';
import { ownTemplates } from '../support/project.js';

const node = (id: string, more: Partial<TemplateNode> = {}): TemplateNode => ({
  componentName: 'Grid',
  id,
  props: {},
  children: [],
  slots: {},
  path: '$',
  ...more,
});

describe('the nodes of a template', () => {
  it('come parents first, those in slots before the children', () => {
    const root = node('a', {
      slots: { titleAfterSlot: [node('b', { children: [node('c')] })] },
      children: [node('d'), node('e')],
    });
    const names = [...nodesOf({ ...readTemplate(''), root })].map(({ id }) => id);
    expect(names).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('are none where there is no root', () => {
    expect([...nodesOf(readTemplate('{}'))]).toEqual([]);
  });

  it('are all of them, however deep', () => {
    let root = node('0');
    for (let depth = 1; depth < 20_000; depth++) root = node(String(depth), { children: [root] });
    expect([...nodesOf({ ...readTemplate(''), root })]).toHaveLength(20_000);
  });

  it('are those of the file', () => {
    for (const file of ownTemplates) {
      const template = readTemplate(readFileSync(file, 'utf8'));
      const ids = [...nodesOf(template)].map(({ id }) => id);
      expect(new Set(ids).size, file).toBe(ids.length);
    }
  });
});
