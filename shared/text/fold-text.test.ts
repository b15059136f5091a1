import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, foldWords } from '#shared/text/fold-text.ts';

describe('foldText', () => {
  it.each([
    ['Núria  Ibáñez ', 'nuria ibanez'],
    ['CONCEIÇÃO', 'conceicao'],
    ['Щербаков, Пётр', 'щербаков петр'],
    ['Чайкина Й.', 'чаикина и'],
    ['Βασιλείου ΕΛΈΝΗΣ', 'βασιλειου ελενησ'],
    ['Κώστας', 'κωστασ'],
    ['\u2126μέγα', 'ωμεγα'],
    ['Straße ŁÓDŹ Ærø Đorđe', 'strasse lodz aero dorde'],
    ['İstanbul ılık', 'istanbul ilik'],
    ['Œuvre Þór', 'oeuvre thor'],
    ['ＡＢＣ１２', 'abc12'],
    ['٦٢٥', '625'],
    ['zero\u200bwidth soft\u00adhyphen', 'zerowidth softhyphen'],
    ['col·lectiu', 'collectiu'],
    ['Bar "El Sol", S.L.', 'bar el sol s l'],
    ["L'Hospitalet", 'l hospitalet'],
    ["В'ячеслав", 'вячеслав'],
    ['⑴ Ana ㏂', '1 ana a m'],
    ['  ', ''],
  ])('folds %j into %j', (text, key) => {
    expect(foldText(text)).toBe(key);
  });

  it('gives composed and decomposed text one key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldText(text.normalize('NFD'))).toBe(foldText(text.normalize('NFC')));
      }),
    );
  });

  it('drops vowel signs that stand after their letter, composed with it or not', () => {
    expect(foldText('\u1b0c')).toBe(foldText('\u1b0b\u1b35'));
    expect(foldText('\u1b0b\u1b35\u31f0')).toBe('\u1b0b\u31f0');
  });

  it('does not change a key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('ignores case', () => {
    for (const name of ['Νίκος Παπαδόπουλος', 'Пётр Ильич', 'José Muñoz', 'Weiß']) {
      expect(foldText(name.toUpperCase())).toBe(foldText(name.toLowerCase()));
    }
  });

  it('takes half a surrogate pair for a gap', () => {
    expect(foldText('a\ud800b')).toBe('a b');
    expect(foldText('\udc00')).toBe('');
    // A half met once says nothing about whole pairs that begin with it.
    foldText('\ud835');
    expect(foldText('\ud835\udc00')).toBe('a');
  });

  it('reads letters beyond the basic plane', () => {
    expect(foldText('\u{1d400}na 😀')).toBe('ana');
  });
});

describe('foldWords', () => {
  it('gives the words in their order', () => {
    expect(foldWords(' Ibáñez, Núria ')).toEqual(['ibanez', 'nuria']);
  });

  it('gives none for a text without letters', () => {
    expect(foldWords(' -- ')).toEqual([]);
  });
});
