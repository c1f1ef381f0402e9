import { useEffect, useRef, useState } from 'react';
import { ChatEntryRow } from './chat-entry-row.js';
import { Composer } from './composer.js';
import { visibleText } from './paint/visible-text.js';
import { usePage } from './use-page.js';
import { botName, chatsOf, type WorldState } from './world-state.js';

/** How many entries are drawn at first; the rest is a button away. */
const SHOWN = 60;

/** The open chat: its flow, and what is typed into it. */
export function ChatColumn({ world }: { world: WorldState }) {
  const { state, t } = usePage();
  const { userId, conversationId } = state.place;
  const chat = chatsOf(world, userId).find((one) => one.conversationId === conversationId);
  const title = chat?.title ?? botName(world, undefined);
  const members = chat?.group ? t('page.members', { count: chat.members }) : '';
  return (
    <main className="chat-column">
      <header className="chat-header">
        <h1>
          {visibleText(title)} <small>{members}</small>
        </h1>
        <Tools world={world} />
      </header>
      <Flow key={`${userId} ${conversationId}`} world={world} title={title} />
      <Composer
        key={conversationId}
        userId={userId}
        conversationId={conversationId}
        writable={chat?.writable ?? false}
      />
    </main>
  );
}

function Tools({ world }: { world: WorldState }) {
  const { store, state, t } = usePage();
  const { place } = state;
  const dark = place.switches.theme === 'dark';
  const bots = world.connections.filter((connection) => connection.state === 'open').length;
  return (
    <div className="tools">
      <span className="bots" data-online={bots > 0}>
        {bots > 0 ? t('page.botOnline', { count: bots }) : t('page.botOffline')}
      </span>
      <button
        type="button"
        aria-pressed={dark}
        onClick={() => {
          const theme = dark ? 'light' : 'dark';
          store.go({ switches: { ...place.switches, theme } });
        }}
      >
        {t('page.dark')}
      </button>
      <button
        type="button"
        onClick={() => store.go({ lang: place.lang === 'zh' ? 'en' : 'zh' })}
        lang={place.lang === 'zh' ? 'en' : 'zh'}
      >
        {place.lang === 'zh' ? 'English' : '中文'}
      </button>
      <button
        type="button"
        aria-expanded={place.panel !== undefined}
        onClick={() => (place.panel ? store.closePanel() : store.go({ panel: 'events' }))}
      >
        {t('page.panel')}
      </button>
    </div>
  );
}

function Flow({ world, title }: { world: WorldState; title: string }) {
  const { store, state, t } = usePage();
  const { conversationId } = state.place;
  const [shown, setShown] = useState(SHOWN);
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const lastTop = useRef(0);
  const entries = store.chats?.entriesOf(conversationId) ?? [];
  const visible = entries.slice(-shown);
  useFollow(box, atEnd);
  return (
    <div
      ref={box}
      className="flow"
      role="log"
      aria-label={t('page.messagesOf', { title: visibleText(title) })}
      tabIndex={0}
      onScroll={({ currentTarget }) => {
        const { scrollHeight, scrollTop, clientHeight } = currentTarget;
        // Content that grew since the last scroll is no sign of somebody leaving the end.
        const isNear = scrollHeight - scrollTop - clientHeight < 40;
        if (isNear || scrollTop < lastTop.current) atEnd.current = isNear;
        lastTop.current = scrollTop;
      }}
    >
      <div className="flow-inside">
        {entries.length > visible.length && (
          <button type="button" className="earlier" onClick={() => setShown(shown + SHOWN)}>
            {t('page.earlier')}
          </button>
        )}
        {entries.length === 0 && <p className="page-empty">{t('page.noMessages')}</p>}
        {visible.map((entry) => (
          <ChatEntryRow key={entry.key} entry={entry} world={world} />
        ))}
      </div>
    </div>
  );
}

/** Stays at the end while entries arrive and cards grow, unless somebody scrolled up. */
function useFollow(
  box: React.RefObject<HTMLDivElement | null>,
  atEnd: React.RefObject<boolean>,
): void {
  useEffect(() => {
    const element = box.current;
    const inside = element?.firstElementChild;
    if (!element || !inside) return;
    const follow = () => {
      if (atEnd.current) element.scrollTo({ top: element.scrollHeight });
    };
    follow();
    const observer = new ResizeObserver(follow);
    observer.observe(inside);
    return () => observer.disconnect();
  }, [box, atEnd]);
}
