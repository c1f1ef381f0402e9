import { type KeyboardEvent, useRef } from 'react';
import { DataPanel } from './data-panel.js';
import { EventsPanel } from './events-panel.js';
import { type PanelName, panelNames } from './page-place.js';
import { visibleText } from './paint/visible-text.js';
import { SimulatorPanel } from './simulator-panel.js';
import { SupportPanel } from './support-panel.js';
import { usePage } from './use-page.js';
import { ViewPanel } from './view-panel.js';
import { ViewersPanel } from './viewers-panel.js';
import type { WorldState } from './world-state.js';

/** Everything about the chosen card, and how it is looked at. Escape closes it. */
export function SidePanel({ world }: { world: WorldState }) {
  const { store, state, t } = usePage();
  const tabs = useRef<HTMLDivElement>(null);
  const { panel, outTrackId } = state.place;
  if (panel === undefined) return null;
  const onTabKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const count = panelNames.length;
    const at = (panelNames.indexOf(panel) + step + count) % count;
    store.go({ panel: panelNames[at] as PanelName });
    tabs.current?.querySelectorAll<HTMLElement>('[role=tab]')[at]?.focus();
  };
  return (
    <aside
      className="side"
      data-panel={panel}
      aria-label={t('page.panel')}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) store.closePanel();
      }}
    >
      <header className="side-header">
        <div
          ref={tabs}
          className="tabs"
          role="tablist"
          aria-label={t('page.panel')}
          onKeyDown={onTabKey}
        >
          {panelNames.map((name) => (
            <button
              key={name}
              type="button"
              role="tab"
              id={`tab-${name}`}
              aria-selected={name === panel}
              aria-controls="side-content"
              tabIndex={name === panel ? 0 : -1}
              onClick={() => store.go({ panel: name })}
            >
              {t(`page.tab.${name}`)}
            </button>
          ))}
        </div>
        <button
          type="button"
          className="close"
          aria-label={t('page.close')}
          onClick={() => store.closePanel()}
        >
          ✕
        </button>
      </header>
      <div
        id="side-content"
        className="side-content"
        role="tabpanel"
        aria-labelledby={`tab-${panel}`}
        tabIndex={0}
      >
        {outTrackId !== undefined && panel !== 'simulator' && panel !== 'view' && (
          <p className="track">
            <code>{visibleText(outTrackId)}</code>
          </p>
        )}
        <Content world={world} panel={panel} outTrackId={outTrackId} />
      </div>
    </aside>
  );
}

interface ContentProps {
  readonly world: WorldState;
  readonly panel: PanelName;
  readonly outTrackId: string | undefined;
}

function Content({ world, panel, outTrackId }: ContentProps) {
  const { t } = usePage();
  if (panel === 'simulator') return <SimulatorPanel world={world} />;
  if (panel === 'view') return <ViewPanel />;
  if (outTrackId === undefined) return <p className="hint">{t('page.noCard')}</p>;
  switch (panel) {
    case 'events':
      return <EventsPanel key={outTrackId} outTrackId={outTrackId} world={world} />;
    case 'data':
      return <DataPanel outTrackId={outTrackId} />;
    case 'viewers':
      return <ViewersPanel outTrackId={outTrackId} world={world} />;
    case 'support':
      return <SupportPanel outTrackId={outTrackId} />;
  }
}
