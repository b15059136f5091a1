import { describe, expect, it } from 'vitest';
import { chordKeys, chordsOf } from '#renderer/app/chord.ts';

const press = (
  code: string,
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {},
) => ({
  code,
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

describe('chordsOf', () => {
  it('names a letter by its place, whatever the layout types there', () => {
    expect(chordsOf(press('KeyN', 'n'))).toEqual(['KeyN']);
    expect(chordsOf(press('KeyN', 'т'))).toEqual(['KeyN']);
    expect(chordsOf(press('KeyN', 'ν'))).toEqual(['KeyN']);
  });

  it('takes Command for Control', () => {
    expect(chordsOf(press('KeyK', 'л', { ctrlKey: true }))).toEqual(['Ctrl+KeyK']);
    expect(chordsOf(press('KeyK', 'k', { metaKey: true }))).toEqual(['Ctrl+KeyK']);
  });

  it('finds "/" and "?" where a Spanish keyboard has them', () => {
    expect(chordsOf(press('Digit7', '/', { shiftKey: true }))).toEqual(['Slash']);
    expect(chordsOf(press('Minus', '?', { shiftKey: true }))).toEqual(['Shift+Slash']);
  });

  it('finds them by place on a Russian one, which types others there', () => {
    expect(chordsOf(press('Slash', '.'))).toEqual(['Slash']);
    expect(chordsOf(press('Slash', ',', { shiftKey: true }))).toEqual(['Shift+Slash']);
  });

  it('leaves what is pressed with Alt to the layout', () => {
    expect(chordsOf(press('KeyN', 'ñ', { altKey: true }))).toEqual([]);
  });
});

describe('chordKeys', () => {
  it('shows what stands on the keys', () => {
    expect(chordKeys('Ctrl+KeyK')).toEqual(['Ctrl', 'K']);
    expect(chordKeys('Shift+Slash')).toEqual(['?']);
    expect(chordKeys('KeyN')).toEqual(['N']);
  });
});
