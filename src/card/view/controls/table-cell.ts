import type { JsonObject, JsonValue } from '../../../base/json-text.js';
import { isJsonObject } from '../../../base/json-text.js';
import { addressIn } from '../../act/link.js';
import { ownProp } from '../../act/prop.js';
import type { TapInfo } from '../../act/tap-info.js';
import type { TemplateNode } from '../../template/card-template.js';
import { imageSource } from '../image-source.js';
import { size } from '../prop-values.js';
import type { BuildPlace } from '../view-builder.js';
import type { TableCell } from '../view-node.js';
import type { Colour } from '../view-style.js';
import { isButtonColour } from './button.js';
import type { DataSource } from './data-source.js';
import { localeText, plainText } from './plain-text.js';

export interface CellPlace {
  readonly at: BuildPlace;
  readonly node: TemplateNode;
  readonly source: DataSource;
  /** `dataType` of the column. */
  readonly type: string;
  /** Indexes within `data` and `meta`. */
  readonly row: number;
  readonly column: number;
  readonly alias: string;
}

/** One cell by the type of its column; the shape of the value counts where there is no type. */
export function tableCell(place: CellPlace, value: JsonValue | undefined): TableCell {
  switch (place.type) {
    case 'MICROAPP':
      return isJsonObject(value) ? appCell(place, value) : textCell(place, value);
    case 'BUTTON':
      return buttonCell(place, value);
    case '':
    case 'STRING':
    case 'OBJECT':
      return isJsonObject(value) && hasContent(value)
        ? objectCell(place, value)
        : textCell(place, value);
    default:
      place.source.find('D162', { value: place.type }, `.meta[${place.column}].dataType`);
      return isJsonObject(value) && hasContent(value)
        ? objectCell(place, value)
        : textCell(place, value);
  }
}

const hasContent = (value: JsonObject): boolean => Object.hasOwn(value, 'value');

function textCell(place: CellPlace, value: JsonValue | undefined): TableCell {
  return { key: keyOf(place, undefined), text: plainText(value) };
}

/** `{icon, name}`, sometimes with a link. */
function appCell(place: CellPlace, value: JsonObject): TableCell {
  const { at, node } = place;
  const image = imageSource(ownProp(value, 'icon'));
  const tap = tapOf(place, value);
  return {
    key: keyOf(place, tap),
    text: word(at, ownProp(value, 'name') ?? ownProp(value, 'value')),
    ...(image.kind === 'none' ? undefined : { image, imageSize: size(at, node, 'imageSize', 30) }),
    ...(tap === undefined ? undefined : { tap }),
  };
}

/** `{value, url?, request?, textColorToken?, lightTextColor?, darkTextColor?}`. */
function objectCell(place: CellPlace, value: JsonObject): TableCell {
  const tap = tapOf(place, value);
  const colour = colourOf(place.at, value);
  return {
    key: keyOf(place, tap),
    text: word(place.at, ownProp(value, 'value')),
    ...(colour === undefined ? undefined : { colour }),
    ...(tap === undefined ? undefined : { tap }),
  };
}

/** Sends its row when it is touched, unless it says where to go instead. */
function buttonCell(place: CellPlace, value: JsonValue | undefined): TableCell {
  if (value === undefined || value === null || value === '') return textCell(place, value);
  const item = isJsonObject(value) ? value : { value };
  const text = ownProp(item, 'value') ?? ownProp(item, 'text') ?? ownProp(item, 'name');
  const status = ownProp(item, 'status');
  const tap = tapOf(place, item) ?? { does: 'request', enabled: true };
  const enabled = status === undefined || status === 'normal';
  const colour = ownProp(item, 'color');
  return {
    key: keyOf(place, tap),
    text: word(place.at, text),
    button: isButtonColour(colour) ? colour : 'blue',
    tap: enabled ? tap : { does: tap.does, enabled: false, why: 'status' },
  };
}

function word({ evaluation }: BuildPlace, value: JsonValue | undefined): string {
  return localeText(value, evaluation.switches.language);
}

function tapOf({ at }: CellPlace, value: JsonObject): TapInfo | undefined {
  if (addressIn(ownProp(value, 'url'), at.evaluation.switches.platform) !== '') {
    return { does: 'url', enabled: true };
  }
  const request = ownProp(value, 'request') ?? false;
  return request === false || request === '' ? undefined : { does: 'request', enabled: true };
}

function keyOf({ at, node, row, column }: CellPlace, tap: TapInfo | undefined): string {
  return tap === undefined
    ? `${at.key}/cell${row}.${column}`
    : at.bind(node, { kind: 'cell', row, column });
}

function colourOf(at: BuildPlace, value: JsonObject): Colour | undefined {
  const { theme } = at.evaluation.switches;
  const own = ownProp(value, theme === 'dark' ? 'darkTextColor' : 'lightTextColor');
  const colour = own === undefined || own === '' ? ownProp(value, 'textColorToken') : own;
  if (typeof colour !== 'string' || colour === '') return undefined;
  return at.colour(colour, '') || undefined;
}
