import { Avatar } from './avatar.js';
import { visibleText } from './paint/visible-text.js';
import { usePage } from './use-page.js';
import { chatsOf, type WorldState } from './world-state.js';

/** Whose eyes the page looks through. */
export function PeopleSwitch({ world }: { world: WorldState }) {
  const { store, state, t } = usePage();
  const choose = (userId: string) => {
    const chats = chatsOf(world, userId);
    const { conversationId } = state.place;
    const stays = chats.some((chat) => chat.conversationId === conversationId);
    const next = stays ? conversationId : (chats[0]?.conversationId ?? '');
    store.go({ userId, conversationId: next });
  };
  return (
    <div className="people" role="group" aria-label={t('page.actAs')}>
      {world.people.map(({ userId, name }) => (
        <button
          key={userId}
          type="button"
          className="person"
          aria-pressed={userId === state.place.userId}
          title={`${visibleText(name)} (${visibleText(userId)})`}
          onClick={() => choose(userId)}
        >
          <Avatar name={name} />
          <span className="person-name">{visibleText(name)}</span>
        </button>
      ))}
    </div>
  );
}
