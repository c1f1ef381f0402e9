import { type KeyboardEvent, useRef } from 'react';
import { Avatar } from './avatar.js';
import type { ChatEntry } from './chat-log.js';
import { visibleText } from './paint/visible-text.js';
import { timeText } from './time-text.js';
import { useCard, usePage } from './use-page.js';
import { chatsOf, looseChatId, type OwnChat, personName, type WorldState } from './world-state.js';

/** The chats of the chosen person, newest first, each with its last line. */
export function ChatList({ world }: { world: WorldState }) {
  const { store, state, t } = usePage();
  const { userId, conversationId, lang } = state.place;
  const list = useRef<HTMLUListElement>(null);
  const lastOf = (id: string) => store.chats?.entriesOf(id).at(-1);
  const chats = ownChats(
    world,
    userId,
    store.chats?.conversationIds ?? [],
    t('page.looseChat'),
  ).toSorted(
    (a, b) => (lastOf(b.conversationId)?.atMs ?? 0) - (lastOf(a.conversationId)?.atMs ?? 0),
  );
  const open = (id: string) => store.go({ conversationId: id });
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const at = chats.findIndex((chat) => chat.conversationId === conversationId);
    const next = chats[Math.min(Math.max(at + step, 0), chats.length - 1)];
    if (!next) return;
    open(next.conversationId);
    const options = list.current?.querySelectorAll<HTMLElement>('[role=option]') ?? [];
    options[chats.indexOf(next)]?.focus();
  };
  return (
    <ul
      ref={list}
      className="chats"
      role="listbox"
      aria-label={t('page.chats')}
      onKeyDown={onKeyDown}
    >
      {chats.map((chat) => {
        const isOpen = chat.conversationId === conversationId;
        const last = lastOf(chat.conversationId);
        return (
          <li
            key={chat.conversationId}
            className="chat"
            role="option"
            aria-selected={isOpen}
            tabIndex={isOpen ? 0 : -1}
            onClick={() => open(chat.conversationId)}
          >
            <Avatar name={chat.title} bot={!chat.group} />
            <span className="chat-title">{visibleText(chat.title)}</span>
            <span className="chat-time">{last ? timeText(last.atMs, lang) : ''}</span>
            <span className="chat-last">
              {last && <LastLine entry={last} world={world} group={chat.group} />}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** The chats of the world, and where cards went that no chat of it is meant for. */
function ownChats(
  world: WorldState,
  userId: string,
  used: readonly string[],
  looseTitle: string,
): readonly OwnChat[] {
  const chats = chatsOf(world, userId);
  const loose = looseChatId(userId);
  if (!used.includes(loose)) return chats;
  const title = world.apps[0]?.name ?? looseTitle;
  return [...chats, { conversationId: loose, title, group: false, members: 1, writable: false }];
}

function LastLine(props: { entry: ChatEntry; world: WorldState; group: boolean }) {
  const { entry, world, group } = props;
  if (entry.kind === 'card') return <CardLine outTrackId={entry.outTrackId} />;
  const text = visibleText(entry.text.slice(0, 200));
  if (entry.kind === 'message' && group) {
    return `${visibleText(personName(world, entry.userId))}: ${text}`;
  }
  return text;
}

function CardLine({ outTrackId }: { outTrackId: string }) {
  const { state, t } = usePage();
  const { live } = useCard(outTrackId, state.place.userId);
  const summary = live?.view().summary;
  return summary ? visibleText(summary) : t('page.cardSummary');
}
