// Writes the project's own card templates: those of examples/ and those the tests use.
// Run: node --import tsx scripts/templates.ts
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { aiAnswer } from './templates/ai-answer.js';
import { aiStates } from './templates/ai-states.js';
import { allActions } from './templates/all-actions.js';
import { allComponents } from './templates/all-components.js';
import { approval } from './templates/approval.js';
import { leaveForm } from './templates/leave-form.js';
import { lunchVote } from './templates/lunch-vote.js';
import { standardCard } from './templates/standard-card.js';

/** Path from the project's root → exported text. */
export function generatedTemplates(): ReadonlyMap<string, string> {
  return new Map([
    ['examples/approval/template.json', approval],
    ['examples/leave-form/template.json', leaveForm],
    ['examples/ai-answer/template.json', aiAnswer],
    ['examples/lunch-vote/template.json', lunchVote],
    ['test/fixtures/templates/all-components.json', allComponents],
    ['test/fixtures/templates/all-actions.json', allActions],
    ['test/fixtures/templates/ai-states.json', aiStates],
    ['test/fixtures/templates/standard-card.json', standardCard],
  ]);
}

const self = fileURLToPath(import.meta.url);
if (process.argv[1] !== undefined && path.resolve(process.argv[1]) === self) {
  const root = path.dirname(path.dirname(self));
  for (const [name, content] of generatedTemplates()) {
    const file = path.join(root, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}
