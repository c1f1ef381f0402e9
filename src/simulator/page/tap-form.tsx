import { useState } from 'react';
import { isJsonObject, parseJson } from '../../base/json-text.js';
import type { TapResult } from '../tap.js';
import { usePage } from './use-page.js';

export interface TapFormProps {
  readonly outTrackId: string;
  readonly userId: string;
}

/** Sends a callback by hand: without a template file nobody knows what there is to touch. */
export function TapForm({ outTrackId, userId }: TapFormProps) {
  const { store, t } = usePage();
  const [actionId, setActionId] = useState('');
  const [params, setParams] = useState('{}');
  const parsed = parseJson(params);
  const isUsable = parsed.ok && isJsonObject(parsed.value) && actionId.trim() !== '';
  const send = async () => {
    if (!isUsable) return;
    const tap = { outTrackId, userId, actionIds: [actionId.trim()], params: parsed.value };
    const sent = await store.api.send<TapResult>('POST', '/tap', tap);
    if (!sent.ok) store.toast(sent.message, 'error');
    else if (sent.value.outcome === 'expired') store.toast(t('page.tap.expired'), 'error');
    else if (sent.value.outcome === 'undeliverable') {
      store.toast(t('page.step.undeliverable', { reason: sent.value.reason }), 'error');
    }
  };
  return (
    <details className="tap-form">
      <summary>{t('page.tap.byHand')}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <label className="field">
          <span>actionId</span>
          <input value={actionId} onChange={(event) => setActionId(event.target.value)} />
        </label>
        <label className="field">
          <span>params</span>
          <textarea
            rows={2}
            value={params}
            aria-invalid={!parsed.ok}
            onChange={(event) => setParams(event.target.value)}
          />
        </label>
        <button type="submit" className="primary" disabled={!isUsable}>
          {t('page.tap.send')}
        </button>
      </form>
    </details>
  );
}
