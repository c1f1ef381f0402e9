import type { Lang } from '../../i18n/sentence.js';
import type { Translate } from '../../i18n/translate.js';
import { recipientToSpace } from '../../protocol/open-space-id.js';
import type { NewCard, SessionCommands } from '../../session/session.js';
import { thrownText } from '../components/error-text.js';
import { span } from '../components/spans.js';
import { composeForm, type RecipientChoice, type TemplateChoice } from './drafts.js';
import { type Form, type FormField, variablesOf } from './form.js';
import type { ComposeStatus } from './ui-state.js';
import type { UiStore } from './ui-store.js';

export interface Composing {
  /** Opens the form; a draft that was left is taken up again. */
  open(): void;
  submit(): void;
  /** A sent card's form becomes a draft again when it is changed. */
  change(form: Form): void;
}

export interface ComposingDeps {
  readonly store: UiStore;
  readonly commands: Pick<SessionCommands, 'sendCard'>;
  readonly templates: readonly TemplateChoice[];
  readonly recipients: readonly RecipientChoice[];
  readonly lang: Lang;
  readonly t: Translate;
  /** Something changed outside of a key press. */
  readonly changed: () => void;
}

export function createComposing(deps: ComposingDeps): Composing {
  const { store, t, lang } = deps;

  function put(status: ComposeStatus): void {
    const { compose } = store.ui();
    if (compose) store.change({ compose: { ...compose, status } });
    deps.changed();
  }

  async function send(card: NewCard): Promise<void> {
    put({ is: 'sending' });
    try {
      put({ is: 'sent', card: await deps.commands.sendCard(card) });
    } catch (thrown) {
      const { sentence, next, fault } = thrownText(thrown, lang);
      put({ is: 'failed', sentence, next: next === '' ? fault : next });
    }
  }

  return {
    open() {
      const { cards, feed } = store.current().data;
      const compose = store.ui().compose ?? {
        form: composeForm(cards, feed, deps.templates, deps.recipients),
        status: { is: 'editing' as const },
      };
      store.change({ screen: 'compose', compose });
    },
    change(form) {
      const { compose } = store.ui();
      if (!compose || compose.status.is === 'sending') return;
      const isMoved = form.fields === compose.form.fields;
      store.change({
        compose: { form, status: isMoved ? compose.status : { is: 'editing' } },
      });
    },
    submit() {
      const { compose } = store.ui();
      // One card per press: a second one while the first is on its way would be sent twice.
      if (!compose || compose.status.is === 'sending') return;
      const [template, recipient] = compose.form.fields;
      const cardTemplateId = meantBy(
        template,
        deps.templates.map((one) => ({ ...one, value: one.cardTemplateId })),
      );
      if (cardTemplateId === '') {
        return put({ is: 'editing', problem: [span(t('tui.compose.noTemplate'), 'bad')] });
      }
      try {
        const { openSpaceId } = recipientToSpace(
          meantBy(
            recipient,
            deps.recipients.map((one) => ({ ...one, value: one.to })),
          ),
        );
        const cardParamMap = variablesOf(compose.form);
        const privateData = deps.templates.find(
          (one) => one.cardTemplateId === cardTemplateId && one.privateData,
        )?.privateData;
        void send({
          cardTemplateId,
          openSpaceId,
          cardParamMap,
          ...(privateData && { privateData }),
        });
      } catch (thrown) {
        const { sentence } = thrownText(thrown, lang);
        put({ is: 'editing', problem: [span(sentence, 'bad')] });
      }
    },
  };
}

/** What is typed may be a name that was given to us; names that strangers choose mean nothing. */
function meantBy(
  field: FormField | undefined,
  named: readonly { readonly label?: string; readonly value: string }[],
): string {
  const typed = field?.buffer.text.trim() ?? '';
  if (named.some(({ value }) => value === typed)) return typed;
  return named.find(({ label }) => label === typed)?.value ?? typed;
}
