import type { ProgressNode } from '../../../card/view/view-node.js';
import { cssColour } from './css-value.js';
import { frameStyle } from './node-style.js';
import { type FaceProps, usePainting } from './painting.js';
import { useTap } from './use-gesture.js';

export function ProgressFace({ node, flow }: FaceProps<ProgressNode>) {
  const { word } = usePainting();
  const tap = useTap(node.key, node.tap, node.tooltip);
  const percent = Number.isFinite(node.percent) ? Math.min(Math.max(node.percent, 0), 100) : 0;
  const figure = `${Math.floor(percent)}%`;
  return (
    <div
      {...tap}
      className={node.small ? 'dt-progress dt-progress--small' : 'dt-progress'}
      style={frameStyle(node.small ? { ...node, width: { kind: 'fit' } } : node, flow)}
    >
      {node.small && node.showPercentage && <span className="dt-progress-figure">{figure}</span>}
      <div
        className="dt-progress-track"
        role="progressbar"
        aria-label={word('progress.progress')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.floor(percent)}
      >
        <div
          className="dt-progress-bar"
          style={{ width: `${percent}%`, backgroundColor: cssColour(node.colour) }}
        />
      </div>
      {!node.small && node.showPercentage && <span className="dt-progress-figure">{figure}</span>}
    </div>
  );
}
