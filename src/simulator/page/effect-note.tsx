import { effectMessages } from '../../i18n/effects.js';
import { fill, type MessageParams } from '../../i18n/fill.js';
import {
  type AnswerEffect,
  type DataEffect,
  emptyingOptions,
  type Sight,
} from '../../log/answer-effect.js';
import { visibleText } from './paint/visible-text.js';
import { usePage } from './use-page.js';

/** What the flags of an answer did, what became empty by it, and whom it reaches. */
export function EffectNote({ effect, name }: { effect: AnswerEffect; name: string }) {
  const { state } = usePage();
  const say = (key: keyof typeof effectMessages, params: MessageParams = {}) =>
    visibleText(fill(effectMessages[key][state.place.lang], params));
  const { cardData, privateData, emptied, viewers, others } = effect;
  const [clicker] = viewers;
  const how = (title: string, data: DataEffect) =>
    `${title}: ${say(`effect.${data.how}`, { option: data.option })}`;
  const sight = (who: string, { sees, because }: Sight) => (
    <li data-sees={sees}>
      {`${who}: ${say(`effect.sees.${sees}`)} · ${say(`effect.because.${because}`)}`}
    </li>
  );
  return (
    <>
      {cardData && <p className="hint">{how(say('effect.public'), cardData)}</p>}
      {privateData.map((data) => (
        <p className="hint" key={data.userId}>
          {how(say('effect.privateOf', { name }), data)}
        </p>
      ))}
      {emptied.length > 0 && (
        <p className="warning" data-emptied={emptied.length}>
          {`⚠ ${say('effect.emptied', {
            options: emptyingOptions(effect).join(', '),
            names: emptied.map((one) => one.name).join(', '),
          })}`}
        </p>
      )}
      <ul className="sights">
        {clicker && sight(name, clicker)}
        {sight(say('effect.others'), others)}
      </ul>
    </>
  );
}
