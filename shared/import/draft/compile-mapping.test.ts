import { describe, expect, it } from 'vitest';
import { companyInputSchema } from '#shared/company/fields.ts';
import { contactInputSchema } from '#shared/contact/fields.ts';
import { proposeMapping } from '#shared/import/propose-mapping.ts';
import { draftTable } from '#shared/import/testing/draft-table.ts';
import { tableOf } from '#shared/import/testing/table-of.ts';
import { draftRow } from './compile-mapping.ts';
import type { RowDraft } from './row-draft.ts';

const codes = (draft: RowDraft | undefined) => draft?.problems.map(({ code, severity, value }) => [code, severity, value]);
const phones = (draft: RowDraft | undefined) =>
  [...(draft?.contact?.phones ?? []), ...(draft?.company?.phones ?? [])].map(({ e164 }) => e164);

describe('people', () => {
  it('splits names in whichever order they are written, and tidies their spaces', () => {
    const rows = draftTable('Nombre y apellidos|Móvil\nNúria  Ibáñez |625607313n\nNúñez, Óscar|0034697280799', 'ES');
    expect(rows.map(({ contact }) => [contact?.givenName, contact?.familyName])).toEqual([
      ['Núria', 'Ibáñez'],
      ['Óscar', 'Núñez'],
    ]);
    expect(rows.flatMap(phones)).toEqual(['+34625607313', '+34697280799']);
  });

  it('takes a person for the one a shop belongs to, and a person among organisations for one', () => {
    const [shop] = draftTable('Razón social|Nombre comercial|NIF|Tel\nPedro Martín Sanz|Bar Pedro|12345678Z|611223344', 'ES');
    expect([shop?.contact?.givenName, shop?.contact?.taxId, shop?.company?.name]).toEqual(['Pedro', '12345678Z', 'Bar Pedro']);
    const rows = draftTable('ΕΠΩΝΥΜΙΑ|ΤΗΛ\nΠΑΠΑΔΟΠΟΥΛΟΣ ΓΕΩΡΓΙΟΣ|6944123456\nΑΛΟΥΜΙΝΙΑ Α.Ε.|2310123456', 'GR');
    expect(rows.map(({ contact, company }) => [contact?.familyName, company?.name])).toEqual([
      ['ΠΑΠΑΔΟΠΟΥΛΟΣ', undefined],
      [undefined, 'ΑΛΟΥΜΙΝΙΑ Α.Ε.'],
    ]);
  });

  it('reads the headers of Ukraine, and nothing from marks that stand for nothing', () => {
    const rows = draftTable("Прізвище|Ім'я|По батькові|Телефон\nШевченко|Тарас|Григорович|050 123-45-67\n-|-|...|—", 'UA');
    expect(rows.map(({ contact }) => [contact?.familyName, contact?.givenName, contact?.middleName])).toEqual([
      ['Шевченко', 'Тарас', 'Григорович'],
    ]);
  });

  it('puts surnames from two columns together', () => {
    const [draft] = draftTable('Nombre|Apellido paterno|Apellido materno\nAna|López|Gil', 'MX');
    expect(draft?.contact).toMatchObject({ givenName: 'Ana', familyName: 'López Gil' });
  });

  it('makes a contact of an organisation for a row that names both', () => {
    const [draft] = draftTable('Nombre|Apellidos|Empresa|Cargo|Móvil|Web\nAna|Ruiz|Bar X|Gerente|612345678|barx.es', 'ES');
    expect(draft?.contact).toMatchObject({
      givenName: 'Ana',
      jobTitle: 'Gerente',
      phones: [{ label: 'mobile', e164: '+34612345678' }],
    });
    expect(draft?.company).toEqual({ name: 'Bar X', webPages: [{ label: '', url: 'barx.es' }] });
    expect(draft?.role).toBe('Gerente');
  });

  it('takes a remark in brackets out of a name', () => {
    const [draft] = draftTable('Клиент|Телефон\nСергей Петров (Камри)|8 916 123-45-67', 'RU');
    expect(draft?.contact).toMatchObject({ givenName: 'Сергей', familyName: 'Петров', notes: 'Клиент: Камри' });
  });

  it('imports a phone without a name, with a warning', () => {
    const [draft] = draftTable('Nombre|Móvil\n|612345678', 'ES');
    expect(codes(draft)).toEqual([['namelessRow', 'warning', '']]);
    expect(phones(draft)).toEqual(['+34612345678']);
  });

  it('refuses a row that could identify nobody', () => {
    const draft = draftTable('Nombre|Móvil|Notas\nAna Ruiz|612345678|\n|-|rubia', 'ES')[1];
    expect(draft).toMatchObject({ contact: null, company: null, skipped: false });
    expect(codes(draft)).toEqual([['nothingToSave', 'error', '']]);
  });

  it('takes names out of a list that has them beside the numbers', () => {
    const rows = draftTable('Teléfonos\nAna Ruiz 622345678\n612345678\nLuis 632345678, 642345678', 'ES');
    expect(rows.map((draft) => [draft.contact?.givenName, ...phones(draft)])).toEqual([
      ['Ana', '+34622345678'],
      [undefined, '+34612345678'],
      ['Luis', '+34632345678', '+34642345678'],
    ]);
  });
});

