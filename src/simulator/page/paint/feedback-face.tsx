import type { ReactNode } from 'react';
import type { Gesture } from '../../../card/act/gesture.js';
import type { FeedbackNode } from '../../../card/view/view-node.js';
import { frameStyle } from './node-style.js';
import { Nodes } from './nodes.js';
import { type FaceProps, usePainting } from './painting.js';
import { useGesture } from './use-gesture.js';

type Part = Extract<Gesture, { type: 'feedback' }>['part'];

/** Strokes of a 16×16 sign. */
const signs: Record<Part, ReactNode> = {
  like: (
    <path d="M5 7v6H2.5V7zM5 7l3-5c1.2 0 1.8.9 1.5 2L9 6h3.6c.9 0 1.5.8 1.3 1.6l-1 4.2c-.2.7-.8 1.2-1.5 1.2H5" />
  ),
  dislike: (
    <path d="M11 9V3h2.5v6zM11 9l-3 5c-1.2 0-1.8-.9-1.5-2L7 10H3.4c-.9 0-1.5-.8-1.3-1.6l1-4.2c.2-.7.8-1.2 1.5-1.2H11" />
  ),
  copy: <path d="M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3" />,
  refresh: <path d="M13.5 8a5.5 5.5 0 1 1-1.7-4M13.5 1.5v3h-3" />,
  share: <path d="M9 2.5l5 4.5-5 4.5V9c-3.5 0-5.5 1-7 3.5C2.5 8.5 5 5.5 9 5z" />,
};

export function FeedbackFace({ node, flow }: FaceProps<FeedbackNode>) {
  const { word, control } = usePainting();
  const { busy, send } = useGesture(node.key);
  const part = (name: Part, pressed?: boolean) => (
    <button
      type="button"
      className="dt-feedback-part"
      aria-label={word(`feedback.${name}`)}
      title={word(`feedback.${name}`)}
      aria-pressed={pressed}
      {...control}
      onClick={(event) => {
        event.stopPropagation();
        send({ type: 'feedback', part: name });
      }}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        {signs[name]}
      </svg>
    </button>
  );
  return (
    <div
      className={`dt-feedback${node.divider ? ' dt-feedback--line' : ''}${node.margin ? '' : ' dt-inset'}`}
      aria-busy={busy}
      style={frameStyle(node, flow)}
      title={node.tooltip}
    >
      <div className="dt-feedback-rest">
        <Nodes nodes={node.children} flow="row" />
      </div>
      {node.refresh && part('refresh')}
      {node.share && part('share')}
      {node.copy && part('copy')}
      {node.likeDislike && part('like', node.chosen === 'like')}
      {node.likeDislike && part('dislike', node.chosen === 'dislike')}
    </div>
  );
}
