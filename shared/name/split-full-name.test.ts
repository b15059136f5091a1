import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitFullName } from '#shared/name/split-full-name.ts';

const split = (name: string) => {
  const { givenName, middleName, familyName } = splitFullName(name);
  return [givenName, middleName, familyName];
};

describe('splitFullName', () => {
  it.each([
    ['Núria  Ibáñez ', 'Núria', 'Ibáñez'],
    ['Núñez, Óscar', 'Óscar', 'Núñez'],
    ['Smith, Mary Ann', 'Mary Ann', 'Smith'],
    ['José Luis García Pérez', 'José Luis', 'García Pérez'],
    ['José Luis García', 'José Luis', 'García'],
    ['María García Pérez', 'María', 'García Pérez'],
    ['García Pérez José Luis', 'José Luis', 'García Pérez'],
    ['María del Carmen Ruiz Gómez', 'María del Carmen', 'Ruiz Gómez'],
    ['María de los Ángeles de la Fuente', 'María de los Ángeles', 'de la Fuente'],
    ['Juan de la Cruz', 'Juan', 'de la Cruz'],
    ['José Martín', 'José', 'Martín'],
    ['José Ortega y Gasset', 'José', 'Ortega y Gasset'],
    ['José y Ana García', 'José y Ana', 'García'],
    ['João Pedro da Silva Santos', 'João Pedro', 'da Silva Santos'],
    ['Ana Beatriz Santos Silva', 'Ana Beatriz', 'Santos Silva'],
    ['Conceição Lourenço', 'Conceição', 'Lourenço'],
    ['Kelly Cristina', 'Kelly', 'Cristina'],
    ['Ludwig van Beethoven', 'Ludwig', 'van Beethoven'],
    ['John Smith', 'John', 'Smith'],
    ['GARCÍA LÓPEZ José', 'José', 'GARCÍA LÓPEZ'],
    ['ЩЕРБАКОВА Пётр', 'Пётр', 'ЩЕРБАКОВА'],
    ['Кузнецов Ольга', 'Ольга', 'Кузнецов'],
    ['Ольга Кузнецова', 'Ольга', 'Кузнецова'],
    ['Тарас Петренко', 'Тарас', 'Петренко'],
    ['Βασιλείου Ελένη', 'Ελένη', 'Βασιλείου'],
    ['Ελένη Βασιλείου', 'Ελένη', 'Βασιλείου'],
    ['ΠΑΠΑΔΌΠΟΥΛΟΣ ΓΕΏΡΓΙΟΣ', 'ΓΕΏΡΓΙΟΣ', 'ΠΑΠΑΔΌΠΟΥΛΟΣ'],
    ['Ana', 'Ana', ''],
    ['Иванов', '', 'Иванов'],
    ['', '', ''],
  ])('parts %j', (name, given, family) => {
    expect(split(name)).toEqual([given, '', family]);
  });

  it.each([
    ['Кузнецова Ольга Сергеевна', 'Ольга', 'Сергеевна', 'Кузнецова'],
    ['Ольга Сергеевна Кузнецова', 'Ольга', 'Сергеевна', 'Кузнецова'],
    ['Ольга Сергеевна', 'Ольга', 'Сергеевна', ''],
    ['Рабинович Илья Львович', 'Илья', 'Львович', 'Рабинович'],
    ['Мамедов Али Гусейн оглы', 'Али', 'Гусейн оглы', 'Мамедов'],
    ['Иванов, Иван Иванович', 'Иван', 'Иванович', 'Иванов'],
    ['Παπαδόπουλος Γεώργιος του Νικολάου', 'Γεώργιος', 'του Νικολάου', 'Παπαδόπουλος'],
    ['Иванов И.И.', 'И.', 'И.', 'Иванов'],
    ['И. И. Иванов', 'И.', 'И.', 'Иванов'],
    ['Juan M. García', 'Juan', 'M.', 'García'],
  ])('finds the middle name of %j', (name, given, middle, family) => {
    expect(split(name)).toEqual([given, middle, family]);
  });

  it.each([
    ['Sr. D. José Luis García', 'Sr. D.', 'José Luis', 'García'],
    ['Dª María Pérez', 'Dª', 'María', 'Pérez'],
    ['Dña. Ana', 'Dña.', 'Ana', ''],
    ['Sr. García', 'Sr.', '', 'García'],
    ['Г-н Иванов', 'Г-н', '', 'Иванов'],
    ['κ. Παπαδόπουλος', 'κ.', '', 'Παπαδόπουλος'],
    ['Mr John Smith', 'Mr', 'John', 'Smith'],
  ])('sets the title of %j apart', (name, prefix, given, family) => {
    expect(splitFullName(name)).toEqual({ prefix, givenName: given, middleName: '', familyName: family });
  });

  it('takes a name that is also a title for a name where nothing else can be', () => {
    expect(split('Don Smith')).toEqual(['Don', '', 'Smith']);
    expect(split('D. García')).toEqual(['D.', '', 'García']);
  });

  it('loses no letter', () => {
    const word = fc.constantFrom(
      'José',
      'García',
      'de',
      'la',
      'y',
      'И.',
      'Ольга',
      'Сергеевна',
      'ИВАНОВ',
      'оглы',
      'Sr.',
      'του',
      'Ελένη',
      'x',
    );
    const letters = (text: string) => [...text.replace(/\s/g, '')].sort().join('');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 7 }), (words) => {
        const { prefix = '', givenName, middleName, familyName } = splitFullName(words.join(' '));
        expect(letters(prefix + givenName + middleName + familyName)).toBe(letters(words.join('')));
      }),
      { numRuns: 2000 },
    );
  });
});
