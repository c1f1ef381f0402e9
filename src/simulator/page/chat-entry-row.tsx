import type { ReactNode } from 'react';
import { Avatar } from './avatar.js';
import { BotText } from './bot-text.js';
import { CardFrame } from './card-frame.js';
import type { ChatEntry } from './chat-log.js';
import { visibleText } from './paint/visible-text.js';
import { timeText } from './time-text.js';
import { useCard, usePage } from './use-page.js';
import { botName, personName, type WorldState } from './world-state.js';

/** One message, bot message or card in the flow. */
export function ChatEntryRow({ entry, world }: { entry: ChatEntry; world: WorldState }) {
  const { state, t } = usePage();
  const bot = botName(world, undefined);
  if (entry.kind === 'card') return <CardRow entry={entry} name={bot} />;
  if (entry.kind === 'bot') {
    return (
      <Row entry={entry} name={bot} own={false}>
        <BotText text={entry.text} markdown={entry.markdown} />
      </Row>
    );
  }
  const own = entry.userId === state.place.userId;
  return (
    <Row entry={entry} name={personName(world, entry.userId)} own={own}>
      <p className="bubble">{visibleText(entry.text)}</p>
      {!entry.delivered && <p className="undelivered">{t('page.undelivered')}</p>}
    </Row>
  );
}

interface RowProps {
  readonly entry: ChatEntry;
  readonly name: string;
  readonly own: boolean;
  readonly children: ReactNode;
}

function Row({ entry, name, own, children }: RowProps) {
  const { state } = usePage();
  return (
    <div className="entry" data-own={own} data-kind={entry.kind}>
      <Avatar name={name} bot={entry.kind !== 'message'} />
      <div className="entry-body">
        <p className="entry-head">
          <span className="entry-name">{visibleText(name)}</span>{' '}
          <time>{timeText(entry.atMs, state.place.lang)}</time>
        </p>
        {children}
      </div>
    </div>
  );
}

function CardRow(props: { entry: Extract<ChatEntry, { kind: 'card' }>; name: string }) {
  const { store, state, t } = usePage();
  const { entry, name } = props;
  const { outTrackId } = entry;
  const { userId, outTrackId: chosen, panel } = state.place;
  const { data } = useCard(outTrackId, userId);
  const inspect = () => store.go({ outTrackId, panel: panel ?? 'events' });
  // Delivered to this chat, but not to this person.
  if (data?.is === 'ready' && !data.value.visible) return null;
  return (
    <Row entry={entry} name={name} own={false}>
      <div className="card-entry" data-chosen={chosen === outTrackId && panel !== undefined}>
        {entry.topbox && <p className="hint">{t('page.topbox')}</p>}
        <CardFrame outTrackId={outTrackId} userId={userId} />
        <button type="button" className="inspect" onClick={inspect}>
          {t('page.inspect')}
        </button>
      </div>
    </Row>
  );
}
