import { describe, expect, it } from 'vitest';
import { mappingSchema } from '#shared/import/mapping.ts';
import { proposeMapping } from '#shared/import/propose-mapping.ts';
import { targetsOf } from '#shared/import/testing/draft-table.ts';
import { tableOf } from '#shared/import/testing/table-of.ts';

const propose = (text: string, country = 'ES') => proposeMapping(tableOf(text), { format: 'csv', country });
const targets = (text: string, country = 'ES') => targetsOf(propose(text, country));

describe('proposeMapping', () => {
  it('proposes a mapping that the contract accepts', () => {
    const { mapping } = propose('Nombre|Móvil|Saldo\nAna Ruiz|612345678|1.234,50');
    expect(mappingSchema.parse(mapping)).toEqual(mapping);
  });

  it('takes "Apelido" for what friends say only beside a whole name, and only in Brazil', () => {
    const brazilian = targets('Nome|Apelido|Celular\nAna Souza|Aninha|(11) 99141-2587', 'BR');
    expect(brazilian).toContain('Apelido > nickname');
    expect(targets('Apelido|Nome próprio|Celular\nSouza|Ana|(11) 99141-2587', 'BR')).toContain('Apelido > familyName');
  });

  it('finds phones under a header that does not speak of them, where no other does', () => {
    const list = 'Контрагент|Контактная информация\nРомашка|8-916-123-45-67 Ольга (бухгалтер)\nСевер|(495) 123-45-67 доб. 105';
    expect(targets(list, 'RU')).toContain('Контактная информация > phone');
    expect(targets('Nombre|Teléfono|Notas\nAna|625607313|o al 911234567')).toContain('Notas > notes');
  });

  it('leaves out counters and makes fields of its own for what it does not know', () => {
    const { mapping } = propose(`
Nº|Cliente|Móvil|Fecha alta|Total compras|Matrícula
1|Ana Ruiz|612345678|03/01/2021|2.394,28|1234 BCD
2|Luis Gil|622345678|25/04/2020|691,47|4567 FGH`);
    expect(mapping.columns.map(({ target, customKey, customType }) => [target, customKey, customType])).toEqual([
      ['ignore', undefined, undefined],
      ['fullName', undefined, undefined],
      ['phone', undefined, undefined],
      ['custom', 'fechaAlta', 'date'],
      ['custom', 'totalCompras', 'money'],
      ['custom', 'matricula', 'text'],
    ]);
  });

  it('makes keys of Cyrillic and Greek headers in Latin letters, unlike each other and those there are', () => {
    const rows = tableOf('ФИО|Скидка|Скидка|Мастер\nАнна Иванова|5|7|Света');
    const existingCustomFields = [{ key: 'master', label: 'мастер' }];
    const { mapping } = proposeMapping(rows, { format: 'csv', country: 'RU', existingCustomFields });
    expect(mapping.columns.map(({ customKey }) => customKey)).toEqual([undefined, 'skidka', 'skidka2', 'master']);
  });

  it('keeps numbers that are names of something as text', () => {
    const { mapping } = propose('Наименование|КПП\nООО Ромашка|770701001', 'RU');
    expect(mapping.columns[1]).toMatchObject({ target: 'custom', customType: 'text' });
  });

  it('takes a name for the given one only beside a surname', () => {
    expect(targets('Nombre|Apellidos\nAna|Ruiz Gil')).toEqual(['Nombre > givenName', 'Apellidos > familyName']);
    expect(targets('Nombre|Móvil\nAna Ruiz|612345678')[0]).toBe('Nombre > fullName');
  });

  it('reads "Apelido" as Portugal and Brazil mean it', () => {
    const text = 'Nome|Apelido\nAna|Silva';
    expect(targets(text, 'PT')[1]).toBe('Apelido > familyName');
    expect(targets(text, 'BR')[1]).toBe('Apelido > nickname');
  });

  it('believes the values where the header says something else', () => {
    const text = 'Nombre|Contacto|Email\nAna Ruiz|612345678|si\nLuis Gil|622345678|no\nEva Mas|632345678|si';
    expect(targets(text)).toEqual(['Nombre > fullName', 'Contacto > phone', 'Email > custom']);
    expect(targets('Empresa|Contacto\nBar X SL|Ana Ruiz\nTaller Y SL|Luis Gil')[1]).toBe('Contacto > contactPerson');
  });

  it('guesses the columns of a list without a header', () => {
    expect(targets('Ana Ruiz Pérez|612345678|ana@x.es\nLuis Gil|622345678|luis@x.es').map((text) => text.slice(3))).toEqual([
      'fullName',
      'phone',
      'email',
    ]);
    expect(targets('Silva|Maria|(11) 98765-4321\nSouza|João|(11) 97654-3210', 'BR').map((text) => text.slice(3))).toEqual([
      'familyName',
      'givenName',
      'phone',
    ]);
  });

  it('keeps the parts of one address together and two addresses apart', () => {
    const { mapping } = propose(`
Cliente|Calle|Número|Población|CP|Calle envío|Población envío
Ana Ruiz|C/ Mayor|12|Madrid|28001|C/ Sol|Getafe`);
    expect(mapping.columns.slice(1).map(({ target, group }) => [target, group])).toEqual([
      ['addressStreet', 0],
      ['addressStreet', 0],
      ['addressCity', 0],
      ['addressPostalCode', 0],
      ['addressStreet', 1],
      ['addressCity', 1],
    ]);
  });

  it('takes "Estado" for a place in an address and for a state of affairs elsewhere', () => {
    expect(targets('Cliente|Estado|Municipio\nAna Ruiz|Jalisco|Zapopan', 'MX')[1]).toBe('Estado > addressRegion');
    expect(targets('Cliente|Estado\nAna Ruiz|Activo', 'MX')[1]).toBe('Estado > custom');
  });

  it('finds the order of day and month and the decimal sign in the content, and else goes by the country', () => {
    expect(propose('Name|Birthday\nAnn Lee|12/25/1980', 'ES').mapping.dateOrder).toBe('mdy');
    expect(propose('Name|Birthday\nAnn Lee|12/05/1980', 'US').mapping.dateOrder).toBe('mdy');
    expect(propose('Nombre|Saldo\nAna Ruiz|1,234.50', 'ES').mapping.decimal).toBe('.');
    expect(propose('Nombre|Saldo\nAna Ruiz|12', 'MX').mapping.decimal).toBe('.');
  });

  it('says that a list of organisations only is one', () => {
    expect(propose('Proveedor|NIF\nVidrios del Norte SL|B12345678').mapping.subject).toBe('company');
  });

  it('reads the columns of a vCard by their codes', () => {
    const rows = tableOf(
      'fullName|phone:mobile|phone:mobile#2|address.city:home|messenger.telegram|email:|x-unknown\nAna Ruiz|612345678|||@ana||y',
    );
    const { mapping } = proposeMapping(rows, { format: 'vcf', country: 'ES' });
    expect(mapping.columns.map(({ target, label, service }) => [target, label, service])).toEqual([
      ['fullName', '', undefined],
      ['phone', 'mobile', undefined],
      ['phone', 'mobile', undefined],
      ['addressCity', 'home', undefined],
      ['messenger', '', 'telegram'],
      ['email', '', undefined],
      ['custom', '', undefined],
    ]);
  });

  it('says nothing of an empty table', () => {
    expect(proposeMapping([], { format: 'csv', country: 'ES' }).mapping.columns).toEqual([]);
  });
});
