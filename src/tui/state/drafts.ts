import type { CardsView } from '../../log/cards.js';
import type { FeedView } from '../../log/feed.js';
import type { PrivateData } from '../../protocol/card-api.js';
import type { CardParamMap } from '../../protocol/card-callback.js';
import { formatOpenSpaceId, recipientToSpace } from '../../protocol/open-space-id.js';
import { addField, type Choice, type Form, pickField } from './form.js';

/** A template that can be picked, with the variables to start from. */
export interface TemplateChoice {
  readonly cardTemplateId: string;
  readonly label?: string;
  readonly cardParamMap?: CardParamMap;
  /** Declared variables, name → type, in the order of the template. */
  readonly types?: Readonly<Record<string, string>>;
  /** What each person's copy starts with. */
  readonly privateData?: PrivateData;
}

/** A recipient that can be picked; `to` is read as `send --to` reads it. */
export interface RecipientChoice {
  readonly to: string;
  readonly label?: string;
}

/** A new card: given templates first, then those of cards seen; the same for recipients. */
export function composeForm(
  cards: CardsView,
  feed: FeedView,
  templates: readonly TemplateChoice[],
  recipients: readonly RecipientChoice[],
): Form {
  const recent = cards.recentByTemplate(20);
  const partsOf = (id: string) =>
    partsOfTemplate(templates.filter((one) => one.cardTemplateId === id));
  const templateChoices = unique([
    ...recent.map((card) => ({
      value: card.cardTemplateId,
      label: card.cardTemplateId,
      ...partsOf(card.cardTemplateId),
      cardParamMap: card.cardParamMap,
    })),
    ...templates.map(({ cardTemplateId }) => ({
      value: cardTemplateId,
      label: cardTemplateId,
      ...partsOf(cardTemplateId),
    })),
  ]);
  const recipientChoices = unique(
    [
      ...recipients.map(({ to, label }) => ({ value: to, label: label ?? to })),
      ...feed.conversations().flatMap((message): Choice[] => {
        const group = message.conversationType === '2';
        const id = group ? message.conversationId : message.senderStaffId;
        const label = group ? message.conversationTitle : message.senderNick;
        if (id === '' || /[;\s]/.test(id)) return [];
        const spaceType = group ? 'IM_GROUP' : 'IM_ROBOT';
        return [{ value: formatOpenSpaceId([{ spaceType, spaceId: id }]), label: label || id }];
      }),
      ...recent.map((card) => ({ value: card.openSpaceId, label: card.openSpaceId })),
    ],
    spaceMeant,
  );
  return {
    fields: [
      pickField('cardTemplateId', templateChoices),
      pickField('recipient', recipientChoices),
      addField(),
    ],
    at: 0,
  };
}

/** One template may come from several places: a project knows its types, a rule its values. */
function partsOfTemplate(same: readonly TemplateChoice[]): Partial<Choice> {
  const label = same.find((one) => one.label !== undefined)?.label;
  const types = same.find((one) => one.types)?.types;
  const maps = same.flatMap(({ cardParamMap }) => (cardParamMap ? [cardParamMap] : []));
  const cardParamMap = maps.find((map) => Object.keys(map).length > 0) ?? maps[0];
  return {
    ...(label === undefined ? {} : { label }),
    ...(cardParamMap === undefined ? {} : { cardParamMap }),
    ...(types === undefined ? {} : { types }),
  };
}

function unique(
  choices: readonly Choice[],
  meaning: (value: string) => string = (value) => value,
): readonly Choice[] {
  const seen = new Set<string>();
  return choices.filter(({ value }) => {
    const meant = meaning(value);
    if (value === '' || seen.has(meant)) return false;
    seen.add(meant);
    return true;
  });
}

/** `cid…` and `dtv1.card//IM_GROUP.cid…` are the same recipient. */
function spaceMeant(to: string): string {
  try {
    return recipientToSpace(to).openSpaceId;
  } catch {
    return to;
  }
}
