import type { GeneratedNode } from '../../../card/view/view-node.js';
import { frameStyle } from './node-style.js';
import type { FaceProps } from './painting.js';
import { SafeLink } from './safe-link.js';
import { visibleText } from './visible-text.js';

export function GeneratedFace({ node, flow }: FaceProps<GeneratedNode>) {
  return (
    <small className="dt-generated dt-isolate" style={frameStyle(node, flow)} title={node.tooltip}>
      {node.link ? (
        <SafeLink url={node.link}>{visibleText(node.text)}</SafeLink>
      ) : (
        visibleText(node.text)
      )}
    </small>
  );
}
