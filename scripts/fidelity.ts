// Writes docs/fidelity.md from the table the support reports come from.
// Run: node --import tsx scripts/fidelity.ts
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { cardSettingDefinitions } from '../src/card/card-settings.js';
import { componentSupport } from '../src/card/support.js';
import { approximationSentence } from '../src/i18n/fidelity.js';

/** For each component drawn in full, the test that shows it: file and name. */
export const proofs: Readonly<Record<string, readonly [file: string, name: string]>> = {
  Card: ['view/layout/card', 'a white box with round corners, dark in the dark'],
  StdCard: ['view/layout/std-card', 'icon, name and tag stand over the content'],
  StdCardThumbContent: [
    'view/layout/std-card',
    'the top box shows the thumb content and nothing else, a chat everything else',
  ],
  AICardStatusContainer: [
    'view/layout/ai-card',
    'the container of the state is drawn and no other',
  ],
  AICardContent: ['view/layout/ai-card', 'its text streams while it is written'],
  AIPending: ['view/layout/ai-card', 'the container of the state is drawn and no other'],
  AIGenerationProcessing: ['view/text/generated', 'says that an AI wrote it'],
  GridLayout: ['view/layout/loop', 'GridLayout'],
  CollapsePanel: [
    'view/controls/collapse-panel',
    'the local variable named after its id and its node opens and closes it',
  ],
  Divider: ['view/text/divider', 'the grey of the editor changes with the theme'],
  DividerBlock: ['view/text/divider', 'the block has its own padding'],
  Tag: ['view/text/tag', 'a hollow pill has a border of its colour'],
  ProgressBar: ['view/controls/progress-bar', 'shows its share in its colour'],
  CheckableTags: ['view/controls/checkable-tags', 'are drawn with labels and values'],
  Checkbox: [
    'view/controls/checkbox',
    'shows its checked value and can be touched without a status',
  ],
  CheckboxList: [
    'view/controls/check-list',
    'draws each item from the template and marks the one that is kept',
  ],
  CheckboxListMulti: ['view/controls/check-list', 'marks all that are kept'],
};

export const proofFile = (file: string) => `test/card/${file}.test.ts`;

/** What no terminal can show as the page does. */
const terminal: readonly (readonly [what: string, instead: string])[] = [
  ['text sizes', 'bold for headings and large texts, one size otherwise'],
  ['pictures', 'a box with what is known of them: name, address, size'],
  ['icons', 'a similar character, else the name between colons'],
  ['charts', 'bars, a sparkline, or a list with percentages'],
  ['px', 'cells of about 8 by 18 px; thin margins may vanish'],
  ['gradients, shadows, round corners', 'one colour, or a frame'],
  ['hover, tooltips, animations', 'not shown'],
];

/** The whole document. */
export function fidelityDocument(): string {
  return `# Fidelity

How faithfully each component of an exported template is drawn. This file is written from the table
the program reports from (\`node --import tsx scripts/fidelity.ts\`); every render and every card of the
page lists the rows that concern it.

*full*: everything the format is known to say about it is drawn. *partial*: something is approximated,
and the table says what. An unknown component is a *placeholder* that names it, with its children.
What a component sends when it is touched is in docs/templates.md.

| component | | what is approximated, or the test that shows it whole |
|---|---|---|
${[...componentSupport].map(([name, support]) => row(name, support)).join('\n')}

## In the terminal

The terminal paints the same tree. What it cannot show:

| on a client | in the terminal |
|---|---|
${terminal.map(([what, instead]) => `| ${what} | ${instead} |`).join('\n')}

## Not certain

Where the format leaves something open there is a setting (\`dtcard sim --setting <name>=<value>\`):

| setting | default | what it decides |
|---|---|---|
${Object.entries(cardSettingDefinitions)
  .map(([name, one]) => `| \`${name}\` | \`${String(one.default)}\` | ${one.meaning} |`)
  .join('\n')}

Exact text metrics, animations and the differences between DingTalk's own clients are not reproduced.
HTML files of \`dtcard template render\` show folded content unfolded, and their controls are inert.
`;
}

type Support = typeof componentSupport extends ReadonlyMap<string, infer V> ? V : never;

function row(name: string, { level, approximations }: Support): string {
  const proof = proofs[name];
  const what =
    level === 'full'
      ? proof && `\`${proofFile(proof[0])}\`: ${proof[1]}`
      : approximations.map((word) => approximationSentence(word, 'en')).join('; ');
  if (what === undefined) throw new Error(`${name} is drawn in full and no test is named`);
  return `| ${name} | ${level} | ${what} |`;
}

const self = fileURLToPath(import.meta.url);
if (process.argv[1] !== undefined && path.resolve(process.argv[1]) === self) {
  writeFileSync(
    path.join(path.dirname(path.dirname(self)), 'docs/fidelity.md'),
    fidelityDocument(),
  );
}
