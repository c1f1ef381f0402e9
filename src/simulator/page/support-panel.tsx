import { approximationSentence } from '../../i18n/fidelity.js';
import { findingFix, findingSentence } from '../../i18n/finding-sentence.js';
import { visibleText } from './paint/visible-text.js';
import { useCard, usePage } from './use-page.js';

const FINDINGS_SHOWN = 200;

/** What of the card is drawn how faithfully, and what was found while it was. */
export function SupportPanel({ outTrackId }: { outTrackId: string }) {
  const { state, t } = usePage();
  const { lang, userId } = state.place;
  const { data, live } = useCard(outTrackId, userId);
  if (data?.is !== 'ready') return <p className="hint">{t('page.loading')}</p>;
  if (!live) {
    const { cardTemplateId } = data.value;
    return <p className="hint">{t('page.noFile', { cardTemplateId })}</p>;
  }
  const { support, findings } = live.view();
  return (
    <>
      <p>{t(support.complete ? 'page.complete' : 'page.incomplete')}</p>
      <table className="data">
        <thead>
          <tr>
            <th scope="col">{t('page.component')}</th>
            <th scope="col">{t('page.count')}</th>
            <th scope="col">{t('page.level')}</th>
          </tr>
        </thead>
        <tbody>
          {support.components.map(({ component, count, level, approximations }) => (
            <tr key={component} data-level={level}>
              <th scope="row">{visibleText(component)}</th>
              <td>{count}</td>
              <td>
                {t(`page.level.${level}`)}
                {approximations.map((word) => (
                  <small key={word}>{visibleText(approximationSentence(word, lang))}</small>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2>{t('page.findings', { count: findings.length })}</h2>
      <ul className="findings">
        {findings.slice(0, FINDINGS_SHOWN).map((finding, at) => (
          <li key={at} data-severity={finding.severity}>
            <strong>{finding.code}</strong> {visibleText(findingSentence(finding, lang))}
            <br />
            <small>{visibleText(findingFix(finding, lang))}</small>
            <br />
            <code>{visibleText(finding.path)}</code>
          </li>
        ))}
      </ul>
    </>
  );
}
