import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Avatar } from '../../../src/simulator/page/avatar.js';

const of = (name: string) => renderToStaticMarkup(<Avatar name={name} />);

test('it shows the last two characters of a Chinese name, the first two of others', () => {
  expect(of('欧阳小明')).toContain('>小明<');
  expect(of('Alice')).toContain('>Al<');
  expect(of('')).toContain('><');
});

test('a name has one colour, and a bot has its own', () => {
  expect(of('张三')).toBe(of('张三'));
  expect(renderToStaticMarkup(<Avatar name="张三" bot />)).toContain('data-tint="bot"');
});

test('half of a surrogate pair breaks nothing', () => {
  expect(of('😀😀😀')).toContain('>😀😀<');
  expect(() => of('\ud800')).not.toThrow();
});
