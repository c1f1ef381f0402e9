import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readTemplate } from '../../src/card/template/read-template.js';
import { nodesOf } from '../../src/cli/template-nodes.js';
import { templateSupport } from '../../src/cli/template-support.js';
import { ownTemplates } from '../support/project.js';

describe('how faithfully a template is drawn', () => {
  it.each(ownTemplates)('counts every component of %s', (file) => {
    const template = readTemplate(readFileSync(file, 'utf8'));
    const { components } = templateSupport(template);
    const count = components.reduce((sum, use) => sum + use.count, 0);
    expect(count).toBe([...nodesOf(template)].length);
  });

  it('leaves a place for what it does not know', () => {
    const root = {
      componentName: 'Hologram',
      id: 'r',
      props: {},
      children: [],
      slots: {},
      path: '$',
    };
    expect(templateSupport({ ...readTemplate(''), root })).toEqual({
      components: [{ component: 'Hologram', count: 1, level: 'placeholder', approximations: [] }],
      complete: false,
    });
  });
});
