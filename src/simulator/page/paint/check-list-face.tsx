import { useId } from 'react';
import type { CheckListNode } from '../../../card/view/view-node.js';
import { controlOff } from './control-off.js';
import { frameStyle } from './node-style.js';
import { Nodes } from './nodes.js';
import { type FaceProps, usePainting } from './painting.js';
import { useGesture } from './use-gesture.js';

export function CheckListFace({ node, flow }: FaceProps<CheckListNode>) {
  const { control, word } = usePainting();
  const { off, title } = controlOff(node, word);
  const { busy, send } = useGesture(node.key);
  const id = useId();
  const change = (index: number) =>
    send(node.multiple ? { type: 'toggleItem', index } : { type: 'pick', index });
  return (
    <div
      className="dt-check-list"
      role={node.multiple ? 'group' : 'radiogroup'}
      aria-busy={busy || node.state === 'loading'}
      style={frameStyle(node, flow)}
      title={title}
    >
      {node.items.map((item, index) => (
        <div
          key={item.key}
          className="dt-check-item"
          onClick={() => {
            if (node.contentTaps && !off) change(index);
          }}
        >
          <input
            type={node.multiple ? 'checkbox' : 'radio'}
            className={node.multiple ? 'dt-check' : 'dt-check dt-check--radio'}
            name={id}
            checked={item.checked}
            aria-labelledby={`${id}-${index}`}
            {...control}
            disabled={off}
            onClick={(event) => event.stopPropagation()}
            onChange={() => change(index)}
          />
          <div id={`${id}-${index}`} className="dt-check-content">
            <Nodes nodes={item.children} />
          </div>
        </div>
      ))}
    </div>
  );
}
