import { describe, expect, it } from 'vitest';
import { detectLayout, joinHeaders } from '#shared/import/detect-layout.ts';
import { tableOf } from '#shared/import/testing/table-of.ts';

const layoutOf = (text: string) => {
  const rows = tableOf(text);
  const { headerLines, firstLine } = detectLayout(rows);
  return { headers: joinHeaders(rows, headerLines), headerLines, firstLine };
};

describe('detectLayout', () => {
  it('finds the header under titles, a letterhead and blank rows', () => {
    const { headerLines, firstLine } = layoutOf(`
LISTADO DE CLIENTES - TIENDA CENTRO||
Actualizado:|2026-03-03|
Tel: 912345678||

Nº|Nombre|Teléfono
1n|Ana Ruiz|612345678`);
    expect({ headerLines, firstLine }).toEqual({ headerLines: [5], firstLine: 6 });
  });

  it('joins the lines of a two-line header', () => {
    const { headers, headerLines, firstLine } = layoutOf(`
Nombre|Teléfono||Dirección||
|fijo|móvil|calle|ciudad|CP
Ana Ruiz|912345678|612345678|C/ Mayor 1|Madrid|28001`);
    expect(headers).toEqual([
      'Nombre',
      'Teléfono / fijo',
      'Teléfono / móvil',
      'Dirección / calle',
      'Dirección / ciudad',
      'Dirección / CP',
    ]);
    expect({ headerLines, firstLine }).toEqual({ headerLines: [1, 2], firstLine: 3 });
  });

  it('takes groups of columns above a whole header for its first line, but not a title', () => {
    expect(
      layoutOf(`
LISTADO||||
Datos del cliente||Contacto||
Nombre|Apellidos|Móvil|Email|
Ana|Ruiz|612345678|a@x.es|`).headerLines,
    ).toEqual([2, 3]);
    expect(
      layoutOf(`
CLIENTES||
Nombre|Apellidos|Móvil
Ana|Ruiz|612345678`).headerLines,
    ).toEqual([2]);
  });

  it('passes over the numbers of the columns that official forms have', () => {
    expect(
      layoutOf(`
№|Наименование|Телефон
1|2|3
1|Кафе Уют|8 916 123-45-67`).firstLine,
    ).toBe(3);
  });

  it('sees that there is no header', () => {
    expect(layoutOf('Ana Ruiz|612345678|ana@x.es\nLuis Gil|622345678|')).toMatchObject({ headerLines: [], firstLine: 1 });
  });

  it('takes unknown words over phones and emails for a header', () => {
    expect(layoutOf('Izena|Zenbakia\nAna Ruiz|612345678\nJon Gil|622345678').headerLines).toEqual([1]);
  });
});
