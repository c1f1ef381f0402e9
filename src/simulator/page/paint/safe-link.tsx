import type { ReactNode } from 'react';
import { safeLink } from './safe-url.js';
import { oneLine } from './visible-text.js';

/** A link that leaves the page; plain text when its scheme is none that may be opened. */
export function SafeLink({ url, children }: { url: string; children: ReactNode }) {
  const href = safeLink(url);
  if (href === undefined) return <span>{children}</span>;
  return (
    <a
      className="dt-link"
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      title={oneLine(href)}
      // The link wins over the box around it.
      onClick={(event) => event.stopPropagation()}
    >
      {children}
    </a>
  );
}
