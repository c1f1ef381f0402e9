import { usePage } from './use-page.js';

/** Says when what is on the screen is no longer kept up to date. */
export function NoticeBar() {
  const { state, t } = usePage();
  if (state.link !== 'lost' && state.link !== 'closed') return null;
  return (
    <p className="notice" role="alert">
      {t(state.link === 'lost' ? 'page.lost' : 'page.closed')}
    </p>
  );
}
