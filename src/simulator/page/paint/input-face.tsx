import { useState } from 'react';
import type { InputNode } from '../../../card/view/view-node.js';
import { controlOff } from './control-off.js';
import { DialogBox } from './dialog-box.js';
import { frameStyle } from './node-style.js';
import { type FaceProps, usePainting } from './painting.js';
import { useGesture } from './use-gesture.js';
import { oneLine, visibleText } from './visible-text.js';

export function InputFace({ node, flow }: FaceProps<InputNode>) {
  const { word } = usePainting();
  const { off, title } = controlOff(node, word);
  return (
    <div className="dt-field" style={frameStyle(node, flow)} title={title}>
      {node.inline ? <InlineInput node={node} off={off} /> : <PromptInput node={node} off={off} />}
    </div>
  );
}

/**
 * Typed in place; Enter or leaving it hands the text over. The text stays until the data changes: a
 * card need not keep it anywhere.
 */
function InlineInput({ node, off }: { node: InputNode; off: boolean }) {
  const { drafts, control } = usePainting();
  const { busy, send } = useGesture(node.key);
  const [draft, setDraft] = useState(() => readDraft(drafts.read(node.key)['text']));
  const [known, setKnown] = useState(node.value);
  const [sent, setSent] = useState<string>();
  const keep = (text: string) => {
    setDraft(text);
    drafts.write(node.key, { text });
  };
  if (known !== node.value) {
    setKnown(node.value);
    setSent(undefined);
    if (draft === sent) setDraft(undefined);
  }
  const enter = () => {
    if (draft === undefined || draft === (sent ?? node.value)) return;
    if (!send({ type: 'enter', text: draft })) return;
    setSent(draft);
    drafts.write(node.key, {});
  };
  const shared = {
    className: 'dt-input',
    value: draft ?? node.value,
    placeholder: oneLine(node.placeholder),
    'aria-label': oneLine(node.title || node.placeholder),
    'aria-busy': busy || node.state === 'loading',
    ...control,
    disabled: off,
    onBlur: enter,
  };
  if (!node.multiline) {
    return (
      <input
        type="text"
        {...shared}
        onChange={(event) => keep(event.target.value)}
        onKeyDown={(event) => {
          // Enter that ends the composition of a Chinese word is not meant for the card.
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) enter();
        }}
      />
    );
  }
  return (
    <textarea
      {...shared}
      rows={Math.min(Math.max(node.minRows ?? 3, 1), 30)}
      onChange={(event) => keep(event.target.value)}
    />
  );
}

/** A box that opens a prompt (template-format §4.5: title, message, 提交/取消). */
function PromptInput({ node, off }: { node: InputNode; off: boolean }) {
  const { control } = usePainting();
  const { busy, send } = useGesture(node.key);
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <button
        type="button"
        className={`dt-input dt-input--prompt${node.value === '' ? ' dt-input--empty' : ''}`}
        aria-haspopup="dialog"
        aria-busy={busy || node.state === 'loading'}
        {...control}
        disabled={off}
        onClick={(event) => {
          event.stopPropagation();
          setOpen(true);
        }}
      >
        <span className="dt-isolate">{visibleText(node.value || node.placeholder)}</span>
        <span aria-hidden="true">✎</span>
      </button>
      {isOpen && (
        <Prompt
          node={node}
          onCancel={close}
          onEnter={(text) => {
            close();
            send({ type: 'enter', text });
          }}
        />
      )}
    </>
  );
}

interface PromptProps {
  readonly node: InputNode;
  readonly onEnter: (text: string) => void;
  readonly onCancel: () => void;
}

function Prompt({ node, onEnter, onCancel }: PromptProps) {
  const { word } = usePainting();
  const [text, setText] = useState(node.value);
  const shared = {
    className: 'dt-input',
    value: text,
    placeholder: oneLine(node.placeholder),
    'aria-label': oneLine(node.title || node.placeholder),
    autoFocus: true,
  };
  return (
    <DialogBox
      title={node.title || node.placeholder}
      message={node.message}
      okText={word('dialog.submit')}
      cancelText={word('dialog.cancel')}
      onOk={() => onEnter(text)}
      onCancel={onCancel}
    >
      {node.multiline ? (
        <textarea
          {...shared}
          rows={Math.min(Math.max(node.minRows ?? 4, 2), 30)}
          onChange={(event) => setText(event.target.value)}
        />
      ) : (
        <input type="text" {...shared} onChange={(event) => setText(event.target.value)} />
      )}
    </DialogBox>
  );
}

function readDraft(text: unknown): string | undefined {
  return typeof text === 'string' ? text : undefined;
}
