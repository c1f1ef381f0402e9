import type { JsonObject, JsonValue } from '../../base/json-text.js';
import type { CardData, ViewSwitches } from '../card-data.js';
import type { CardSettings } from '../card-settings.js';
import type { Finding } from '../finding.js';
import type { CardTemplate } from '../template/card-template.js';

/** One loop that is being repeated: the list's declared path and the current item. */
export interface LoopFrame {
  /** Declared path of the list, e.g. `items` or `items[0].sub` (template-format §3.3). */
  readonly listPath: string;
  readonly item: JsonValue;
  readonly index: number;
}

/** Outermost first. */
export type Frames = readonly LoopFrame[];

/** What a chain callback can read besides the card's data (template-format §4.5). */
export interface EventData {
  readonly cardData: JsonObject;
  readonly cardPrivateData: JsonObject;
}

/** Where something is evaluated. */
export interface Place {
  readonly frames: Frames;
  /** Only inside the callbacks of an event chain. */
  readonly event?: EventData;
}

export interface EvaluationInput {
  readonly template: CardTemplate;
  readonly data: CardData;
  readonly switches: ViewSwitches;
  readonly settings: CardSettings;
}

/**
 * A template with the data of one moment: every binding of it can be asked for its value. Never
 * throws, whatever the template holds; what cannot be evaluated is empty and leaves a finding.
 * Every reader takes the editor's value wrappers and plain scalars alike (template-format §3.1).
 */
export interface Evaluation extends EvaluationInput {
  /** Raw value of a declared path; undefined when nothing is there. @param loop `variableType: 'loop'` */
  variable(path: string, place: Place, loop?: boolean): JsonValue | undefined;
  /** A dynamicString, i18n or plain text with its `${}` filled in (template-format §3.2). */
  text(wrapper: JsonValue | undefined, place: Place): string;
  /** Fills `${}` of a plain text. */
  fill(text: string, place: Place): string;
  /** A dynamicX or variableValue wrapper, or a plain scalar; texts have their `${}` filled in. */
  value(wrapper: JsonValue | undefined, place: Place): JsonValue | undefined;
  number(wrapper: JsonValue | undefined, place: Place, fallback: number): number;
  boolean(wrapper: JsonValue | undefined, place: Place, fallback: boolean): boolean;
  /** A dynamicVisible (template-format §3.1, §3.5); absent means visible. */
  visible(wrapper: JsonValue | undefined, place: Place): boolean;
  /** A condition object; absent or without conditions means true (template-format §3.5). */
  condition(condition: JsonValue | undefined, place: Place): boolean;
  /**
   * The items a list binding stands for, each with the place its children are evaluated in.
   * Empty when there is no list. @param listData a variableValue
   */
  items(listData: JsonValue | undefined, place: Place): readonly LoopItem[];
  /** What evaluating found so far, each thing once. */
  readonly findings: readonly Finding[];
}

export interface LoopItem {
  readonly value: JsonValue;
  readonly index: number;
  readonly place: Place;
}
