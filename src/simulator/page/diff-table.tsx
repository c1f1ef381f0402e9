import { effectMessages } from '../../i18n/effects.js';
import { diffData } from './data-diff.js';
import { shortened } from './data-table.js';
import { visibleText } from './paint/visible-text.js';
import { usePage } from './use-page.js';

type Data = Readonly<Record<string, string>>;

/** Data before and after: what changed first, what stayed behind a fold. */
export function DiffTable(props: { before: Data | undefined; after: Data | undefined }) {
  const { t, state } = usePage();
  const emptied = effectMessages['effect.emptiedMark'][state.place.lang];
  const rows = diffData(props.before, props.after);
  const changed = rows.filter((row) => row.is !== 'same');
  const same = rows.filter((row) => row.is === 'same');
  return (
    <>
      {changed.length === 0 ? (
        <p className="hint">{t('page.unchanged')}</p>
      ) : (
        <table className="data diff">
          <thead>
            <tr>
              <th scope="col">{t('page.variable')}</th>
              <th scope="col">{t('page.before')}</th>
              <th scope="col">{t('page.after')}</th>
            </tr>
          </thead>
          <tbody>
            {changed.map(({ name, before, after, is }) => (
              <tr key={name} data-is={is}>
                <th scope="row">{visibleText(name)}</th>
                <td>{before === undefined ? '–' : <del>{shortened(before)}</del>}</td>
                <td>
                  {after !== undefined && <ins>{shortened(after)}</ins>}
                  {after === undefined && (before ? <em>{emptied}</em> : '–')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {same.length > 0 && (
        <details>
          <summary>{t('page.sameData', { count: same.length })}</summary>
          <table className="data">
            <tbody>
              {same.map(({ name, after }) => (
                <tr key={name}>
                  <th scope="row">{visibleText(name)}</th>
                  <td>{shortened(after ?? '')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </>
  );
}
