import type { Preset } from './preset.ts';

export const pipedrivePeople: Preset = {
  id: 'pipedrive',
  marks: [
    'Person - Name, Person - Owner',
    'Person - Name, Person - Organization',
    'Person - Name, Person - Phone - Work',
    'Person - Name, Person - Phone',
    'Persona - Nombre, Persona - Propietario',
    'Persona - Nombre, Persona - Organización',
    'Pessoa - Nome, Pessoa - Organização',
    'Pessoa - Nome, Pessoa - Proprietário',
    'Контактное лицо - Имя, Контактное лицо - Организация',
  ],
  subject: 'auto',
  columns: `
    Person - Name = fullName
    Persona - Nombre = fullName
    Pessoa - Nome = fullName
    Контактное лицо - Имя = fullName
    Person - First name = givenName
    Person - Last name = familyName
    Person - Organization = companyName
    Persona - Organización = companyName
    Pessoa - Organização = companyName
    Контактное лицо - Организация = companyName
    Person - Label = tags
    Person - Labels = tags
    Person - ID = ignore
    Person - Phone - Work = phone:work
    Person - Phone - Home = phone:home
    Person - Phone - Mobile = phone:mobile
    Person - Phone - Other = phone:other
    Person - Phone = phone
    Person - Email - Work = email:work
    Person - Email - Home = email:home
    Person - Email - Other = email:other
    Person - Email = email
    Person - Postal address = address.full
    Person - Job title = jobTitle
    Person - Birthday = birthday
    Person - Notes = notes
    Person - Instant messenger = messenger
    Person - Owner = custom
    Person - Profile picture = ignore
    Organization - Name = companyName
    Organization - Address = address.full@company
    Organization - ID = ignore
  `,
};

export const pipedriveOrganisations: Preset = {
  id: 'pipedrive',
  marks: [
    'Organization - Name, Organization - Owner',
    'Organization - Name, Organization - Address',
    'Organization - Name, Organization - People',
    'Organización - Nombre, Organización - Propietario',
    'Organização - Nome, Organização - Proprietário',
    'Организация - Название, Организация - Владелец',
  ],
  subject: 'company',
  columns: `
    Organization - Name = companyName
    Organización - Nombre = companyName
    Organização - Nome = companyName
    Организация - Название = companyName
    Organization - Label = tags
    Organization - Labels = tags
    Organization - Address = address.full
    Organization - Industry = industry
    Organization - Website = webPage
    Organization - Owner = custom
    Organization - ID = ignore
  `,
};
