import { renderToStaticMarkup } from 'react-dom/server';
import { cardWord } from '../../../i18n/card-words.js';
import type { Lang } from '../../../i18n/sentence.js';
import cardCss from './card.css?raw';
import { createFormDrafts } from './form-drafts.js';
import { PaintedCard, type PaintedCardProps } from './painted-card.js';
import { oneLine, visibleText } from './visible-text.js';

export interface RenderHtmlOptions {
  readonly lang: Lang;
  readonly title: string;
}

/** No scripts, no requests but for pictures, nothing that embeds or is posted to. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src http: https: data:; base-uri 'none'; form-action 'none'";

const pageCss = `
html { color-scheme: light dark; }
body { margin: 0; padding: 24px; display: flex; justify-content: center; background: #f2f3f5; }
body[data-theme='dark'] { background: #141414; }
`;

/** A whole HTML document with a picture of the card: its controls are drawn and do nothing. */
export function renderCardHtml(
  view: PaintedCardProps['view'],
  { lang, title }: RenderHtmlOptions,
): string {
  const { theme } = view.evaluation.switches;
  const document = renderToStaticMarkup(
    <html lang={lang === 'zh' ? 'zh-CN' : 'en'}>
      <head>
        <meta charSet="utf-8" />
        <meta httpEquiv="Content-Security-Policy" content={POLICY} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>{oneLine(title)}</title>
        <style>{STYLE}</style>
      </head>
      <body data-theme={theme}>
        {view.root === undefined && <p>{cardWord(lang, 'card.empty')}</p>}
        <PaintedCard
          view={view}
          onGesture={() => Promise.resolve()}
          drafts={createFormDrafts()}
          lang={lang}
          inert
        />
      </body>
    </html>,
  );
  // Values of inputs are kept as they are for whoever edits them; nobody edits here, and a terminal
  // may be where this is printed. Text of a style element may not be escaped, and React would do so.
  return `<!doctype html>\n${visibleText(document).replace(
    `<style>${STYLE}</style>`,
    () => `<style>${pageCss}${cardCss}</style>`,
  )}\n`;
}

const STYLE = 'dtcard-style-sheet';
