import { Box, Text } from 'ink';
import { Component, type ReactNode, useSyncExternalStore } from 'react';
import { truncate } from '../base/display-width.js';
import { CursorContext } from './components/cursor.js';
import { Footer } from './components/footer.js';
import { HeaderBar } from './components/header-bar.js';
import { ThemeContext } from './components/theme-context.js';
import { CardScreen } from './screens/card-screen.js';
import { ComposeScreen } from './screens/compose-screen.js';
import { FeedScreen, type RoomyLayout } from './screens/feed-screen.js';
import { HelpScreen } from './screens/help-screen.js';
import { minimumSize } from './state/layout.js';
import type { Frame, UiStore } from './state/ui-store.js';
import type { CursorPlace } from './terminal/frame-stream.js';
import type { Theme } from './theme/theme.js';

export interface AppProps {
  readonly store: UiStore;
  readonly title: string;
  readonly theme: Theme;
  readonly setCursor: (place: CursorPlace | undefined) => void;
  readonly onCrash: (error: unknown) => void;
}

/** The screen as the store's frame says it is. */
export function App({ store, title, theme, setCursor, onCrash }: AppProps) {
  return (
    <CrashBoundary onCrash={onCrash}>
      <ThemeContext.Provider value={theme}>
        <CursorContext.Provider value={setCursor}>
          <Screen store={store} title={title} />
        </CursorContext.Provider>
      </ThemeContext.Provider>
    </CrashBoundary>
  );
}

function Screen({ store, title }: Pick<AppProps, 'store' | 'title'>) {
  const frame = useSyncExternalStore(store.subscribe, store.frame);
  const { layout } = frame;
  if (layout.mode === 'tooSmall') {
    const text = frame.data.t('tui.tooSmall', { ...minimumSize });
    return <Text wrap="truncate">{truncate(text, minimumSize.columns)}</Text>;
  }
  return (
    <Box flexDirection="column" width={layout.columns} height={layout.rows}>
      <HeaderBar frame={frame} title={title} width={layout.columns} />
      <Body frame={frame} layout={layout} />
      <Footer frame={frame} width={layout.columns} />
    </Box>
  );
}

interface BodyProps {
  readonly frame: Frame;
  readonly layout: RoomyLayout;
}

function Body({ frame, layout }: BodyProps) {
  switch (frame.ui.screen) {
    case 'feed':
      return <FeedScreen frame={frame} layout={layout} />;
    case 'compose':
      return <ComposeScreen frame={frame} layout={layout} />;
    case 'card':
      return <CardScreen frame={frame} layout={layout} />;
    case 'help':
      return <HelpScreen top={frame.ui.helpTop} layout={layout} t={frame.data.t} />;
  }
}

interface CrashBoundaryProps {
  readonly onCrash: (error: unknown) => void;
  readonly children: ReactNode;
}

/** The terminal is given back before anybody prints the error. */
class CrashBoundary extends Component<CrashBoundaryProps, { readonly hasCrashed: boolean }> {
  override state = { hasCrashed: false };

  static getDerivedStateFromError(): { readonly hasCrashed: boolean } {
    return { hasCrashed: true };
  }

  override componentDidCatch(error: unknown): void {
    this.props.onCrash(error);
  }

  override render(): ReactNode {
    return this.state.hasCrashed ? null : this.props.children;
  }
}
