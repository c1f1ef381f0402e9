import type { GeneratedNode } from '../../../card/view/view-node.js';
import { frameStyle } from './node-style.js';
import { type FaceProps, usePainting } from './painting.js';
import { SafeLink } from './safe-link.js';
import { visibleText } from './visible-text.js';

export function GeneratedFace({ node, flow }: FaceProps<GeneratedNode>) {
  const { word } = usePainting();
  return (
    <small className="dt-generated dt-isolate" style={frameStyle(node, flow)} title={node.tooltip}>
      {visibleText(node.text)}
      {node.link && (
        <>
          {' '}
          <SafeLink url={node.link}>{word('generated.more')}</SafeLink>
        </>
      )}
    </small>
  );
}
