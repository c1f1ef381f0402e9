import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { visibleText } from './visible-text.js';

export interface DialogBoxProps {
  readonly title: string;
  readonly message?: string;
  readonly okText: string;
  readonly cancelText: string;
  readonly onOk: () => void;
  readonly onCancel: () => void;
  readonly children?: ReactNode;
}

/** A modal question. Enter in a field answers it, Escape cancels. */
export function DialogBox(props: DialogBoxProps) {
  const { title, message, okText, cancelText, onOk, onCancel, children } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element !== null && !element.open) element.showModal();
    // Closing gives the focus back to whatever had it; taking the element away does not.
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="dt-dialog"
      aria-labelledby={`${id}-title`}
      onCancel={(event) => {
        event.preventDefault();
        onCancel();
      }}
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          onOk();
        }}
      >
        <h2 id={`${id}-title`} className="dt-isolate">
          {visibleText(title)}
        </h2>
        {message && <p className="dt-isolate">{visibleText(message)}</p>}
        {children}
        <div className="dt-dialog-buttons">
          <button type="button" className="dt-button dt-button--gray" onClick={onCancel}>
            {visibleText(cancelText)}
          </button>
          <button type="submit" className="dt-button dt-button--blue">
            {visibleText(okText)}
          </button>
        </div>
      </form>
    </dialog>
  );
}
