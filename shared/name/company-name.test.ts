import { describe, expect, it } from 'vitest';
import { companyNameKey, companyNamesEqual, looksLikeCompany } from '#shared/name/company-name.ts';

describe('companyNameKey', () => {
  it.each([
    ['Vidrios del Norte SL', 'vidrios del norte'],
    ['VIDRIOS DEL NORTE, S.L.', 'vidrios del norte'],
    ['Vidrios del Norte S. L.', 'vidrios del norte'],
    ['Foo S/A', 'foo'],
    ['Padaria Sol ME', 'padaria sol'],
    ['Vidraçaria Sol Ltda.', 'vidracaria sol'],
    ['Τσιμέντα Α.Ε.', 'τσιμεντα'],
    ['Παπαδόπουλος & ΣΙΑ Ο.Ε.', 'παπαδοπουλοσ'],
    ['Acme GmbH', 'acme'],
    ['Acme Co., Ltd', 'acme'],
    ['ООО «Окна Плюс» 0', 'окна плюс 0'],
    ['Окна Плюс, ООО', 'окна плюс'],
    ['ЗАО "Ромашка"', 'ромашка'],
    ['Общество с ограниченной ответственностью "Ромашка"', 'ромашка'],
    ['ИП Соловьёв', 'соловьев'],
    ['João Sá', 'joao sa'],
    ['ООО', 'ооо'],
    ['', ''],
  ])('reduces %j to %j', (name, key) => {
    expect(companyNameKey(name)).toBe(key);
  });
});

describe('companyNamesEqual', () => {
  it('looks past legal form, quotes and case', () => {
    expect(companyNamesEqual('ООО "Ромашка"', 'РОМАШКА, ООО')).toBe(true);
    expect(companyNamesEqual('Bar Muñoz, S.L.', 'bar munoz')).toBe(true);
  });

  it('tells companies apart, and does not equate nothing with nothing', () => {
    expect(companyNamesEqual('Bar Muñoz 1', 'Bar Muñoz 2')).toBe(false);
    expect(companyNamesEqual('', '')).toBe(false);
  });
});

describe('looksLikeCompany', () => {
  it.each([
    'Vidrios del Norte SL',
    'ИП Соловьёв',
    'Магазин Ромашка',
    'Taller Pepe',
    '«Окна Плюс»',
    'Τσιμέντα Α.Ε.',
    'Nike Inc.',
    'Padaria Sol',
  ])('takes %j for one', (name) => {
    expect(looksLikeCompany(name)).toBe(true);
  });

  it.each([
    'José García',
    'João Sá',
    'Ana peluquería',
    'Щербакова Пётр',
    'Βασιλείου Ελένη',
    'José "Pepe" García',
    'Любит "утро"',
    'Lola (peluquería)',
    '',
  ])('does not take %j for one', (name) => {
    expect(looksLikeCompany(name)).toBe(false);
  });
});
