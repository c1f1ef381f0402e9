import { describe, expect, test } from 'vitest';
import { fixed, type Props, ref, text } from '../../../../scripts/templates/exported.js';
import { drawNode, node } from '../../../support/draw-card.js';

const draw = (props: Props, component = 'BaseText') =>
  drawNode(node(component, 't', { text: text('你好 ${who}'), ...props }), {
    variables: [{ name: 'who', type: 'string' }],
    cardData: { who: 'Ann' },
  });

describe('BaseText', () => {
  test('without props is two lines of 15 px at the left', () => {
    expect(draw({})).toEqual({
      key: 't',
      nodeId: 't',
      component: 'BaseText',
      kind: 'text',
      text: '你好 Ann',
      style: { size: 15, lineHeight: 22, colour: '#181c1f' },
      align: 'left',
      maxLines: 2,
    });
  });

  test('lines, side, margins and tooltip', () => {
    const props = {
      maxLine: fixed('dynamicNumber', 3),
      gravity: 'right',
      marginLeft: 12,
      marginTop: -30,
      hoverText: text('${who}!'),
    };
    expect(draw(props)).toMatchObject({
      maxLines: 3,
      align: 'right',
      margin: { left: 12, right: 0, top: -30, bottom: 0 },
      tooltip: 'Ann!',
    });
  });

  test.each<[Props, object]>([
    [{ widthMode: 'match_parent' }, { kind: 'fill' }],
    [{ widthMode: 'match_content' }, { kind: 'fit' }],
    [{ autoWidth: true }, { kind: 'fit' }],
    [{ autoWidth: false, width: 100 }, { kind: 'fill' }],
  ])('width of %j', (props, width) => {
    expect(draw(props)).toMatchObject({ width });
  });

  test('a text as wide as its content may have a limit', () => {
    expect(draw({ autoWidth: true, maxWidth: 80 })).toMatchObject({ maxWidth: 80 });
    expect(draw({ autoWidth: true, maxWidth: 80, autoMaxWidth: true })).not.toHaveProperty(
      'maxWidth',
    );
    expect(draw({ widthMode: 'match_parent', maxWidth: 80 })).not.toHaveProperty('maxWidth');
  });

  test('an icon only where it is switched on', () => {
    const icon = {
      iconType: 'iconCode',
      iconFont: { type: 'icon', iconType: 'ddIcon', icon: 'icon_raise_hand' },
    };
    expect(draw(icon)).not.toHaveProperty('icon');
    expect(draw({ ...icon, enableIcon: true })).toMatchObject({
      icon: { name: 'icon_raise_hand', glyph: '✋' },
    });
    const image = { enableIcon: true, iconType: 'image', icon: fixed('dynamicLink', '@lALPAb') };
    expect(draw(image)).toMatchObject({ icon: { image: { kind: 'media', id: '@lALPAb' } } });
  });
});

describe('BaseTextBlock', () => {
  test('has its own padding and up to twenty lines', () => {
    expect(draw({ prefix: text('* ') }, 'BaseTextBlock')).toMatchObject({
      text: '* 你好 Ann',
      margin: { left: 12, right: 12, top: 6, bottom: 6 },
      maxLines: 20,
      style: { size: 15, lineHeight: 22 },
    });
  });

  test('shows its variable where it has no text', () => {
    const props = { text: text(''), textVariable: ref('who') };
    expect(draw(props, 'BaseTextBlock')).toMatchObject({ text: 'Ann' });
  });

  test("leaves out the editor's sample icon", () => {
    const icon = fixed('dynamicImage', '@lALPDfmVRLVVAm_NBdzNBdw');
    expect(draw({ icon }, 'BaseTextBlock')).not.toHaveProperty('icon');
  });
});

test('Link is a text in the colour of links that does something', () => {
  const url = fixed('dynamicLink', 'https://a.b');
  expect(draw({ actionType: 'url', url, size: 'small' }, 'Link')).toMatchObject({
    kind: 'text',
    link: true,
    style: { size: 12, colour: '#006bd7' },
    maxLines: 1,
    tap: { does: 'url', enabled: true },
  });
});
