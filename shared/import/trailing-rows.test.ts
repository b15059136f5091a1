import { describe, expect, it } from 'vitest';
import { proposeMapping } from '#shared/import/propose-mapping.ts';
import { tableOf } from '#shared/import/testing/table-of.ts';
import { isTotalsRow } from '#shared/import/trailing-rows.ts';

const header = 'Nº|Nombre|Teléfono|Ciudad|Total compras';
const { mapping } = proposeMapping(tableOf(`${header}\n1|Ana Ruiz|612345678|Madrid|12`), { format: 'csv', country: 'ES' });
const isSkipped = (line: string) => tableOf(line).every((row) => isTotalsRow(row, mapping));

describe('isTotalsRow', () => {
  it.each([
    '|TOTAL|||488074.90n',
    'Итого:||||1 234,50',
    'Всего записей: 400||||',
    'Σύνολο||||12',
    'Total general|400|||99 €',
    'Totais||||R$ 12,00',
    'Total clientes: 400||||',
    '400 registros||||',
    'Página 1 de 10||||',
    'Стр. 2 из 3||||',
    'Fin del listado||||',
    'Директор ____________ /Иванов/||||',
    'Firma:||||',
    header,
    'Usuario: admin||||',
    'En cumplimiento de la ley de protección de datos este listado es confidencial y no puede ser cedido||||',
    '|Suma y sigue|||12,50',
    'Listado de clientes||Pág. 2||',
    '|Clientes A|||',
    'PROVEEDORES||||',
    '|B|||',
    'Zona Norte||||',
    '|Группа 3|||',
    'Покупатели из Твери||||',
    '|Ζώνη 2|||',
    'Madrid||||',
  ])('leaves %j out', (line) => {
    expect(isSkipped(line)).toBe(true);
  });

  it.each([
    '|Total|612345678||',
    '7|Total Look Peluquería||Madrid|',
    '|Ana Ruiz|||',
    '|Grupo Planeta|||',
    '|Clientes A|612345678||',
    '|Zona Norte||Madrid|',
    '|Media Markt||Madrid|',
    '|Suma Suministros SL|||12',
  ])('keeps %j', (line) => {
    expect(isSkipped(line)).toBe(false);
  });
});
