import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fidelityDocument, proofFile, proofs } from '../../scripts/fidelity.js';
import { cardSettingDefinitions } from '../../src/card/card-settings.js';
import { componentSupport } from '../../src/card/support.js';
import { componentBuilders } from '../../src/card/view/builders.js';
import { fidelityMessages } from '../../src/i18n/fidelity.js';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

/** The components of the format (template-format §5.4), and two that third parties describe. */
const known =
  'Grid BaseText Divider SingleButton AICardStatusContainer Loop Markdown AICardContent MarkdownBlock Card Input Icon Checkbox DatePickerBlock Image AICardContainer AIPending Feedback AIGenerationProcessing BaseTextBlock Tag CollapsePanel CardHeaderV2 Column SelectBlock ProgressBar Chart DividerBlock MultiSelectBlock Form ButtonGroup ColumnLayout GridLayout CheckableTags StdCard ButtonBlock CheckboxList CheckboxListMulti Table ButtonList Avatar FixedSingleButton DropdownButton StdCardThumbContent Link ScrollerLayout'.split(
    ' ',
  );

describe('docs/fidelity.md', () => {
  it('is what the table says (node --import tsx scripts/fidelity.ts)', () => {
    expect(read('docs/fidelity.md')).toBe(fidelityDocument());
  });

  it('has every component of the format, and every one has a builder', () => {
    expect(known.filter((name) => !componentSupport.has(name))).toEqual([]);
    expect([...componentSupport.keys()].filter((name) => !componentBuilders.has(name))).toEqual([]);
  });

  it('names for each component drawn in full a test that exists', () => {
    const full = [...componentSupport].filter(([, { level }]) => level === 'full');
    expect(full.length).toBeGreaterThan(10);
    expect(Object.keys(proofs).sort()).toEqual(full.map(([name]) => name).sort());
    const missing = Object.values(proofs).filter(
      ([file, name]) => !read(proofFile(file)).includes(`'${name}'`),
    );
    expect(missing).toEqual([]);
  });

  it('says of each partial one what is approximated, in words', () => {
    const words = [...componentSupport.values()].flatMap(({ approximations }) => approximations);
    expect(words.filter((word) => !Object.hasOwn(fidelityMessages, word))).toEqual([]);
    expect(Object.keys(fidelityMessages).filter((word) => !words.includes(word))).toEqual([]);
    const unsaid = [...componentSupport].filter(
      ([, one]) => one.level === 'partial' && one.approximations.length === 0,
    );
    expect(unsaid).toEqual([]);
  });

  it('names every setting', () => {
    const text = read('docs/fidelity.md');
    expect(
      Object.keys(cardSettingDefinitions).filter((name) => !text.includes(`\`${name}\``)),
    ).toEqual([]);
  });
});
