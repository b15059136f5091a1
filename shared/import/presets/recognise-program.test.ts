import { describe, expect, it } from 'vitest';
import { proposeMapping } from '#shared/import/propose-mapping.ts';
import { draftTable, targetsOf } from '#shared/import/testing/draft-table.ts';
import { tableOf } from '#shared/import/testing/table-of.ts';

const propose = (header: string, country = 'ES') => proposeMapping(tableOf(header), { format: 'csv', country });

describe('recogniseProgram', () => {
  it.each([
    ['Name|Given Name|Family Name|Group Membership|Phone 1 - Type|Phone 1 - Value', 'google'],
    ['First Name|Last Name|Labels|E-mail 1 - Label|E-mail 1 - Value|Phone 1 - Label|Phone 1 - Value', 'google'],
    ['Title|First Name|Last Name|E-mail Address|Business Phone|Home Street|Business Street', 'outlook'],
    ['Nombre|Apellidos|Organización|Calle del trabajo|Teléfono del trabajo|Particular', 'outlook'],
    ['Primeiro nome|Apelido|Telemóvel|Telefone da empresa|Empresa', 'outlook'],
    ['Обращение|Имя|Отчество|Фамилия|Суффикс|Рабочий телефон|Телефон переносной', 'outlook'],
    ['First Name|Last Name|Display Name|Nickname|Primary Email|Secondary Email', 'thunderbird'],
    ['Record ID|First Name|Last Name|Email|Contact owner', 'hubspot'],
    ['Record ID|Company name|Company owner|Phone Number', 'hubspot'],
    ['Person - Name|Person - Organization|Person - Phone - Work', 'pipedrive'],
    ['Organization - Name|Organization - Owner|Organization - Address', 'pipedrive'],
    ['ID|Тип|Наименование|Теги|Ответственный|Рабочий телефон|Рабочий email', 'amocrm'],
    ['Код|Наименование|ИНН|КПП|Контактное лицо', '1c'],
    ['Nombre|Teléfono|Email', null],
    ['ФИО|Телефон', null],
  ])('knows who wrote %j', (header, program) => {
    expect(propose(header).source).toBe(program);
  });

  it('reads the pairs of label and value of Google Contacts, several in a cell', () => {
    const [draft] = draftTable(
      `
Given Name|Family Name|Group Membership|Phone 1 - Type|Phone 1 - Value|Phone 2 - Type|Phone 2 - Value|Address 1 - Type|Address 1 - Formatted|Address 1 - Street|Address 1 - City
Ana|Ruiz|* myContacts ::: Clientes|Mobile|612345678 ::: 622345678|Work Fax|912345678|* Home|C/ Sol 1\\nMadrid|C/ Sol 1|Madrid`,
      'ES',
    );
    expect(draft?.contact?.phones?.map(({ label, e164 }) => [label, e164])).toEqual([
      ['mobile', '+34612345678'],
      ['mobile', '+34622345678'],
      ['fax', '+34912345678'],
    ]);
    expect(draft?.contact?.groups).toEqual(['Clientes']);
    expect(draft?.contact?.addresses).toEqual([
      { label: 'home', street: 'C/ Sol 1', city: 'Madrid', region: '', postalCode: '', country: '' },
    ]);
  });

  it('reads an organisation out of an address book as one', () => {
    const rows = draftTable(
      `
First Name|Last Name|Organization Name|Phone 1 - Label|Phone 1 - Value
Ana|Silva|Salão Bela|Celular|11 98765-4321
||Padaria Sol|Trabalho|(11) 3456-7890`,
      'BR',
    );
    expect(rows.map(({ contact, company }) => [contact?.givenName, company?.name])).toEqual([
      ['Ana', 'Salão Bela'],
      [undefined, 'Padaria Sol'],
    ]);
    expect(rows[1]?.company?.phones?.[0]).toMatchObject({ label: 'work', e164: '+551134567890' });
  });

  it('joins the street lines of Outlook, and leaves out its empty columns', () => {
    const text = `
Nombre|Apellidos|Organización|Calle del trabajo|Calle del trabajo 2|Ciudad de trabajo|Calle del domicilio|Teléfono del trabajo|Particular|Sufijo|Cumpleaños
Juan|Pérez|Vidrios SL|C/ Mayor 1|Bajo|Madrid|C/ Sol 2|913333333|915555555||0/0/00`;
    const [draft] = draftTable(text, 'ES');
    expect(draft?.contact?.addresses?.map(({ label, street, city }) => [label, street, city])).toEqual([
      ['work', 'C/ Mayor 1, Bajo', 'Madrid'],
      ['home', 'C/ Sol 2', ''],
    ]);
    expect(draft?.contact?.phones?.map(({ label }) => label)).toEqual(['work', 'home']);
    expect(draft?.contact?.birthday).toBeUndefined();
    expect(draft?.company?.name).toBe('Vidrios SL');
    expect(targetsOf(proposeMapping(tableOf(text), { format: 'csv', country: 'ES' }))).toContain('Sufijo > ignore');
  });

  it('tells people and organisations of amoCRM apart by their type', () => {
    const rows = draftTable(
      `
ID|Тип|Наименование|Имя|Фамилия|Компания|Теги|Ответственный|Рабочий телефон|Рабочий email|Адрес (компания)
1|контакт|Анна Иванова|Анна|Иванова|Окна|вип, дилер|Олег|'+74951234567|a@x.ru|Москва
2|компания|Окна||||||84951112233||Тверь`,
      'RU',
    );
    expect(rows[0]?.contact).toMatchObject({ givenName: 'Анна', familyName: 'Иванова', tags: ['вип', 'дилер'] });
    expect(rows[0]?.company).toMatchObject({ name: 'Окна', addresses: [{ street: 'Москва' }] });
    expect(rows[1]?.contact).toBeNull();
    expect(rows[1]?.company).toMatchObject({ name: 'Окна', phones: [{ e164: '+74951112233' }] });
  });
});