describe('organisations', () => {
  it('links a counterparty and its contact person, who gets phones and emails', () => {
    const [draft] = draftTable(
      'Код|Наименование|Контактное лицо|Телефоны|ИНН|Адрес|E-mail\n01|ООО «Окна Плюс»|Чайкина Ольга|8-495-348-08-54; доб. 924|7707083893|Казань, ул. Ленина 23|a@x.ru',
      'RU',
    );
    expect(draft?.contact).toMatchObject({
      givenName: 'Ольга',
      familyName: 'Чайкина',
      phones: [{ raw: '8-495-348-08-54; доб. 924', e164: '+74953480854', extension: '924' }],
      emails: [{ address: 'a@x.ru' }],
    });
    expect(draft?.company).toMatchObject({
      name: 'ООО «Окна Плюс»',
      taxId: '7707083893',
      addresses: [{ street: 'Казань, ул. Ленина 23' }],
    });
  });

  it('gives an organisation the phones when nobody is named', () => {
    const [draft] = draftTable('Empresa|Contacto|Teléfono\nVidrios SL||912345678', 'ES');
    expect([draft?.contact, draft?.company?.phones?.[0]?.e164]).toEqual([null, '+34912345678']);
  });

  it('finds organisations among people, and people among organisations', () => {
    const mixed = draftTable('Cliente|Móvil\nTransportes Ruiz S.L.|612345678\nAna Ruiz|622345678', 'ES');
    expect(mixed.map(({ contact, company }) => [contact?.givenName, company?.name])).toEqual([
      [undefined, 'Transportes Ruiz S.L.'],
      ['Ana', undefined],
    ]);
    const sole = draftTable('Наименование|ИНН|Код\nИванов Иван Иванович||1\nООО Ромашка|7707083893|2', 'RU');
    expect(sole.map(({ contact, company }) => [contact?.familyName, company?.name])).toEqual([
      ['Иванов', undefined],
      [undefined, 'ООО Ромашка'],
    ]);
  });

  it('asks for nobody at an organisation without a name of its own', () => {
    const [draft] = draftTable('Razón social|Nombre comercial|CIF\nVidrios del Norte SL|Cristalería Norte|B12345678', 'ES');
    expect(draft?.company).toMatchObject({ name: 'Cristalería Norte', legalName: 'Vidrios del Norte SL', taxId: 'B12345678' });
    expect(draftTable('Razón social|CIF\nVidrios del Norte SL|B12345678', 'ES')[0]?.company).toEqual({
      name: 'Vidrios del Norte SL',
      taxId: 'B12345678',
    });
  });

  it('gives a tax number to whom it can only belong', () => {
    const rows = draftTable('Nombre|Apellidos|Empresa|NIF\nAna|Ruiz|Bar X|B12345678\nLuis|Gil|Bar Y|12345678Z', 'ES');
    expect(rows.map(({ contact, company }) => [contact?.taxId, company?.taxId])).toEqual([
      [undefined, 'B12345678'],
      ['12345678Z', undefined],
    ]);
  });

  it('gives what a header calls the company’s to the company', () => {
    const [draft] = draftTable('Nombre|Empresa|Móvil|Teléfono empresa\nAna Ruiz|Bar X|612345678|912345678', 'ES');
    expect(draft?.company?.phones?.map(({ e164 }) => e164)).toEqual(['+34912345678']);
  });
});

