import { ChatColumn } from './chat-column.js';
import { ChatList } from './chat-list.js';
import { NoticeBar } from './notice-bar.js';
import { PeopleSwitch } from './people-switch.js';
import { QuestionBox } from './question-box.js';
import { SidePanel } from './side-panel.js';
import { Toasts } from './toasts.js';
import { usePage } from './use-page.js';

export function App() {
  const { state, t } = usePage();
  const { place, world } = state;
  return (
    <div className="page" data-theme={place.switches.theme} lang={place.lang}>
      <NoticeBar />
      {world === undefined ? (
        <p className="page-empty" role="status">
          {t('page.loading')}
        </p>
      ) : (
        <div className="columns">
          <nav className="rail" aria-label={t('page.rail')}>
            <PeopleSwitch world={world} />
            <ChatList world={world} />
          </nav>
          <ChatColumn world={world} />
          <SidePanel world={world} />
        </div>
      )}
      <QuestionBox />
      <Toasts />
    </div>
  );
}
