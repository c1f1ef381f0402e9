import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readTemplate } from '../../src/card/template/read-template.js';
import { simTemplateOf } from '../../src/simulator/sim-template.js';

const examples = path.resolve(import.meta.dirname, '../../examples');
const cardTemplateId = '0f6f1c0a-9a57-4c2e-8d3b-5f0a4f6f2d11.schema';

function of(name: string) {
  const exported = readFileSync(path.join(examples, name, 'template.json'), 'utf8');
  return simTemplateOf({ cardTemplateId, name, exported, template: readTemplate(exported) });
}

test('an approval card has its variables, none of which is streamed', () => {
  const template = of('approval');
  expect(template).toMatchObject({ cardTemplateId, name: 'approval', status: 'published' });
  expect(template.variables?.length).toBeGreaterThan(2);
  expect(template.variables?.filter(({ streaming }) => streaming)).toEqual([]);
  expect(template.hasErrorState).toBeUndefined();
  expect(template.exported).toContain('editorData');
});

test('an AI card streams its markdown, has flowStatus once, and says whether it can fail', () => {
  const template = of('ai-answer');
  expect(template.variables).toContainEqual(
    expect.objectContaining({ type: 'markdown', streaming: true }),
  );
  expect(template.variables?.filter(({ name }) => name === 'flowStatus')).toHaveLength(1);
  expect(typeof template.hasErrorState).toBe('boolean');
});

test('flowStatus is known of an AI card that does not declare it', () => {
  const bare = readTemplate('{}');
  const template = simTemplateOf({
    cardTemplateId,
    exported: '{}',
    template: { ...bare, extendType: 'AI' },
  });
  expect(template.variables).toEqual([{ name: 'flowStatus', type: 'string', streaming: false }]);
});
