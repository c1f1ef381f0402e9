import type { SelectNode } from '../../../card/view/view-node.js';
import { controlOff } from './control-off.js';
import { frameStyle } from './node-style.js';
import { type FaceProps, usePainting } from './painting.js';
import { SelectBox } from './select-box.js';
import { useGesture } from './use-gesture.js';

export function SelectFace({ node, flow }: FaceProps<SelectNode>) {
  const { busy, send } = useGesture(node.key);
  const { word } = usePainting();
  const { off, title } = controlOff(node, word);
  return (
    <div className="dt-field" style={frameStyle(node, flow)} title={title}>
      <SelectBox
        label={node.placeholder}
        multiple={node.multiple}
        placeholder={node.placeholder}
        options={node.options}
        selected={node.selected}
        disabled={off}
        busy={busy || node.state === 'loading'}
        onChange={(indexes) => {
          if (node.multiple) send({ type: 'pickMany', indexes });
          else if (indexes[0] !== undefined) send({ type: 'pick', index: indexes[0] });
        }}
        onRemove={(index) => send({ type: 'removeChip', index })}
      />
    </div>
  );
}
