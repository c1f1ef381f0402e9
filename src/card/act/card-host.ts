import type { JsonObject, JsonValue } from '../../base/json-text.js';
import type { CardData } from '../card-data.js';
import type {
  ActionMenu,
  CallbackReply,
  CallbackRequest,
  ConfirmDialog,
  LocalChange,
  Toast,
} from './effect.js';

/** What a card needs from the client it is shown on. The page, the terminal and tests are such clients. */
export interface CardHost {
  /** The data of this viewer as it is now, after whatever the last callback changed. */
  data(): CardData;
  /** Resolves when the answer was merged into `data()`, or failed. Never rejects. */
  sendCallback(request: CallbackRequest): Promise<CallbackReply>;
  setLocal(changes: readonly LocalChange[]): void;
  /** What is typed into a form that has not been submitted, by field name. @param key of its view node */
  formValues(key: string): JsonObject;
  toast(toast: Toast): void;
  /** http, https, dingtalk, dtmd or mailto; other schemes were refused before. */
  openLink(url: string): void;
  openModal(modal: { readonly title: string; readonly url: string }): void;
  copy(text: string): void;
  preview(url: string): void;
  confirm(dialog: ConfirmDialog): Promise<boolean>;
  /** Index of the chosen item; undefined when closed. */
  choose(menu: ActionMenu): Promise<number | undefined>;
  /** What a client API gives; undefined: there is none here. */
  clientApi(name: string, params: JsonValue): Promise<JsonValue | undefined>;
}
