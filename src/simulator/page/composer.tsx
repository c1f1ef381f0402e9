import { type KeyboardEvent, useState } from 'react';
import type { MessageResult } from '../message-pushes.js';
import { usePage } from './use-page.js';

export interface ComposerProps {
  readonly userId: string;
  readonly conversationId: string;
  /** False: no bot is in the chat. */
  readonly writable: boolean;
}

/** Where messages to the bot are typed: Enter sends, Shift and Enter begin a new line. */
export function Composer({ userId, conversationId, writable }: ComposerProps) {
  const { store, t } = usePage();
  const [text, setText] = useState('');
  const send = async () => {
    const message = text.trim();
    if (message === '') return;
    setText('');
    const body = { userId, conversationId, text: message };
    const sent = await store.api.send<MessageResult>('POST', '/message', body);
    if (sent.ok) return;
    setText((typed) => (typed === '' ? message : typed));
    store.toast(t('page.notSent', { detail: sent.message }), 'error');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter that chooses a word of an input method is not meant for us.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void send();
  };
  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <textarea
        aria-label={t('page.message')}
        placeholder={writable ? t('page.typeHere') : t('page.notWritable')}
        value={text}
        rows={3}
        disabled={!writable}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className="composer-foot">
        <span className="hint">{t('page.enterSends')}</span>
        <button type="submit" className="primary" disabled={!writable || text.trim() === ''}>
          {t('page.send')}
        </button>
      </div>
    </form>
  );
}
