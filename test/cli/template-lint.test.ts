import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readTemplate } from '../../src/card/template/read-template.js';
import type { TemplateData } from '../../src/cli/template-data.js';
import { allFindings } from '../../src/cli/template-lint.js';
import { ownTemplates } from '../support/project.js';

const approval = ownTemplates.find((file) => file.includes('approval')) ?? '';
const template = readTemplate(readFileSync(approval, 'utf8'));
const data = (source: TemplateData['source']): TemplateData => ({
  source,
  cardParamMap: { nope: 'x' },
  privateData: {},
  viewer: undefined,
  encoded: [],
});

describe('findings', () => {
  it('are about data only of people', () => {
    const codes = (source: TemplateData['source']) =>
      allFindings(template, data(source)).map(({ code }) => code);
    expect(codes('given')).toContain('D103');
    expect(codes('project')).toContain('D103');
    expect([codes('mock'), codes('none')]).toEqual([[], []]);
  });
});
