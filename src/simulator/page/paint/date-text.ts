/** What a field of a date stands for: `date`, `datetime` or `time`. */
export type Picker = 'date' | 'datetime' | 'time';

interface Moment {
  readonly yyyy: string;
  readonly MM: string;
  readonly dd: string;
  readonly HH: string;
  readonly mm: string;
  readonly ss: string;
}

const usualFormats = { date: 'yyyy-MM-dd', datetime: 'yyyy-MM-dd HH:mm', time: 'HH:mm' } as const;
const inputTypes = { date: 'date', datetime: 'datetime-local', time: 'time' } as const;

/** The `type` of the `<input>` for it. */
export function dateInputType(picker: Picker): 'date' | 'datetime-local' | 'time' {
  return inputTypes[picker];
}

/** A text in the card's format as the value of an `<input>`; empty when it is none. */
export function toInputValue(text: string, format: string, picker: Picker): string {
  const moment = parse(text, format || usualFormats[picker]) ?? parse(text, usualFormats[picker]);
  if (moment === undefined) return '';
  const { yyyy, MM, dd, HH, mm } = moment;
  switch (picker) {
    case 'date':
      return `${yyyy}-${MM}-${dd}`;
    case 'datetime':
      return `${yyyy}-${MM}-${dd}T${HH}:${mm}`;
    case 'time':
      return `${HH}:${mm}`;
  }
}

/** The value of an `<input>` in the card's format; empty stays empty. */
export function fromInputValue(value: string, format: string, picker: Picker): string {
  const match = /^(?:(\d{4,6})-(\d\d)-(\d\d))?T?(?:(\d\d):(\d\d)(?::(\d\d))?)?/.exec(value);
  if (value === '' || match === null) return '';
  const [, yyyy = '', MM = '', dd = '', HH = '00', mm = '00', ss = '00'] = match;
  const moment: Moment = { yyyy, MM, dd, HH, mm, ss };
  return (format || usualFormats[picker]).replace(TOKENS, (token) => moment[tokenOf(token)]);
}

const TOKENS = /yyyy|YYYY|MM|dd|DD|HH|hh|mm|ss/g;

function tokenOf(token: string): keyof Moment {
  switch (token) {
    case 'yyyy':
    case 'YYYY':
      return 'yyyy';
    case 'dd':
    case 'DD':
      return 'dd';
    case 'HH':
    case 'hh':
      return 'HH';
    case 'MM':
      return 'MM';
    case 'mm':
      return 'mm';
    default:
      return 'ss';
  }
}

/** Digits where the format has letters; one digit is enough (`2026-1-5`). */
function parse(text: string, format: string): Moment | undefined {
  const order: (keyof Moment)[] = [];
  let pattern = '';
  let last = 0;
  for (const match of format.slice(0, 100).matchAll(TOKENS)) {
    const token = tokenOf(match[0]);
    pattern += `${escaped(format.slice(last, match.index))}(\\d{${token === 'yyyy' ? '4' : '1,2'}})`;
    order.push(token);
    last = match.index + match[0].length;
  }
  pattern += escaped(format.slice(last, 100));
  const found = new RegExp(`^\\s*${pattern}`).exec(text);
  if (order.length === 0 || found === null) return undefined;
  const moment: Record<keyof Moment, string> = {
    yyyy: '1970',
    MM: '01',
    dd: '01',
    HH: '00',
    mm: '00',
    ss: '00',
  };
  order.forEach((token, index) => {
    moment[token] = (found[index + 1] ?? '').padStart(2, '0');
  });
  return moment;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
