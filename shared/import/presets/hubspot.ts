import type { Preset } from './preset.ts';

export const hubspotContacts: Preset = {
  id: 'hubspot',
  marks: [
    'Record ID, First Name, Last Name, Contact owner',
    'Record ID - Contact, First Name, Last Name',
    'Contact ID, First Name, Last Name, Lifecycle Stage',
    'First Name, Last Name, Lifecycle Stage, Lead Status',
    'ID de registro, Nombre, Apellidos, Propietario del contacto',
    'ID do registro, Nome, Sobrenome, Proprietário do contato',
  ],
  subject: 'auto',
  columns: `
    Record ID = ignore
    Record ID - Contact = ignore
    Contact ID = ignore
    First Name = givenName
    Last Name = familyName
    Email = email
    Additional email addresses = email
    Phone Number = phone
    Mobile Phone Number = phone:mobile
    WhatsApp Phone Number = messenger.whatsapp
    Company Name = companyName
    Associated Company = companyName
    Primary company = companyName
    Associated Company IDs = ignore
    Primary Associated Company ID = ignore
    Website URL = webPage@company
    Contact owner = custom
    Lead Status = custom
    Lifecycle Stage = kind
    Industry = industry
    Original Source = source
    Original Traffic Source = source
  `,
};

export const hubspotCompanies: Preset = {
  id: 'hubspot',
  marks: [
    'Record ID, Company name, Company owner',
    'Record ID - Company, Company name',
    'Company name, Company Domain Name, Lifecycle Stage',
    'Company ID, Company name, Company Domain Name',
  ],
  subject: 'company',
  columns: `
    Record ID = ignore
    Record ID - Company = ignore
    Company ID = ignore
    Company name = companyName
    Name = companyName
    Company Domain Name = webPage
    Website URL = webPage
    Company owner = custom
    Parent Company = custom
    Type = kind
    Lifecycle Stage = custom
    Associated Contact = ignore
    Associated Contact IDs = ignore
  `,
};
