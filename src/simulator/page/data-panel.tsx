import { DataTable } from './data-table.js';
import { visibleText } from './paint/visible-text.js';
import { useCard, usePage } from './use-page.js';

/** What the chosen person has of the card: public, their own, and what only this client knows. */
export function DataPanel({ outTrackId }: { outTrackId: string }) {
  const { state, t } = usePage();
  const { data, live } = useCard(outTrackId, state.place.userId);
  if (data?.is !== 'ready') return <p className="hint">{t('page.loading')}</p>;
  const { cardTemplateId, cardData, userPrivateData } = data.value;
  const local = Object.entries(live?.data().localData ?? {});
  return (
    <>
      <h2>{t('page.template')}</h2>
      <p>
        <code>{visibleText(cardTemplateId)}</code>
      </p>
      <h2>{t('page.publicData')}</h2>
      <DataTable data={cardData} />
      <h2>{t('page.privateData')}</h2>
      <DataTable data={userPrivateData} />
      <h2>{t('page.localData')}</h2>
      <DataTable
        data={Object.fromEntries(local.map(([name, value]) => [name, JSON.stringify(value)]))}
      />
    </>
  );
}
