import { describe, expect, it } from 'vitest';
import { isFormulaError } from '#shared/import/values/cell-text.ts';
import { readDate } from '#shared/import/values/read-date.ts';
import { readEmails } from '#shared/import/values/read-emails.ts';
import { readNumber } from '#shared/import/values/read-number.ts';
import { readKind, readPartyType, readYesNo } from '#shared/import/values/read-words.ts';
import { isTaxId, restoreTaxId, taxIdHolder } from '#shared/import/values/tax-id.ts';

describe('readDate', () => {
  const options = { order: 'dmy', lastShortYear: 26 } as const;
  it.each([
    ['1980-05-12', '1980-05-12'],
    ['2024-01-02T10:30', '2024-01-02'],
    ['12/05/1980', '1980-05-12'],
    ['1.2.85', '1985-02-01'],
    ['01-02-26', '2026-02-01'],
    ['24.12.2025 23:20:01', '2025-12-24'],
    ['12/25/1980', '1980-12-25'],
    ['12 de mayo de 1980', '1980-05-12'],
    ['5 мая 1980 г.', '1980-05-05'],
    ['May 12, 1980', '1980-05-12'],
    ['12-mai-80', '1980-05-12'],
    ['12 Μαΐου 1980', '1980-05-12'],
    ['3 de março', '0000-03-03'],
    ['29/02', '0000-02-29'],
    ['--05-12', '0000-05-12'],
    ['0000-05-12', '0000-05-12'],
    ['29353', '1980-05-12'],
  ])('reads %j', (text, iso) => {
    expect(readDate(text, options)).toEqual({ type: 'date', iso });
  });

  it.each(['31/02/1980', 'ayer', '1980', '12/13/14/15', '45 de mayo', '99999999'])('refuses %j', (text) => {
    expect(readDate(text, options).type).toBe('invalid');
  });

  it('sees that an empty date says nothing', () => {
    expect(readDate('0/0/00', options).type).toBe('empty');
  });

  it('reads the month first where that is the order', () => {
    expect(readDate('05/12/1980', { ...options, order: 'mdy' })).toEqual({ type: 'date', iso: '1980-05-12' });
  });
});

describe('readNumber', () => {
  it.each([
    ['R$ 1.234,56', ',', 1234.56],
    ['1 234,56 ₽', ',', 1234.56],
    ['$1,234.50', ',', 1234.5],
    ['1.234', ',', 1234],
    ['1.234', '.', 1.234],
    ['1.234.567', '.', 1234567],
    ['12,5 %', '.', 12.5],
    ['(12,50)', ',', -12.5],
    ['-3', ',', -3],
    ['1234 руб.', ',', 1234],
  ] as const)('reads %j with decimal %j', (text, decimal, value) => {
    expect(readNumber(text, decimal)).toBe(value);
  });

  it.each(['', '-', 'doce', '12 kg', '1a'])('refuses %j', (text) => {
    expect(readNumber(text, ',')).toBeNull();
  });
});

describe('readEmails', () => {
  it.each([
    ['ana@x.es', ['ana@x.es']],
    ['"Ana Ruiz" <ana@x.es>; b@y.com', ['ana@x.es', 'b@y.com']],
    ['mailto:ana@x.es', ['ana@x.es']],
    ['juan @ x.es', ['juan@x.es']],
    ['ana@x.es, ana@x.es', ['ana@x.es']],
    ['почта@пример.рф', ['почта@пример.рф']],
  ])('finds the addresses in %j', (text, addresses) => {
    expect(readEmails(text)).toEqual({ addresses, invalid: [] });
  });

  it.each(['luis@gmail', 'ana@@x.es', 'maria.gmail.com'])('refuses %j', (text) => {
    const { addresses, invalid } = readEmails(text);
    expect([addresses, invalid.length]).toEqual([[], 1]);
  });
});

describe('tax numbers', () => {
  it.each([
    ['12345678Z', 'ES'],
    ['B12345678', 'ES'],
    ['123456789', 'PT'],
    ['529.982.247-25', 'BR'],
    ['11222333000181', 'BR'],
    ['094014201', 'GR'],
    ['7707083893', 'RU'],
    ['12.345.678-5', 'CL'],
  ])('knows %j of %s', (text, country) => {
    expect(isTaxId(text, country)).toBe(true);
  });

  it.each([
    ['12345678A', 'ES'],
    ['11111111111', 'BR'],
    ['625607313', 'ES'],
    ['7707083894', 'RU'],
  ])('does not take %j for one in %s', (text, country) => {
    expect(isTaxId(text, country)).toBe(false);
  });

  it('gives back the zeros that a spreadsheet dropped', () => {
    expect(restoreTaxId('94014201', 'GR')).toBe('094014201');
    expect(restoreTaxId('1234567', 'BR')).toBe('1234567');
  });

  it('tells whose a number can only be', () => {
    expect(taxIdHolder('B12345678', 'ES')).toBe('company');
    expect(taxIdHolder('12345678Z', 'ES')).toBe('contact');
    expect(taxIdHolder('11.222.333/0001-81', 'BR')).toBe('company');
    expect(taxIdHolder('7707083893', 'RU')).toBe('company');
    expect(taxIdHolder('094014201', 'GR')).toBeNull();
  });
});

describe('words', () => {
  it('reads yes and no, kinds and sorts of party in every language', () => {
    expect(['Sí', 'да', 'Ναι', 'x', 'нет', 'não', 'quizás'].map(readYesNo)).toEqual([true, true, true, true, false, false, null]);
    expect(['Cliente', 'поставщик', 'Προμηθευτής', 'lead', 'gato'].map(readKind)).toEqual([
      'client',
      'supplier',
      'supplier',
      'lead',
      null,
    ]);
    expect(['Юр. лицо', 'Particular', 'PJ', 'gato'].map(readPartyType)).toEqual(['company', 'contact', 'company', null]);
  });

  it.each(['#N/A', '#REF!', '#¡REF!', '#ЗНАЧ!', '#####'])('knows %j for a failed formula', (text) => {
    expect(isFormulaError(text)).toBe(true);
  });

  it('does not take a hash tag or a number sign for one', () => {
    expect(['#1', '#verano', '# 12'].map(isFormulaError)).toEqual([false, false, false]);
  });
});
