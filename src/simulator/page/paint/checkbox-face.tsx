import type { CheckboxNode } from '../../../card/view/view-node.js';
import { controlOff } from './control-off.js';
import { px } from './css-value.js';
import { frameStyle } from './node-style.js';
import { type FaceProps, usePainting } from './painting.js';
import { useGesture } from './use-gesture.js';
import { oneLine } from './visible-text.js';

/** Only data changes what it shows: the server, or a local variable, decides (template-format §4.4). */
export function CheckboxFace({ node, flow }: FaceProps<CheckboxNode>) {
  const { control, word } = usePainting();
  const { off, title } = controlOff(node, word);
  const { busy, send } = useGesture(node.key);
  const size = px(node.size) ?? 16;
  return (
    <input
      type="checkbox"
      className="dt-check"
      checked={node.checked}
      aria-label={oneLine(node.tooltip ?? node.nodeId)}
      aria-busy={busy || node.state === 'loading'}
      {...control}
      disabled={off}
      title={title}
      style={{
        ...frameStyle({ ...node, width: { kind: 'fit' } }, flow),
        width: size,
        height: size,
      }}
      onClick={(event) => event.stopPropagation()}
      onChange={() => send({ type: 'tap' })}
    />
  );
}
