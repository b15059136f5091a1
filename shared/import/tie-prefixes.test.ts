import { describe, expect, it } from 'vitest';
import { draftTable } from '#shared/import/testing/draft-table.ts';
import { joinPrefix } from '#shared/import/tie-prefixes.ts';

const phones = (text: string, country: string) =>
  draftTable(text, country).flatMap(({ contact }) => (contact?.phones ?? []).map(({ e164 }) => e164));

describe('a column of codes before the phones', () => {
  it.each([
    ['Nome|DDD|Telefone\nAna|11|98765-4321\nRui|21|2345-6789', 'BR', ['+5511987654321', '+552123456789']],
    ['ФИО|Код|Телефон\nИванов Иван|495|123-45-67\nПетров Пётр|916|222-33-44', 'RU', ['+74951234567', '+79162223344']],
    ['Nombre|Prefijo|Teléfono\nAna|+34|625607313\nJean|+33|612345678', 'ES', ['+34625607313', '+33612345678']],
    ['Name|Country code|Mobile\nJean|33n|612345678n\nAna|34n|625607313n', 'US', ['+33612345678', '+34625607313']],
  ])('is part of them in %j', (text, country, expected) => {
    expect(phones(text, country)).toEqual(expected);
  });

  it('is none where the phones are whole without it', () => {
    const [draft] = draftTable('Nombre|Código|Teléfono\nAna|34|625607313\nLuis|35|691271846', 'ES');
    expect(draft?.contact?.phones?.map(({ raw }) => raw)).toEqual(['625607313']);
  });

  it('is left out before a phone that has a code of its own', () => {
    expect(joinPrefix('34', '+33 612345678', 'ES')).toBe('+33 612345678');
    expect(joinPrefix('-', '625607313', 'ES')).toBe('625607313');
  });
});
