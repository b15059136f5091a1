import type { Mapping } from '#shared/import/mapping.ts';
import type { SourceRow } from '#shared/import/table.ts';
import { cellText } from '#shared/import/values/cell-text.ts';
import { readNumber } from '#shared/import/values/read-number.ts';
import { foldText } from '#shared/text/fold-text.ts';

const totalWords = new Set(
  `total, totales, totais, total general, total geral, gran total, subtotal, sub total, suma, suma total, sumas, soma, total clientes, total de clientes,
  total registros, total de registros, numero de registros, n de registros, registros, total proveedores, total contactos, total a pagar, total pagina,
  suma y sigue, suma anterior, suma sigue, saldo anterior, a transportar, transporte, перенос, итого по странице, σε μεταφορά, από μεταφορά,
  carried forward, brought forward, total grupo, total filas, cantidad de clientes, recuento, promedio, media, media aritmetica, average,
  итого, всего, итог, итоги, всего клиентов, всего записей, количество записей, итого клиентов, всего контрагентов, общий итог, общая сумма, итого по листу,
  σύνολο, σύνολα, γενικό σύνολο, μερικό σύνολο, σύνολο πελατών, σύνολο εγγραφών, αθροισμα, πλήθος,
  grand total, totals, sum, count, total count, total rows, total customers, total records, total de fornecedores, total de contatos, quantidade`
    .split(',')
    .map(foldText),
);
const countLine =
  /^(?:total\p{L}*|totales|registros?|clientes|contactos|итого|всего|записей|количество|σύνολο|πλήθος|records?|count|rows|filas|linhas)[^\p{L}]*(?:[\p{L}\s]{0,30})[:=]\s*[\d.,\s]+$/iu;
const countAfter =
  /^\d[\d.\s]*\s+(?:registros?|clientes|contactos|contatos|filas|linhas|записей|клиентов|строк|контактов|εγγραφές|πελάτες|records?|rows|customers|contacts)\.?$/iu;
const footer =
  /^(?:(?:p[aá]g(?:ina)?|стр(?:аница)?|лист|σελ(?:ίδα)?|page|hoja|folha)\.?\s*(?:n?[º°.]?\s*)?\d+(?:\s*(?:\/|de|из|από|of)\s*\d+)?|[-–—\s]*\d+\s*\/\s*\d+[-–—\s]*|fin(?:al)?\s+(?:de(?:l)?\s+)?(?:la\s+)?(?:lista(?:do)?|informe|fichero|documento|relaci[oó]n)|fim\s+d[aeo]\s+\p{L}+|конец\s+\p{L}+|τέλος\s+\p{L}+|end\s+of\s+.{1,30}|\*{2,}.*|-{3,}|={3,}|_{3,})$/iu;
const signed =
  /_{4,}|^(?:firma(?:do)?|assinatura|подпись|м\.\s?п\.|υπογραφή|signature|signed|ответственный исполнитель|сформировано|отч[её]т сформирован|дата печати|распечатано|impreso|impresso|generado|gerado|emitido|fecha de (?:impresi[oó]n|emisi[oó]n)|data de (?:impress[aã]o|emiss[aã]o)|printed|exported|exportado|ημερομηνία εκτύπωσης|εκτυπώθηκε)(?:$|[\s:.])/iu;

/** What a program prints above or below a list, with a colon and more after it. */
const printedWith =
  /^(?:usuario|utilizador|usu[aá]rio|user|пользователь|χρήστης|filtro|filter|отбор|фильтр|φίλτρο|per[ií]odo|period|период|περίοδος|fecha|data|date|дата|ημερομηνία|hora|time|время|orden|ordenado por|sorted by|сортировка)\s*:/iu;
/** A row with one cell of more words than this is a sentence about the list. */
const wordsOfName = 12;

/** Whom a part of a list is of: "Clientes A", "ПОСТАВЩИКИ", "Χονδρική". */
const sectionPeople = wordsOf(`clientes, clientas, proveedores, proveedoras, acreedores, deudores, socios, alumnos, pacientes,
  contactos, empresas, particulares, autonomos, hombres, mujeres, mayoristas, minoristas, morosos, activos, inactivos, bajas, altas, varios,
  fornecedores, contatos, alunos, inativos, ativos,
  клиенты, покупатели, поставщики, партнеры, контрагенты, контакты, сотрудники, пациенты, ученики, организации, физлица, юрлица,
  физические, юридические, оптовики, розничные, постоянные, прочие, разные, новые, старые,
  πελατες, προμηθευτες, επαφες, μαθητες, ασθενεις, ιδιωτες, εταιρειες, χονδρικη, λιανικη, ανενεργοι, ενεργοι, διαφοροι,
  customers, clients, suppliers, vendors, contacts, companies, individuals, members, students, patients, active, inactive, various`);
/** What a part of a list is: counts only with its number, letter or direction, for a company may be called so. */
const sectionKinds =
  wordsOf(`zona, grupo, ruta, rota, seccion, seçao, sector, setor, categoria, letra, bloque, bloco, hoja, tabla, lista,
  nivel, curso, clase, turma, serie, tarifa, delegacion, provincia, distrito, barrio, bairro,
  группа, зона, категория, раздел, район, регион, буква, участок, маршрут, список, класс,
  ομαδα, ζωνη, κατηγορια, περιοχη, τομεας, γραμμα, διαδρομη, ταξη,
  group, zone, category, section, area, region, route, letter, class, list, tier, grade`);
