import { visibleText } from './paint/visible-text.js';
import { usePage } from './use-page.js';

/** Longer values are cut: a card may hold 100 KB. */
const LONGEST = 2000;

/** Variables with their texts, as on the wire. */
export function DataTable({ data }: { data: Readonly<Record<string, string>> }) {
  const { t } = usePage();
  const rows = Object.entries(data);
  if (rows.length === 0) return <p className="hint">{t('page.noData')}</p>;
  return (
    <table className="data">
      <thead>
        <tr>
          <th scope="col">{t('page.variable')}</th>
          <th scope="col">{t('page.value')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, value]) => (
          <tr key={name}>
            <th scope="row">{visibleText(name)}</th>
            <td>{shortened(value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function shortened(value: string): string {
  return value.length > LONGEST
    ? `${visibleText(value.slice(0, LONGEST))} … (${value.length})`
    : visibleText(value);
}
