import { describe, expect, it } from 'vitest';
import {
  frameStyle,
  lookStyle,
  textStyle,
} from '../../../../src/simulator/page/paint/node-style.js';
import { frame } from '../../../support/paint-html.js';

describe('frameStyle', () => {
  it('fills a column and fits into a row when nothing is said', () => {
    expect(frameStyle(frame(), 'column')).toEqual({ alignSelf: 'stretch' });
    expect(frameStyle(frame(), 'row')).toEqual({ flex: '0 1 auto', minWidth: 0 });
  });

  it('gives a filling child of a row all that is left', () => {
    expect(frameStyle({ ...frame(), width: { kind: 'fill' } }, 'row').flex).toBe('1 1 0');
  });

  it('shares a row by weight', () => {
    expect(frameStyle({ ...frame(), width: { kind: 'grow', weight: 3 } }, 'row').flex).toBe(
      '3 1 0',
    );
  });

  it('keeps a fixed width, and the margins', () => {
    const margin = { left: 1, right: 2, top: 3, bottom: 4 };
    expect(frameStyle({ ...frame(), margin, width: { kind: 'fixed', px: 96 } }, 'row')).toEqual({
      flex: 'none',
      marginBottom: 4,
      marginLeft: 1,
      marginRight: 2,
      marginTop: 3,
      maxWidth: '100%',
      width: 96,
    });
  });
});

describe('lookStyle', () => {
  it('has background, border, corners and padding', () => {
    expect(
      lookStyle({
        background: '#ffffff',
        border: { width: 1, colour: '#eee' },
        radius: [1, 2, 3, 4],
        padding: { left: 1, right: 2, top: 3, bottom: -4 },
      }),
    ).toEqual({
      backgroundColor: '#ffffff',
      border: '1px solid #eee',
      borderRadius: '1px 2px 3px 4px',
      padding: '3px 2px 0px 1px',
    });
  });

  it('draws no border of a colour that is none', () => {
    expect(lookStyle({ border: { width: 1, colour: 'url(x)' } })).toEqual({});
  });
});

describe('textStyle', () => {
  it('has size, line height, colour and weight', () => {
    expect(
      textStyle({ size: 15, lineHeight: 22, colour: '#000', bold: true, strike: true }),
    ).toEqual({
      color: '#000',
      fontSize: 15,
      fontWeight: 600,
      lineHeight: '22px',
      textDecoration: 'line-through',
    });
  });
});
