import { units } from '#shared/deal/fields.ts';
import type { Unit } from '#shared/deal/fields.ts';
import { foldText } from '#shared/text/fold-text.ts';

// Price list files come with headings in the language of whoever made them.

export const productColumns = ['code', 'name', 'category', 'description', 'kind', 'unit', 'price', 'tax'] as const;
export type ProductColumn = (typeof productColumns)[number];

function words(text: string): readonly string[] {
  return text.split(', ');
}

/** Words of headings in English, Spanish, Portuguese, Greek and Russian; the first that fits wins. */
const headings: Readonly<Record<ProductColumn, readonly string[]>> = {
  code: words(
    'code, sku, article, article no, article number, item no, item code, part number, ref, reference, código, ' +
      'cód, referencia, referência, artigo, κωδικός, κωδ, артикул, код, арт',
  ),
  name: words(
    'name, product, item, product name, service, title, goods, nombre, producto, artículo, servicio, ' +
      'denominación, concepto, nome, produto, serviço, designação, item, όνομα, ονομασία, προϊόν, είδος, υπηρεσία, ' +
      'название, наименование, товар, услуга, номенклатура, продукт',
  ),
  category: words(
    'category, group, family, section, categoría, grupo, familia, categoria, família, secção, κατηγορία, ομάδα, ' +
      'категория, группа, раздел',
  ),
  description: words('description, details, descripción, detalle, descrição, detalhe, περιγραφή, описание, комментарий'),
  kind: words('kind, type, tipo, τύπος, тип, вид'),
  unit: words(
    'unit, uom, unit of measure, units, unidad, ud, medida, unidad de medida, unidade, un, μονάδα, μ μ, ' +
      'μονάδα μέτρησης, единица, ед, ед изм, единица измерения',
  ),
  price: words(
    'price, unit price, retail price, sale price, precio, pvp, tarifa, precio venta, preço, ' +
      'preço venda, valor, τιμή, τιμή πώλησης, λιανική, цена, розничная цена, стоимость, цена продажи',
  ),
  tax: words('tax, vat, tax rate, vat rate, iva, impuesto, imposto, φπα, ндс, ставка ндс, налог'),
};

const byHeading = new Map(productColumns.flatMap((column) => headings[column].map((word) => [foldText(word), column] as const)));

/** What each column of a price list is, by its heading; each thing once. A description is the name where there is no other. */
export function proposeProductColumns(cells: readonly string[]): ReadonlyMap<number, ProductColumn> {
  const found = new Map<number, ProductColumn>();
  const taken = new Set<ProductColumn>();
  // A heading that is just the word comes before one that only begins with it: "Price" before "Price with discount".
  for (const read of [exactly, beginning])
    for (const [index, cell] of cells.entries()) {
      const column = found.has(index) ? undefined : read(foldText(cell));
      if (!column || taken.has(column)) continue;
      found.set(index, column);
      taken.add(column);
    }
  // Many lists describe what is sold and give it no other name.
  const described = [...found].find(([, column]) => column === 'description')?.[0];
  if (!taken.has('name') && described !== undefined) found.set(described, 'name');
  return found;
}

function exactly(heading: string): ProductColumn | undefined {
  return byHeading.get(heading);
}

function beginning(heading: string): ProductColumn | undefined {
  for (let left = heading.split(' ').slice(0, -1); left.length > 0; left = left.slice(0, -1)) {
    const column = byHeading.get(left.join(' '));
    if (column) return column;
  }
  return undefined;
}

const unitWords: Readonly<Record<Unit, readonly string[]>> = {
  piece: words('piece, pc, pcs, unit, each, ea, unidad, ud, uds, u, pieza, pza, unidade, un, peça, τεμάχιο, τεμ, штука, шт'),
  squareMetre: words(
    'm2, m², sqm, sq m, square metre, square meter, metro cuadrado, metro quadrado, τ μ, τετραγωνικό, м2, м², ' + 'кв м',
  ),
  metre: words('m, metre, meter, ml, lm, metro, metro lineal, metro linear, μέτρο, μ, м, метр, пог м, п м, м п'),
  hour: words('hour, h, hr, hora, ώρα, час, ч'),
  kilogram: words('kg, kilogram, kilo, kilogramo, quilograma, κιλό, κγ, кг, килограмм'),
  litre: words('l, litre, liter, litro, λίτρο, л, литр'),
  set: words('set, kit, juego, conjunto, jogo, σετ, набор, комплект, компл'),
  service: words('service, servicio, serviço, υπηρεσία, услуга'),
};

const unitByWord = new Map(units.flatMap((unit) => [unit, ...unitWords[unit]].map((word) => [foldUnit(word), unit] as const)));

/** The unit a word or abbreviation stands for, in any of the five languages; undefined where none is known. */
export function readUnit(text: string): Unit | undefined {
  return unitByWord.get(foldUnit(text));
}

function foldUnit(text: string): string {
  return foldText(text.replaceAll('²', '2'));
}

/** Says whether a word of a column "kind" means a service. */
export function meansService(text: string): boolean {
  return readUnit(text) === 'service';
}
