/**
 * Where the format's description leaves something open, there is a setting: name, default, meaning
 * and the section that explains it, the same shape as the simulator's table. What depends on one is
 * marked approximate in docs/fidelity.md.
 */
export const cardSettingDefinitions = {
  unsetActionId: {
    default: 'single_button_<nodeId>',
    values: ['single_button_<nodeId>', 'nodeId', 'none'],
    meaning:
      'actionId of a FixedSingleButton, menu item, confirm button, table cell or input that has none: guessed, or nothing is sent',
    source: 'template-format §4.3, §9 no. 1',
  },
  unsetParam: {
    default: 'omit',
    values: ['omit', 'null'],
    meaning: 'a callback parameter whose variable has no value',
    source: 'template-format §4.3, §9 no. 2',
  },
  builtInParamKeepsId: {
    default: true,
    meaning:
      'a parameter of type builtIn whose name is not the component id: also sent under the id',
    source: 'template-format §9 no. 3',
  },
  emptyInputSubmit: {
    default: true,
    meaning: 'whether an Input submitted empty sends its callback',
    source: 'template-format §4.4, §9 no. 8',
  },
  truthyZeroText: {
    default: false,
    meaning: 'whether the text "0" counts as true in conditions',
    source: 'template-format §3.4, §9 no. 5',
  },
  emptyListIsEmpty: {
    default: true,
    meaning: 'whether isEmpty and isNotEmpty take [] and {} for empty',
    source: 'template-format §3.5, §9 no. 5',
  },
  missingStatus: {
    default: 'normal',
    values: ['normal', 'dead'],
    meaning:
      'a button or input whose template has no status prop at all: normal, or dead like an unset one',
    source: 'template-format §2.5',
  },
} as const;

type Definitions = typeof cardSettingDefinitions;

type Value<D> = D extends { readonly values: readonly (infer V)[] }
  ? V
  : D extends { readonly default: boolean }
    ? boolean
    : number;

export type CardSettings = { readonly [N in keyof Definitions]: Value<Definitions[N]> };

export function defaultCardSettings(): CardSettings {
  return Object.fromEntries(
    Object.entries(cardSettingDefinitions).map(([name, { default: value }]) => [name, value]),
  ) as unknown as CardSettings;
}