describe('cells', () => {
  it('keeps a phone that a spreadsheet spoilt in the notes and never as a phone', () => {
    const [draft] = draftTable('Cliente|Tlf.|Obs.\nAna Ruiz|7,91E+10|paga tarde', 'ES');
    expect(codes(draft)).toEqual([['phoneDamagedByExcel', 'warning', '7,91E+10']]);
    expect([phones(draft), draft?.contact?.notes]).toEqual([[], 'paga tarde\nTlf.: 7,91E+10']);
  });

  it('keeps an unreadable phone as typed, and says so', () => {
    const [draft] = draftTable('Cliente|Móvil\nAna Ruiz|91 234', 'ES');
    expect(draft?.contact?.phones).toEqual([{ label: 'mobile', raw: '91 234', e164: null, extension: '', digits: '91234' }]);
    expect(codes(draft)).toEqual([['phoneUnreadable', 'warning', '91 234']]);
  });

  it('sorts out emails and phones that share a cell or stand in each other’s column', () => {
    const rows = draftTable(
      'Cliente|Teléfono|Correo\nAna Ruiz|612345678 ana@x.es|\nLuis Gil||622345678\nEva Mas||eva@gmail\nPía Sol||pia@x.es',
      'ES',
    );
    expect(rows.map((draft) => [phones(draft), draft.contact?.emails?.map(({ address }) => address)])).toEqual([
      [['+34612345678'], ['ana@x.es']],
      [['+34622345678'], undefined],
      [[], undefined],
      [[], ['pia@x.es']],
    ]);
    expect(codes(rows[2])).toEqual([['emailInvalid', 'warning', 'eva@gmail']]);
    expect(rows[2]?.contact?.notes).toBe('Correo: eva@gmail');
  });

  it('reads what stands for nothing as nothing, without a warning', () => {
    const [draft] = draftTable('Cliente|Móvil|Email|Cumpleaños\nAna Ruiz|no tiene|-|0/0/00', 'ES');
    expect(draft).toMatchObject({ contact: { givenName: 'Ana', familyName: 'Ruiz' }, problems: [] });
  });

  it('leaves out what a formula failed to work out, and keeps text that looks like one', () => {
    const [draft] = draftTable('Cliente|Móvil|Notas|Obs\nAna Ruiz|#N/A|=no es una fórmula|+34...', 'ES');
    expect(codes(draft)).toEqual([['formulaError', 'warning', '#N/A']]);
    expect(draft?.contact?.notes).toBe('=no es una fórmula\nObs: +34...');
  });

  it('reads birthdays with and without a year, and keeps what is none in the notes', () => {
    const rows = draftTable('ФИО|Дата рождения\nАнна Иванова|05.03.85\nОльга Петрова|12 апреля\nПётр Сидоров|весной', 'RU');
    expect(rows.map(({ contact }) => [contact?.birthday, contact?.notes])).toEqual([
      ['1985-03-05', undefined],
      ['0000-04-12', undefined],
      [undefined, 'Дата рождения: весной'],
    ]);
    expect(codes(rows[2])).toEqual([['dateInvalid', 'warning', 'весной']]);
  });

  it('reads custom fields by their type, and keeps what does not fit in the notes', () => {
    const lines = Array.from({ length: 10 }, (_, index) => `Ana Ruiz|R$ ${index}.234,56|sim|19/12/2021`).join('\n');
    const rows = draftTable(`Cliente|Ticket médio|Aceita SMS|Última visita\n${lines}\nRui Sá|muito|não|ontem`, 'BR');
    expect(rows[1]?.contact?.custom).toEqual({ ticketMedio: 1234.56, aceitaSms: true, ultimaVisita: '2021-12-19' });
    expect(rows[10]?.contact?.custom).toEqual({ aceitaSms: false });
    expect(rows[10]?.contact?.notes).toBe('Ticket médio: muito\nÚltima visita: ontem');
    expect(rows[10]?.problems.map(({ code }) => code)).toEqual(['numberInvalid', 'dateInvalid']);
  });

  it('makes a phone of a WhatsApp number that the row has nowhere else', () => {
    const rows = draftTable('Cliente|Móvil|WhatsApp\nAna Ruiz|612345678|+34 612 345 678\nLuis Gil||622345678', 'ES');
    expect(rows.map(phones)).toEqual([['+34612345678'], ['+34622345678']]);
    expect(rows[1]?.contact?.messengers).toEqual([{ label: '', service: 'whatsapp', handle: '622345678' }]);
  });

  it('cuts a text that is too long for its field and keeps the whole of it', () => {
    const long = 'Ana '.repeat(80).trim();
    const [draft] = draftTable(`Nombre|Apellidos|Móvil\n${long}|Ruiz|612345678`, 'ES');
    expect(draft?.contact?.givenName?.length).toBeLessThanOrEqual(200);
    expect(draft?.contact?.notes).toBe(`Nombre: ${long}`);
    expect(draft?.problems[0]).toMatchObject({ code: 'textTooLong', column: 0 });
  });

  it('writes back the zero of a postcode and of a tax number that a spreadsheet dropped', () => {
    const [draft] = draftTable('Cliente|NIF|Población|CP\nAna Ruiz|12345678Z|Barcelona|8001n', 'ES');
    expect(draft?.contact?.addresses?.[0]?.postalCode).toBe('08001');
    expect(draftTable('Ονοματεπώνυμο|ΑΦΜ\nΕλένη Βασιλείου|94014201n', 'GR')[0]?.contact?.taxId).toBe('094014201');
  });

  it('knows kinds of party by their word, and keeps other words', () => {
    const rows = draftTable('Nombre|Tipo\nAna Ruiz|Proveedor\nLuis Gil|Cliente\nEva Mas|Tía', 'ES');
    expect(rows.map(({ contact }) => [contact?.kind, contact?.notes])).toEqual([
      ['supplier', undefined],
      ['client', undefined],
      [undefined, 'Tipo: Tía'],
    ]);
  });
});

