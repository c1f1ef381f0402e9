import type { DateNode } from '../../../card/view/view-node.js';
import { controlOff } from './control-off.js';
import { DateField } from './date-field.js';
import { frameStyle } from './node-style.js';
import { type FaceProps, usePainting } from './painting.js';
import { useGesture } from './use-gesture.js';

export function DateFace({ node, flow }: FaceProps<DateNode>) {
  const { word } = usePainting();
  const { off, title } = controlOff(node, word);
  const { busy, send } = useGesture(node.key);
  return (
    <div className="dt-field" style={frameStyle(node, flow)} title={title}>
      <DateField
        label={node.placeholder}
        placeholder={node.placeholder || word('select.placeholder')}
        picker={node.picker}
        format={node.format}
        value={node.value}
        disabled={off}
        busy={busy || node.state === 'loading'}
        onChange={(text) => send({ type: 'date', text })}
      />
    </div>
  );
}
