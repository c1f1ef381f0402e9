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
  const { userId, lang } = state.place;
  const own = entry.kind === 'message' && entry.userId === userId;
  const name =
    entry.kind === 'message' ? personName(world, entry.userId) : botName(world, undefined);
  const time = timeText(entry.atMs, lang);
  return (
    <div className="entry" data-own={own} data-kind={entry.kind}>
      <Avatar name={name} bot={entry.kind !== 'message'} />
      <div className="entry-body">
        <p className="entry-head">
          <span className="entry-name">{visibleText(name)}</span> <time>{time}</time>
        </p>
        {entry.kind === 'message' && <p className="bubble">{visibleText(entry.text)}</p>}
        {entry.kind === 'message' && !entry.delivered && (
          <p className="undelivered">{t('page.undelivered')}</p>
        )}
        {entry.kind === 'bot' && <BotText text={entry.text} markdown={entry.markdown} />}
        {entry.kind === 'card' && <CardEntry outTrackId={entry.outTrackId} topbox={entry.topbox} />}
      </div>
    </div>
  );
}

function CardEntry({ outTrackId, topbox }: { outTrackId: string; topbox: boolean }) {
  const { store, state, t } = usePage();
  const { userId, outTrackId: chosen, panel } = state.place;
  const { data } = useCard(outTrackId, userId);
  const inspect = () => store.go({ outTrackId, panel: panel ?? 'events' });
  // Delivered to this chat, but not to this person: recipients of their own, or another's chat.
  if (data?.is === 'ready' && !data.value.visible) return null;
  return (
    <div className="card-entry" data-chosen={chosen === outTrackId && panel !== undefined}>
      {topbox && <p className="hint">{t('page.topbox')}</p>}
      <CardFrame outTrackId={outTrackId} userId={userId} />
      <button type="button" className="inspect" onClick={inspect}>
        {t('page.inspect')}
      </button>
    </div>
  );
}
