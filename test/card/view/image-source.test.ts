import { expect, test } from 'vitest';
import { imageSource } from '../../../src/card/view/image-source.js';

test.each(['https://a.b/c.png', 'HTTP://a.b', 'data:image/png;base64,iVBORw0KGgo='])(
  '%s can be loaded',
  (url) => {
    expect(imageSource(` ${url} `)).toEqual({ kind: 'url', url });
  },
);

test.each(['@lALPDfmVRLVVAm_NBdzNBdw', '$iAELAqNwbmcDBgTNAzwFzQM8'])('%s is a media id', (id) => {
  expect(imageSource(id)).toEqual({ kind: 'media', id });
});

test.each([
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,x',
  'https://a b',
  'x.png',
])('%s is refused', (text) => {
  expect(imageSource(text)).toEqual({ kind: 'refused', text });
});

test.each(['', '  ', undefined, null, 7, {}])('%j is none', (value) => {
  expect(imageSource(value)).toEqual({ kind: 'none' });
});
