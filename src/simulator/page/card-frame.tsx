import { memo, useCallback } from 'react';
import type { Gesture } from '../../card/act/gesture.js';
import type { LiveCard } from '../../card/act/live-card.js';
import type { CardView as CardData } from '../card-view.js';
import { CardBoundary } from './card-boundary.js';
import { DataTable } from './data-table.js';
import { PaintedCard } from './paint/painted-card.js';
import { visibleText } from './paint/visible-text.js';
import type { Shelved } from './shelf.js';
import { TapForm } from './tap-form.js';
import { useCard, usePage } from './use-page.js';

/** A card as one person sees it; its data as a table where there is no template file. */
export function CardFrame({ outTrackId, userId }: { outTrackId: string; userId: string }) {
  const { t } = usePage();
  const { data, live, key } = useCard(outTrackId, userId);
  const failed = (problem: string) => (
    <div className="card-plain" role="alert">
      <p>{t('page.cardFailed', { detail: visibleText(problem) })}</p>
      {data?.is === 'ready' && <DataTable data={data.value.view} />}
    </div>
  );
  return (
    <CardBoundary subject={live?.data() ?? data} failed={failed}>
      {live ? <DrawnCard live={live} cardKey={key} /> : <PlainCard data={data} />}
    </CardBoundary>
  );
}

const Painted = memo(PaintedCard);

function DrawnCard({ live, cardKey }: { live: LiveCard; cardKey: string }) {
  const { store, state, t } = usePage();
  const view = live.view();
  const onGesture = useCallback(
    (nodeKey: string, gesture: Gesture) => store.live.act(cardKey, nodeKey, gesture),
    [store, cardKey],
  );
  const summary = view.summary === '' ? t('page.cardSummary') : visibleText(view.summary);
  return (
    <article className="card" aria-label={summary}>
      {view.root ? (
        <Painted
          view={view}
          onGesture={onGesture}
          drafts={store.live.draftsOf(cardKey)}
          lang={state.place.switches.language === 'zh_Hans' ? 'zh' : 'en'}
        />
      ) : (
        <p className="card-plain">{t('page.cardEmpty')}</p>
      )}
    </article>
  );
}

function PlainCard({ data }: { data: Shelved<CardData> | undefined }) {
  const { store, t } = usePage();
  if (data === undefined || data.is === 'loading') {
    return (
      <p className="card-plain" role="status">
        {t('page.loading')}
      </p>
    );
  }
  if (data.is === 'absent') {
    return <p className="card-plain">{t('page.cardGone', { detail: data.message })}</p>;
  }
  const { cardTemplateId, outTrackId, userId, view } = data.value;
  const template = store.templates.get(cardTemplateId);
  if (template === undefined || template.is === 'loading') {
    return (
      <p className="card-plain" role="status">
        {t('page.loading')}
      </p>
    );
  }
  return (
    <article className="card card-plain" aria-label={t('page.cardSummary')}>
      <DataTable data={view} />
      <p className="hint">{t('page.noFile', { cardTemplateId })}</p>
      <TapForm outTrackId={outTrackId} userId={userId} />
    </article>
  );
}
