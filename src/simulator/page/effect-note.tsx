import { effectMessages } from '../../i18n/effects.js';
import { fill, type MessageParams } from '../../i18n/fill.js';
import type { AnswerEffect, DataEffect } from '../../log/answer-effect.js';
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
  const options = [cardData, ...privateData].flatMap((data) =>
    data?.how === 'replaced' ? [data.option] : [],
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
            options: options.join(', '),
            names: emptied.map((one) => one.name).join(', '),
          })}`}
        </p>
      )}
      <ul className="sights">
        {clicker && (
          <li data-sees={clicker.sees}>{`${name}: ${say(`effect.because.${clicker.because}`)}`}</li>
        )}
        <li data-sees={others.sees}>
          {`${say('effect.others')}: ${say(`effect.because.${others.because}`)}`}
        </li>
      </ul>
    </>
  );
}
