import { useRef, useState } from 'react';
import type { ButtonNode } from '../../../card/view/view-node.js';
import { ChoiceList } from './choice-list.js';
import { IconGlyph } from './icon-glyph.js';
import { frameStyle } from './node-style.js';
import { type FaceProps, usePainting } from './painting.js';
import { Popup } from './popup.js';
import { useGesture } from './use-gesture.js';
import { oneLine } from './visible-text.js';

/**
 * A button that cannot be tapped still takes the focus and the tap: whoever acts says why nothing
 * happens, since a dead button is the commonest silent failure.
 */
export function ButtonFace({ node, flow }: FaceProps<ButtonNode>) {
  const { word, control } = usePainting();
  const { busy, send } = useGesture(node.key);
  const { text, colour, state, icon, iconPosition, cornerMark, menu, tap, tooltip } = node;
  const isDead = state !== 'normal' || tap?.enabled === false;
  const isLoading = busy || state === 'loading';
  const why = isDead && tap?.why ? word(`why.${tap.why}`) : undefined;
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => setOpen(false);
  const glyph = icon && <IconGlyph icon={icon} size={16} />;
  return (
    <span className="dt-button-box" style={frameStyle(node, flow)}>
      <button
        ref={opener}
        type="button"
        className={`dt-button dt-button--${colour}${state === 'normal' ? '' : ' dt-button--off'}`}
        {...(isDead ? { 'aria-disabled': true } : {})}
        {...(isLoading ? { 'aria-busy': true } : {})}
        {...(menu ? { 'aria-haspopup': 'menu' as const, 'aria-expanded': isOpen } : {})}
        title={why ?? (tooltip === undefined ? undefined : oneLine(tooltip))}
        {...control}
        data-tap={tap?.does}
        onClick={(event) => {
          event.stopPropagation();
          if (menu && !isDead) setOpen(!isOpen);
          else send({ type: 'tap' });
        }}
        onKeyDown={(event) => {
          if (!menu || isDead || event.key !== 'ArrowDown') return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {isLoading && <span className="dt-spinner" aria-hidden="true" />}
        {!isLoading && iconPosition !== 'right' && glyph}
        <span className="dt-button-text">{oneLine(text)}</span>
        {!isLoading && iconPosition === 'right' && glyph}
        {menu && <span className="dt-caret" aria-hidden="true" />}
      </button>
      {menu && isOpen && (
        <Popup anchor={opener} onClose={close}>
          <ChoiceList
            role="menu"
            label={oneLine(text)}
            choices={menu.map((item) => ({
              text: oneLine(item.text),
              ...(item.description ? { description: oneLine(item.description) } : {}),
              ...(item.destructive ? { destructive: true } : {}),
            }))}
            onChoose={(index) => {
              close();
              opener.current?.focus();
              send({ type: 'pick', index });
            }}
          />
        </Popup>
      )}
      {cornerMark && <span className="dt-corner dt-isolate">{oneLine(cornerMark)}</span>}
    </span>
  );
}
