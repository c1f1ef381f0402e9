import { describe, expect, it } from 'vitest';
import type { TemplateNote } from '../../src/cli/live-templates.js';
import { noteMessage } from '../../src/cli/template-note.js';
import { translator } from '../../src/i18n/translate.js';

const notes: readonly (readonly [TemplateNote, string, string])[] = [
  [{ what: 'changed', alias: '审批' }, 'info', 'template 审批 changed'],
  [{ what: 'rejected', alias: 'a', detail: 'T100' }, 'error', 'the one before stays: T100'],
  [{ what: 'unusable', alias: 'a', detail: 'T100' }, 'error', 'a cannot be used: T100'],
  [{ what: 'projectChanged', file: 'dtcard.yaml' }, 'info', 'dtcard.yaml changed'],
  [{ what: 'projectRejected', file: 'f', detail: '2:1 x' }, 'error', 'stays: 2:1 x'],
];

describe('what happens to templates', () => {
  it.each(notes)('%j is told', (note, level, words) => {
    const message = noteMessage(note);
    expect(message.level).toBe(level);
    expect(translator('en')(message.key, message.params)).toContain(words);
    expect(translator('zh')(message.key, message.params)).toMatch(/[\u4e00-\u9fff]/);
  });
});
