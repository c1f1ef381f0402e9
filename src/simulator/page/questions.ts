import type { ActionMenu, ConfirmDialog } from '../../card/act/effect.js';

/** Something a card asks or shows over the whole page. */
export type Question =
  | { readonly kind: 'confirm'; readonly dialog: ConfirmDialog; readonly settle: Settle<boolean> }
  | {
      readonly kind: 'menu';
      readonly menu: ActionMenu;
      readonly settle: Settle<number | undefined>;
    }
  /** A page in a side panel of the client: named here, never embedded. */
  | {
      readonly kind: 'modal';
      readonly title: string;
      readonly url: string;
      readonly settle: Settle<void>;
    }
  | { readonly kind: 'picture'; readonly url: string; readonly settle: Settle<void> };

type Settle<T> = (answer: T) => void;

/** Questions one after another: the first is on the screen. */
export interface Questions {
  ask<T>(compose: (settle: (answer: T) => void) => Question): Promise<T>;
  readonly current: Question | undefined;
}

export function createQuestions(onChange: () => void): Questions {
  let waiting: readonly Question[] = [];
  return {
    get current() {
      return waiting[0];
    },
    ask: (compose) =>
      new Promise((resolve) => {
        const question = compose((answer) => {
          waiting = waiting.filter((other) => other !== question);
          onChange();
          resolve(answer);
        });
        waiting = [...waiting, question];
        onChange();
      }),
  };
}
