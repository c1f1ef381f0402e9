import { visibleText } from './paint/visible-text.js';
import { usePage } from './use-page.js';

export function Toasts() {
  const { state } = usePage();
  return (
    <div className="toasts" role="status" aria-live="polite">
      {state.toasts.map(({ id, text, kind }) => (
        <p key={id} className="toast" data-kind={kind}>
          {visibleText(text)}
        </p>
      ))}
    </div>
  );
}
