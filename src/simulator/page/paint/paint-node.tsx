import type { ViewNode } from '../../../card/view/view-node.js';
import { AvatarFace } from './avatar-face.js';
import { BoxFace } from './box-face.js';
import { ButtonFace } from './button-face.js';
import { ChartFace } from './chart-face.js';
import { CheckListFace } from './check-list-face.js';
import { CheckboxFace } from './checkbox-face.js';
import { CollapseFace } from './collapse-face.js';
import { DateFace } from './date-face.js';
import { DividerFace } from './divider-face.js';
import { FeedbackFace } from './feedback-face.js';
import { FormFace } from './form-face.js';
import { GeneratedFace } from './generated-face.js';
import { IconFace } from './icon-face.js';
import { ImageFace } from './image-face.js';
import { InputFace } from './input-face.js';
import { NodeBoundary } from './node-boundary.js';
import { frameStyle } from './node-style.js';
import { Nodes } from './nodes.js';
import type { FaceProps } from './painting.js';
import { PendingFace } from './pending-face.js';
import { PlaceholderBox } from './placeholder-box.js';
import { ProgressFace } from './progress-face.js';
import { RichFace } from './rich-face.js';
import { SelectFace } from './select-face.js';
import { TableFace } from './table-face.js';
import { TagFace } from './tag-face.js';
import { TagPickerFace } from './tag-picker-face.js';
import { TextFace } from './text-face.js';
import { oneLine } from './visible-text.js';

/** One node of a view, whatever it is. */
export function PaintNode({ node, flow }: FaceProps<ViewNode>) {
  const { tooltip } = node;
  return (
    <NodeBoundary node={node}>
      <Face
        node={tooltip === undefined ? node : { ...node, tooltip: oneLine(tooltip) }}
        flow={flow}
      />
    </NodeBoundary>
  );
}

function Face({ node, flow }: FaceProps<ViewNode>) {
  switch (node.kind) {
    case 'box':
      return <BoxFace node={node} flow={flow} />;
    case 'text':
      return <TextFace node={node} flow={flow} />;
    case 'rich':
      return <RichFace node={node} flow={flow} />;
    case 'divider':
      return <DividerFace node={node} flow={flow} />;
    case 'image':
      return <ImageFace node={node} flow={flow} />;
    case 'icon':
      return <IconFace node={node} flow={flow} />;
    case 'avatar':
      return <AvatarFace node={node} flow={flow} />;
    case 'tag':
      return <TagFace node={node} flow={flow} />;
    case 'progress':
      return <ProgressFace node={node} flow={flow} />;
    case 'table':
      return <TableFace node={node} flow={flow} />;
    case 'chart':
      return <ChartFace node={node} flow={flow} />;
    case 'button':
      return <ButtonFace node={node} flow={flow} />;
    case 'input':
      return <InputFace node={node} flow={flow} />;
    case 'select':
      return <SelectFace node={node} flow={flow} />;
    case 'date':
      return <DateFace node={node} flow={flow} />;
    case 'checkbox':
      return <CheckboxFace node={node} flow={flow} />;
    case 'checkList':
      return <CheckListFace node={node} flow={flow} />;
    case 'tagPicker':
      return <TagPickerFace node={node} flow={flow} />;
    case 'collapse':
      return <CollapseFace node={node} flow={flow} />;
    case 'form':
      return <FormFace node={node} flow={flow} />;
    case 'pending':
      return <PendingFace node={node} flow={flow} />;
    case 'feedback':
      return <FeedbackFace node={node} flow={flow} />;
    case 'generated':
      return <GeneratedFace node={node} flow={flow} />;
    case 'placeholder':
      return (
        <PlaceholderBox why={node.why} what={node.what} style={frameStyle(node, flow)}>
          <Nodes nodes={node.children} />
        </PlaceholderBox>
      );
  }
}
