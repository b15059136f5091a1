import { describe, expect, it } from 'vitest';
import { readHeader } from '#shared/import/read-header.ts';

const read = (header: string) => {
  const reading = readHeader(header);
  return reading === null ? null : reading.concept + (reading.label === '' ? '' : `:${reading.label}`);
};

describe('readHeader', () => {
  it.each([
    ['Nombre y apellidos', 'fullName'],
    ['Razón social', 'legalName'],
    ['Nombre Comercial', 'companyName:work'],
    ['Persona de contacto', 'contactPerson'],
    ['Tel.', 'phone'],
    ['Móv.', 'phone:mobile'],
    ['Tlf', 'phone'],
    ['Teléfono 2', 'phone'],
    ['N.I.F.', 'taxId'],
    ['NIF/CIF', 'taxId'],
    ['Cód. Postal', 'addressPostalCode'],
    ['Población', 'addressCity'],
    ['Domicilio', 'address'],
    ['Dirección de correo electrónico', 'email'],
    ['Cumpleaños', 'birthday'],
    ['Fecha de cumple', 'birthday'],
    ['Fecha de alta', 'custom'],
    ['Observaciones', 'notes'],
    ['Nombre del vendedor', 'owner'],
    ['Código cliente', 'custom'],
  ])('understands the Spanish header %j', (header, concept) => {
    expect(read(header)).toBe(concept);
  });

  it.each([
    ['Nome Fantasia', 'companyName'],
    ['Telemóvel', 'phone:mobile'],
    ['Celular', 'phone:mobile'],
    ['Correio electrónico', 'email'],
    ['Morada', 'address'],
    ['Telem.', 'phone:mobile'],
    ['Designação', 'companyName'],
    ['CEP', 'addressPostalCode'],
    ['CPF/CNPJ', 'taxId'],
    ['Contribuinte', 'taxId'],
    ['Data de nascimento', 'birthday'],
    ['Observação', 'notes'],
  ])('understands the Portuguese header %j', (header, concept) => {
    expect(read(header)).toBe(concept);
  });

  it.each([
    ['ΟΝΟΜΑΤΕΠΩΝΥΜΟ', 'fullName'],
    ['Επώνυμο', 'familyName'],
    ['Επωνυμο', 'familyName'],
    ['Κιν.', 'phone:mobile'],
    ['Τηλ. εργασίας', 'phone:work'],
    ['Δ/νση', 'address'],
    ['Τ.Κ.', 'addressPostalCode'],
    ['Α.Φ.Μ.', 'taxId'],
    ['Ημ/νία γέννησης', 'birthday'],
    ['Α/Α', 'rowNumber'],
  ])('understands the Greek header %j', (header, concept) => {
    expect(read(header)).toBe(concept);
  });

  it.each([
    ['ФИО', 'fullName'],
    ['Ф.И.О.', 'fullName'],
    ['Сот.', 'phone:mobile'],
    ['Моб. тел', 'phone:mobile'],
    ['Телефон раб. 2', 'phone:work'],
    ['Тел./факс', 'phone'],
    ['Почта', 'email'],
    ['Адрес 2 эл. почты', 'email'],
    ['Юридический адрес', 'address:billing'],
    ['Контактное лицо', 'contactPerson'],
    ['Менеджер', 'owner'],
    ['ИНН', 'taxId'],
    ['КПП', 'custom'],
    ['Дата рождения', 'birthday'],
    ['№ п/п', 'rowNumber'],
  ])('understands the Russian header %j', (header, concept) => {
    expect(read(header)).toBe(concept);
  });

  it.each([
    ['E-mail Address', 'email'],
    ['Home Street', 'addressStreet:home'],
    ['Business Fax', 'phone:fax'],
    ['firstName', 'givenName'],
    ['phone_number', 'phone'],
    ['ZIP / Postal Code', 'addressPostalCode'],
    ['Date of Birth', 'birthday'],
  ])('understands the English header %j', (header, concept) => {
    expect(read(header)).toBe(concept);
  });

  it.each(['Nº', 'No.', '#', 'Núm.', '№'])('takes %j for a counter and not for a phone', (header) => {
    expect(read(header)).toBe('rowNumber');
  });

  it('keeps the words beside a phone as its label', () => {
    expect(read('Teléfono fijo')).toBe('phone:fijo');
    expect(read('Teléfono María')).toBe('phone:María');
  });

  it('knows messengers by their usual spellings', () => {
    expect(readHeader('Ватсап')).toMatchObject({ concept: 'messenger', service: 'whatsapp' });
    expect(readHeader('Insta')).toMatchObject({ concept: 'messenger', service: 'instagram' });
  });

  it('tells whose a value is', () => {
    expect(readHeader('Email de la empresa')?.party).toBe('company');
    expect(readHeader('Телефон контактного лица')?.party).toBe('contact');
  });

  it.each(['Nombre del perro', 'Ciudad natal', 'xyz', 'Phonetic First Name', '', 'Pregunta número siete'])(
    'does not pretend to understand %j',
    (header) => {
      expect(read(header)).toBeNull();
    },
  );
});