describe('compileMapping', () => {
  it('skips empty rows, totals and repeated headers', () => {
    const text = 'Nombre|Móvil\nAna Ruiz|612345678\nNombre|Móvil\nTOTAL|2\nTotal|622345678';
    expect(draftTable(text, 'ES').map(({ line }) => line)).toEqual([2, 5]);
    const { mapping } = proposeMapping(tableOf(text), { format: 'csv', country: 'ES' });
    expect(draftRow({ line: 9, cells: [null, '  '] }, mapping, 'ES').skipped).toBe(true);
    expect(draftRow({ line: 1, cells: ['Título', null] }, mapping, 'ES').skipped).toBe(true);
  });

  it('makes drafts that contacts and companies accept', () => {
    const rows = draftTable(
      'Empresa|Contacto|Móvil|Email|Dirección|Web|Instagram|Tipo|Etiquetas|Notas|Cumpleaños|Sector\nBar X|Ana Ruiz|612345678|a@x.es|C/ A 1|x.es|@x|Cliente|a, b|n|12/05|Ocio',
      'ES',
    );
    for (const { contact, company } of rows) {
      expect(contactInputSchema.safeParse(contact).success).toBe(true);
      expect(companyInputSchema.safeParse(company).success).toBe(true);
    }
  });

  it('does what the user says about the subject and the columns', () => {
    const text = 'Cliente|Móvil\nTransportes Ruiz S.L.|612345678';
    expect(draftTable(text, 'ES', { subject: 'contact' })[0]).toMatchObject({ company: null, contact: {} });
    expect(
      draftTable(text, 'ES', { columns: [{ index: 1, header: 'x', target: 'notes', label: '', group: 0 }] })[0]?.problems,
    ).toMatchObject([{ code: 'nothingToSave' }]);
  });
});
