import { useState } from 'react';
import type { SelectNode } from '../../../card/view/view-node.js';
import { controlOff } from './control-off.js';
import { frameStyle } from './node-style.js';
import { type FaceProps, usePainting } from './painting.js';
import { SelectBox } from './select-box.js';
import { useGesture } from './use-gesture.js';

/** Several choices are made first and sent when the list is closed, all of them at once. */
export function SelectFace({ node, flow }: FaceProps<SelectNode>) {
  const { word } = usePainting();
  const { off, title } = controlOff(node, word);
  const { busy, send } = useGesture(node.key);
  const [choosing, setChoosing] = useState<readonly number[]>();
  return (
    <div className="dt-field" style={frameStyle(node, flow)} title={title}>
      <SelectBox
        label={node.placeholder}
        multiple={node.multiple}
        placeholder={node.placeholder}
        options={node.options}
        selected={choosing ?? node.selected}
        disabled={off}
        busy={busy || node.state === 'loading'}
        onChange={(indexes) => {
          if (node.multiple) setChoosing(indexes);
          else if (indexes[0] !== undefined) send({ type: 'pick', index: indexes[0] });
        }}
        onClose={() => {
          setChoosing(undefined);
          if (choosing && choosing.join() !== node.selected.join()) {
            send({ type: 'pickMany', indexes: choosing });
          }
        }}
        onRemove={(index) => send({ type: 'removeChip', index })}
      />
    </div>
  );
}