const sectionNumber =
  /^(?:[\p{L}\p{N}]{1,2}|[ivxlc]+|norte|sur|sul|este|leste|oeste|centro|север|юг|восток|запад|центр|βορεια|νοτια|ανατολικα|δυτικα|κεντρο|north|south|east|west|centre|center)$/u;
const letterAlone = /^[-–—*.\s]*\p{L}(?:\s*[-–—]\s*\p{L})?[-–—*.:\s]*$/u;

/**
 * Builds the question whether a row is no one's: a total, a count, a page's footer, a signature, or the header once more.
 * A row with a phone or an email is somebody's, whatever their name.
 */
export function createRowFilter(mapping: Mapping): (row: SourceRow) => boolean {
  const contactColumns = new Set(
    mapping.columns
      .filter(({ target }) => target === 'phone' || target === 'email' || target === 'messenger')
      .map(({ index }) => index),
  );
  const headers = mapping.columns.map(({ header, index }) => ({ index, keys: header.split(' / ').map(plain) }));
  const width = mapping.columns.length;
  return (row) => {
    const first = row.cells.findIndex((cell) => typeof cell === 'string' && cell.trim() !== '');
    if (first === -1) return false;
    if (isHeaderAgain(row, headers)) return true;
    if (hasContact(row, contactColumns)) return false;
    return isTotal(row, first) || isFooter(row, { first, width }) || isSection(row, { first, columns: mapping.columns });
  };
}

/** Says whether a row is a total, footer or repeated header of a table brought in with this mapping. */
export function isTotalsRow(row: SourceRow, mapping: Mapping): boolean {
  return createRowFilter(mapping)(row);
}

function hasContact(row: SourceRow, columns: ReadonlySet<number>): boolean {
  return row.cells.some((cell, index) => {
    const text = columns.has(index) ? cellText(cell) : '';
    return text.includes('@') || text.replace(/\D/g, '').length >= 5;
  });
}

function isTotal(row: SourceRow, first: number): boolean {
  const text = cellText(row.cells[first]);
  if (text.length > 60) return false;
  if (countLine.test(text) || countAfter.test(text)) return true;
  if (!totalWords.has(foldText(text))) return false;
  // Somebody may be called "Total": then there is more about them than sums.
  return row.cells.every((cell, index) => index === first || cellText(cell) === '' || isAmount(cellText(cell)));
}

function isAmount(text: string): boolean {
  return readNumber(text, ',') !== null || totalWords.has(foldText(text)) || countAfter.test(text);
}

function isFooter(row: SourceRow, { first, width }: { first: number; width: number }): boolean {
  const filled = row.cells.filter((cell) => cellText(cell) !== '').length;
  const text = cellText(row.cells[first]);
  if (filled > Math.max(2, width / 3)) return false;
  if (filled === 1 && width > 1 && (printedWith.test(text) || text.split(/\s+/).length > wordsOfName)) return true;
  // "Listado de clientes | Pág. 2": the title of the next page.
  return row.cells.some((cell) => footer.test(cellText(cell))) || (width > 1 && signed.test(text));
}

/** The heading of a part of the list: nothing else is in its row, and it names a part or stands where no name does. */
function isSection(row: SourceRow, { first, columns }: { first: number; columns: Mapping['columns'] }): boolean {
  const used = columns.filter(({ target }) => target !== 'ignore');
  if (used.length < 2 || used.some(({ index }) => index !== first && cellText(row.cells[index]) !== '')) return false;
  const text = cellText(row.cells[first]);
  if (columns.some(({ index, target }) => index === first && target === 'ignore') && !/^\d+$/.test(text)) return true;
  if (text.length > 60) return false;
  if (letterAlone.test(text)) return true;
  const words = foldText(text).split(' ');
  if (words.some((word, at) => (at === 0 || at === words.length - 1) && sectionPeople.has(word))) return true;
  const others = words.filter((word) => !sectionKinds.has(word));
  return others.length < words.length && others.every((word) => sectionNumber.test(word));
}

function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.split(',').map(foldText));
}

function isHeaderAgain(
  row: SourceRow,
  headers: readonly { readonly index: number; readonly keys: readonly string[] }[],
): boolean {
  let filled = 0;
  let same = 0;
  for (const { index, keys } of headers) {
    const cell = row.cells[index];
    if (cell === null || cell === undefined || cell === '') continue;
    filled++;
    if (typeof cell === 'string' && cell.length < 80 && keys[0] !== '' && keys.includes(plain(cell))) same++;
    // Nearly every row is given up here, at its first cell or two.
    else if (filled - same > 1) return false;
  }
  const isWhole = same > 0 && same === filled && (filled > 1 || headers.length === 1);
  return isWhole || (same >= 3 && same >= filled * 0.75);
}

function plain(text: string): string {
  return text.trim().toLowerCase();
}
