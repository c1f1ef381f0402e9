import type { JsonValue } from '../../base/json-text.js';
import { isJsonObject } from '../../base/json-text.js';
import type { LiveCardHost } from '../../card/act/live-card.js';
import { textBuffer } from '../components/text-buffer.js';
import type { CardPrompt } from './card-ui.js';

/** What a prompt was answered with: chosen indexes, a text, or nothing. */
export type Given = readonly number[] | string | undefined;

type Ask = (prompt: CardPrompt) => Promise<Given>;

/** What a card asks of its client, asked in the terminal: dialogs and menus are lists. */
export function promptHost(ask: Ask): Pick<LiveCardHost, 'confirm' | 'choose' | 'clientApi'> {
  async function chosen(title: string, items: readonly string[]): Promise<number | undefined> {
    const picked = await ask({ is: 'list', title, items, at: 0 });
    return typeof picked === 'object' ? picked[0] : undefined;
  }

  return {
    async confirm({ title, message, okText, cancelText }) {
      const question = [title, message].filter(Boolean).join('  ');
      return (await chosen(question, [okText, cancelText])) === 0;
    },
    choose: ({ title, message, items }) =>
      chosen(
        [title, message].filter(Boolean).join('  '),
        items.map(({ text, description = '' }) => [text, description].filter(Boolean).join('  ')),
      ),
    async clientApi(name, params) {
      if (name !== 'device.notification.prompt') return undefined;
      const hint = textIn(params, 'message');
      const title = textIn(params, 'title') || hint;
      const buffer = textBuffer(textIn(params, 'defaultText'));
      const text = await ask({ is: 'text', title, hint, buffer });
      return typeof text === 'string' ? { buttonIndex: 0, value: text } : { buttonIndex: 1 };
    },
  };
}

function textIn(params: JsonValue, name: string): string {
  const value = isJsonObject(params) && Object.hasOwn(params, name) ? params[name] : undefined;
  return typeof value === 'string' ? value : '';
}
