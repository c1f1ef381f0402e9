import { useState } from 'react';
import { parseMarkdown } from '../../card/markdown/parse-markdown.js';
import type { RichNode } from '../../card/view/view-node.js';
import { createFormDrafts } from './paint/form-drafts.js';
import { PaintedCard } from './paint/painted-card.js';
import { visibleText } from './paint/visible-text.js';
import { usePage } from './use-page.js';

/** A message of the bot: plain text, or markdown as cards draw it. */
export function BotText({ text, markdown }: { text: string; markdown: boolean }) {
  const { state } = usePage();
  const { switches, lang } = state.place;
  const [drafts] = useState(createFormDrafts);
  if (!markdown) return <p className="bubble">{visibleText(text)}</p>;
  const root: RichNode = {
    kind: 'rich',
    key: 'text',
    nodeId: 'text',
    component: 'MarkdownBlock',
    blocks: parseMarkdown(text, { switches }),
    streaming: false,
    style: { size: 14, lineHeight: 22, colour: 'inherit' },
  };
  return (
    <div className="bubble bubble-markdown">
      <PaintedCard
        view={{ root, evaluation: { switches } }}
        onGesture={() => Promise.resolve()}
        drafts={drafts}
        lang={lang}
      />
    </div>
  );
}
