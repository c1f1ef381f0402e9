import type { SimPerson } from '../world.js';
import { CardFrame } from './card-frame.js';
import { visibleText } from './paint/visible-text.js';
import { useCard, usePage } from './use-page.js';
import type { WorldState } from './world-state.js';

/** The same card as everybody has it, side by side. */
export function ViewersPanel({ outTrackId, world }: { outTrackId: string; world: WorldState }) {
  return (
    <div className="viewers">
      {world.people.map((person) => (
        <Viewer key={person.userId} outTrackId={outTrackId} person={person} />
      ))}
    </div>
  );
}

function Viewer({ outTrackId, person }: { outTrackId: string; person: SimPerson }) {
  const { t } = usePage();
  const { data } = useCard(outTrackId, person.userId);
  const unseen = data?.is === 'ready' && !data.value.visible;
  const name = visibleText(person.name);
  return (
    <section className="viewer" aria-label={t('page.seenBy', { who: name })}>
      <h3>{name}</h3>
      {unseen ? (
        <p className="hint">{t('page.notDelivered')}</p>
      ) : (
        <CardFrame outTrackId={outTrackId} userId={person.userId} />
      )}
    </section>
  );
}
