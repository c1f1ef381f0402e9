import { useId } from 'react';
import type { CollapseNode } from '../../../card/view/view-node.js';
import { frameStyle } from './node-style.js';
import { Nodes } from './nodes.js';
import { type FaceProps, usePainting } from './painting.js';
import { useGesture } from './use-gesture.js';
import { oneLine } from './visible-text.js';

export function CollapseFace({ node, flow }: FaceProps<CollapseNode>) {
  const { control } = usePainting();
  const { busy, send } = useGesture(node.key);
  const id = useId();
  return (
    <section className="dt-collapse" style={frameStyle(node, flow)} title={node.tooltip}>
      <button
        type="button"
        className="dt-collapse-header"
        aria-expanded={node.open}
        aria-controls={id}
        aria-busy={busy}
        {...control}
        onClick={(event) => {
          event.stopPropagation();
          send({ type: 'tap' });
        }}
      >
        <span className="dt-isolate">{oneLine(node.title)}</span>
        <span className="dt-caret" aria-hidden="true" />
      </button>
      <div id={id} className="dt-collapse-content" hidden={!node.open}>
        <Nodes nodes={node.children} />
      </div>
    </section>
  );
}
