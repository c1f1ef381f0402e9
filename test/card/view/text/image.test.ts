import { describe, expect, test } from 'vitest';
import { bound, fixed, type Props } from '../../../../scripts/templates/exported.js';
import { drawCard, drawNode, node } from '../../../support/draw-card.js';

const image = (props: Props) => node('Image', 'i', props);
const url = fixed('dynamicImage', 'https://a.b/c.png');
const width = (valueType: string, value: number) => ({ type: 'dynamicWidth', valueType, value });

describe('Image', () => {
  test('shows a picture in the size it is given; touching it shows it larger', () => {
    const props = {
      images: url,
      width: width('full', 100),
      height: width('fixed', 200),
      scaleType: 'centerCrop',
      cornerRadius: fixed('dynamicNumber', 6),
      enablePreview: true,
      enableBorder: true,
      borderColor: '#297f8790',
      offsetLeft: 12,
      marginLeft: 12,
    };
    const view = drawCard([image(props)]);
    expect(view.root).toMatchObject({
      children: [
        {
          kind: 'image',
          source: { kind: 'url', url: 'https://a.b/c.png' },
          width: { kind: 'fill' },
          height: 200,
          fit: 'cover',
          radius: 6,
          border: '#7f879029',
          margin: { left: 24, right: 0, top: 0, bottom: 0 },
          tap: { does: 'preview', enabled: true },
        },
      ],
    });
    expect(view.bindings.has('i')).toBe(true);
  });

  test('a media id cannot be fetched, so it is not touchable either', () => {
    const props = { images: fixed('dynamicImage', '@lALPAb'), enablePreview: true };
    expect(drawNode(image(props))).toMatchObject({ source: { kind: 'media', id: '@lALPAb' } });
    expect(drawNode(image(props))).not.toHaveProperty('tap');
  });

  test('a picture of a variable, in the wrapper of languages', () => {
    const content = { zh_Hans: bound('dynamicImage', 'pic') };
    const props = { images: { defaultLang: 'zh_Hans', i18n: false, content } };
    const input = { variables: [{ name: 'pic', type: 'string' }], cardData: { pic: '$iAEL' } };
    expect(drawNode(image(props), input)).toMatchObject({ source: { kind: 'media', id: '$iAEL' } });
  });

  test('the dark has its own picture where there is one', () => {
    const dark = fixed('dynamicImage', 'https://a.b/dark.png');
    const draw = (props: Props) =>
      drawNode(image({ images: url, ...props }), { switches: { theme: 'dark' } });
    expect(draw({ darkModeImages: dark })).toMatchObject({
      source: { url: 'https://a.b/dark.png' },
    });
    expect(draw({ darkModeImages: fixed('dynamicImage', '') })).toMatchObject({
      source: { url: 'https://a.b/c.png' },
    });
  });

  test('fixed, adaptive and proportional sizes', () => {
    expect(drawNode(image({ images: url, width: width('fixed', 16) }))).toMatchObject({
      width: { kind: 'fixed', px: 16 },
    });
    expect(drawNode(image({ images: url, width: width('adaptive', 16) }))).toMatchObject({
      width: { kind: 'fit' },
    });
    expect(drawNode(image({ images: url, fixedRatio: true, aspectRatio: 1.5 }))).toMatchObject({
      aspectRatio: 1.5,
    });
    const adaptive = { images: url, adaptiveSize: true, imageType: 'adaptiveSize', height: 200 };
    expect(drawNode(image(adaptive))).not.toHaveProperty('height');
  });

  test('other addresses are refused, with a finding', () => {
    const view = drawCard([image({ images: fixed('dynamicImage', 'file:///etc/passwd') })]);
    expect(view.root).toMatchObject({ children: [{ source: { kind: 'refused' } }] });
    expect(view.findings).toMatchObject([
      { code: 'T349', params: { value: 'file:///etc/passwd' } },
    ]);
  });

  test('without a picture there is room for one', () => {
    expect(drawNode(image({}))).toMatchObject({ kind: 'image', source: { kind: 'none' } });
  });
});

test('touching a picture shows it larger unless the file says otherwise', () => {
  expect(drawNode(image({ images: url }))?.tap).toEqual({ does: 'preview', enabled: true });
  expect(drawNode(image({ images: url, enablePreview: false }))?.tap).toBeUndefined();
});
