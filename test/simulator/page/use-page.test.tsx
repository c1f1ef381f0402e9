import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { useCard, usePage } from '../../../src/simulator/page/use-page.js';
import { openPage, setExample } from '../../support/page-store.js';
import { createSimCard } from '../../support/sim-card.js';
import { useSimulator } from '../../support/use-simulator.js';

function Where() {
  const { state, t } = usePage();
  return `${state.place.userId} ${t('page.send')}`;
}

function Card({ outTrackId }: { outTrackId: string }) {
  const { data, live } = useCard(outTrackId, 'manager01');
  return `${data?.is} ${live?.view().root?.kind}`;
}

test('a component reads the store, in its language', async () => {
  const { html, store } = await openPage(await useSimulator());
  expect(html(<Where />)).toBe('manager01 发送');
  store.go({ lang: 'en' });
  expect(html(<Where />)).toBe('manager01 Send');
});

test('a card is what is known of it', async () => {
  const simulator = await useSimulator();
  setExample(simulator);
  const outTrackId = await createSimCard(simulator);
  const { html, card } = await openPage(simulator);
  expect(html(<Card outTrackId={outTrackId} />)).toBe('undefined undefined');
  await card(outTrackId);
  expect(html(<Card outTrackId={outTrackId} />)).toBe('ready box');
});

test('outside of the page there is nothing to read', () => {
  expect(() => renderToStaticMarkup(<Where />)).toThrow('outside of the page');
});
