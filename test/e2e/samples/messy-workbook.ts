import { utils, write } from 'xlsx';

/** What a test hands to the page as a chosen file. */
export type SampleFile = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

/**
 * A list as shops keep them: titles and blank rows above, names of columns over two lines, a column whose name says
 * another thing than its values, the same people twice under numbers written differently, and totals below.
 * Six rows bring four people: Ana's second row says nothing new of her, Eva's second one adds a note.
 */
const rows = [
  ['LISTADO DE CLIENTES'],
  [],
  ['Actualizado el 3 de marzo de 2024'],
  [],
  ['Cliente', '', 'Contacto', '', '', ''],
  ['Nombre', 'Apellidos', 'Tel.', 'Correo', 'Empresa', 'Observaciones'],
  ['Ana', 'López Ruiz', '600 100 200', 'ana@example.es', 'Sevilla', 'Ventana doble'],
  ['José', 'Núñez', '(91) 122-33-44', '', 'Madrid', ''],
  [],
  ['ANA', 'LOPEZ RUIZ', '+34 600-100-200', '', 'Sevilla', ''],
  ['Eva', 'Ruiz', '0034 622 33 44 55', 'eva@example.es', 'Cádiz', ''],
  ['Eva', 'Ruiz', '622334455', '', 'Cádiz', 'Persianas'],
  ['Luis', 'Gil', '915.55.66.77', '', 'Huelva', ''],
  [],
  ['TOTAL', 6, '', '', '', ''],
];

export function messyWorkbook(): SampleFile {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'Clientes');
  return {
    name: 'clientes.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer,
  };
}
