import type { TagPickerNode } from '../../../card/view/view-node.js';
import { controlOff } from './control-off.js';
import { frameStyle } from './node-style.js';
import { type FaceProps, usePainting } from './painting.js';
import { useGesture } from './use-gesture.js';
import { oneLine } from './visible-text.js';

export function TagPickerFace({ node, flow }: FaceProps<TagPickerNode>) {
  const { control, word } = usePainting();
  const { off, title } = controlOff(node, word);
  const { busy, send } = useGesture(node.key);
  return (
    <div
      className="dt-tag-picker"
      role="group"
      aria-busy={busy || node.state === 'loading'}
      style={frameStyle(node, flow)}
      title={title}
    >
      {node.tags.map(({ text, selected }, index) => (
        <button
          key={index}
          type="button"
          className="dt-pick dt-isolate"
          aria-pressed={selected}
          {...control}
          disabled={off}
          onClick={(event) => {
            event.stopPropagation();
            send(node.multiple ? { type: 'toggleItem', index } : { type: 'pick', index });
          }}
        >
          {oneLine(text)}
        </button>
      ))}
    </div>
  );
}
