import { type KeyboardEvent, useEffect, useRef } from 'react';

export interface Choice {
  readonly text: string;
  readonly description?: string;
  readonly destructive?: boolean;
  readonly selected?: boolean;
}

export interface ChoiceListProps {
  readonly role: 'menu' | 'listbox';
  readonly label: string;
  readonly multiple?: boolean;
  readonly choices: readonly Choice[];
  readonly onChoose: (index: number) => void;
}

/** Choices below each other, walked with the arrow keys, Home, End or a first letter. */
export function ChoiceList({ role, label, multiple, choices, onChoose }: ChoiceListProps) {
  const list = useRef<HTMLUListElement>(null);
  const first = Math.max(
    choices.findIndex(({ selected }) => selected),
    0,
  );
  const start = useRef(first);
  useEffect(() => focusItem(list.current, start.current), []);
  return (
    <ul
      ref={list}
      className="dt-choices"
      role={role}
      aria-label={label}
      {...(multiple ? { 'aria-multiselectable': true } : {})}
      onKeyDown={(event) => walk(event, list.current, choices)}
    >
      {choices.map(({ text, description, destructive, selected }, index) => (
        <li
          key={index}
          role={role === 'menu' ? 'menuitem' : 'option'}
          tabIndex={-1}
          className={destructive ? 'dt-choice dt-choice--destructive' : 'dt-choice'}
          {...(role === 'listbox' ? { 'aria-selected': selected === true } : {})}
          onClick={() => onChoose(index)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' && event.key !== ' ') return;
            event.preventDefault();
            onChoose(index);
          }}
        >
          <span className="dt-isolate">{text}</span>
          {description && <small className="dt-isolate">{description}</small>}
        </li>
      ))}
    </ul>
  );
}

function walk(event: KeyboardEvent, list: HTMLElement | null, choices: readonly Choice[]): void {
  const at = Array.from(list?.children ?? []).findIndex((item) => item === document.activeElement);
  const to = nextIndex(event.key, at, choices);
  if (to === undefined) return;
  event.preventDefault();
  focusItem(list, to);
}

/** Where a key leads; undefined when it leads nowhere. */
export function nextIndex(
  key: string,
  at: number,
  choices: readonly Pick<Choice, 'text'>[],
): number | undefined {
  const count = choices.length;
  if (count === 0) return undefined;
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count;
    case 'ArrowUp':
      return (at - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default: {
      if (key.length !== 1 || key === ' ') return undefined;
      const letter = key.toLowerCase();
      for (let step = 1; step <= count; step++) {
        const index = (at + step) % count;
        if (choices[index]?.text.toLowerCase().startsWith(letter)) return index;
      }
      return undefined;
    }
  }
}

function focusItem(list: HTMLElement | null, index: number): void {
  const item = list?.children[index];
  if (item instanceof HTMLElement) item.focus();
}
