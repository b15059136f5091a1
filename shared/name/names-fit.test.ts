import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namesFit } from '#shared/name/names-fit.ts';

describe('namesFit', () => {
  it.each([
    ['José García', 'García, José'],
    ['José García', 'JOSE GARCIA LÓPEZ'],
    ['José', 'José García'],
    ['García', 'José García'],
    ['J. García', 'José García'],
    ['Иванов И.И.', 'Иванов Иван Иванович'],
    ['Пётр Щербаков', 'ЩЕРБАКОВ Петр'],
    ['Ελένη Βασιλείου', 'ΒΑΣΙΛΕΙΟΥ ΕΛΕΝΗ'],
    ['Sr. José García', 'José García'],
    ['De la Cruz, Ana', 'Ana Cruz'],
    ['Ana Delacruz', 'Ana de la Cruz'],
    ['Anamaría', 'Ana María'],
    ['Mª Carmen Ruiz', 'María del Carmen Ruiz'],
    ['Fco. Javier Gil', 'Francisco Javier Gil'],
    ['Ant. Fdez. Gil', 'Antonio Fernández Gil'],
    ['Алекс. Иванов', 'Иванов Александр'],
    ['Κων/νος Βλάχος', 'ΒΛΑΧΟΣ ΚΩΝΣΤΑΝΤΙΝΟΣ'],
    ['', 'José García'],
  ])('lets %j and %j be one person', (a, b) => {
    expect(namesFit(a, b)).toBe(true);
    expect(namesFit(b, a)).toBe(true);
  });

  it.each([
    ['María García', 'José García'],
    ['José Luis', 'José Pérez'],
    ['J. García', 'María García'],
    ['Иванов И.И.', 'Иванов Пётр'],
    ['Ana Ana', 'Ana García'],
    ['Juan Gil', 'Juana Gil'],
    ['Κων/νος Βλάχος', 'Κων/να Βλάχου'],
  ])('keeps %j and %j apart', (a, b) => {
    expect(namesFit(a, b)).toBe(false);
    expect(namesFit(b, a)).toBe(false);
  });

  it('lets every name fit itself in any order of its words', () => {
    const words = fc.array(fc.stringMatching(/^[A-ZÁÉÍa-zñç]{2,8}$/), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(words, (name) => {
        expect(namesFit(name.join(' '), name.toReversed().join(' '))).toBe(true);
      }),
    );
  });
});
