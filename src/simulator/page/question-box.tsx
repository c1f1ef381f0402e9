import { type ReactNode, useEffect, useRef } from 'react';
import { isWebAddress } from './card-host.js';
import { visibleText } from './paint/visible-text.js';
import type { Question } from './questions.js';
import { usePage } from './use-page.js';

/** Confirmations, menus, pages and pictures that cards open. Escape closes each of them. */
export function QuestionBox() {
  const { store } = usePage();
  const question = store.questions.current;
  if (!question) return null;
  return <Box question={question} />;
}

function Box({ question }: { question: Question }) {
  const { t } = usePage();
  switch (question.kind) {
    case 'confirm': {
      const { title, message, okText, cancelText } = question.dialog;
      return (
        <Dialog title={title} onClose={() => question.settle(false)}>
          <p>{visibleText(message)}</p>
          <div className="dialog-buttons">
            <button type="button" onClick={() => question.settle(false)}>
              {visibleText(cancelText) || t('page.cancel')}
            </button>
            <button type="button" className="primary" onClick={() => question.settle(true)}>
              {visibleText(okText) || t('page.ok')}
            </button>
          </div>
        </Dialog>
      );
    }
    case 'menu':
      return (
        <Dialog title={question.menu.title} onClose={() => question.settle(undefined)}>
          <p>{visibleText(question.menu.message)}</p>
          <ul className="menu" role="menu">
            {question.menu.items.map(({ text, description, destructive }, index) => (
              <li key={index} role="none">
                <button
                  type="button"
                  role="menuitem"
                  data-destructive={destructive === true}
                  onClick={() => question.settle(index)}
                >
                  {visibleText(text)}
                  {description && <small>{visibleText(description)}</small>}
                </button>
              </li>
            ))}
          </ul>
          <div className="dialog-buttons">
            <button type="button" onClick={() => question.settle(undefined)}>
              {t('page.cancel')}
            </button>
          </div>
        </Dialog>
      );
    case 'modal':
      return (
        <Dialog title={question.title} onClose={() => question.settle(undefined)}>
          <p>{t('page.modal')}</p>
          <p>
            <Address url={question.url} />
          </p>
          <Close onClick={() => question.settle(undefined)} />
        </Dialog>
      );
    case 'picture':
      return (
        <Dialog title={t('page.picture')} onClose={() => question.settle(undefined)}>
          {/^(https:|data:image\/)/i.test(question.url) && (
            <img className="picture" src={question.url} alt={t('page.picture')} />
          )}
          <p>
            <Address url={question.url} />
          </p>
          <Close onClick={() => question.settle(undefined)} />
        </Dialog>
      );
  }
}

function Close({ onClick }: { onClick: () => void }) {
  const { t } = usePage();
  return (
    <div className="dialog-buttons">
      <button type="button" onClick={onClick}>
        {t('page.close')}
      </button>
    </div>
  );
}

function Address({ url }: { url: string }) {
  const shown = visibleText(url.slice(0, 500));
  if (!isWebAddress(url)) return <code>{shown}</code>;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {shown}
    </a>
  );
}

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

function Dialog({ title, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { t } = usePage();
  useEffect(() => {
    if (dialog.current && !dialog.current.open) dialog.current.showModal();
  }, []);
  const name = visibleText(title);
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-label={name || t('page.question')}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      {name !== '' && <h2>{name}</h2>}
      {children}
    </dialog>
  );
}
