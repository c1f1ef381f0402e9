import { fixed, margins, nodes, type Props, text } from './exported.js';

/** What the sections of the all-components template share. */
export const node = nodes('comp');

export const normal = { status: fixed('dynamicSelect', 'normal') };
export const blue = { color: fixed('dynamicSelect', 'blue') };

/** Options as newer files spell them. */
export const options = (...texts: string[]): Props =>
  fixed(
    'dynamicSelectOptions',
    texts.map((label, index) => ({ text: text(label), value: `v${index}` })),
  );

export const heading = (title: string) =>
  node('BaseText', {
    text: text(title),
    styleType: 'standard',
    styleToken: 'common_h5_bold_text_style',
    ...margins(12, 8, 12, 2),
  });

export const item = (name: string) =>
  node('BaseText', { text: text(`\${loop.${name}}`), widthMode: 'match_content' });
