import type { Preset } from './preset.ts';

/** Google Contacts: "Phone 1 - Type" until 2024, "Phone 1 - Label" since; several values in a cell stand between " ::: ". */
export const google: Preset = {
  id: 'google',
  marks: [
    'Given Name, Family Name, Group Membership',
    'Given Name, Family Name, Phone 1 - Value',
    'Given Name, Family Name, E-mail 1 - Value',
    'First Name, Last Name, Phone 1 - Value',
    'First Name, Last Name, E-mail 1 - Value',
    'First Name, Last Name, Email 1 - Value',
    'First Name, Last Name, Phonetic First Name, Labels',
    'Phone 1 - Label, Phone 1 - Value',
  ],
  subject: 'auto',
  columns: `
    Name = fullName
    File As = ignore
    Given Name = givenName
    First Name = givenName
    Additional Name = middleName
    Middle Name = middleName
    Family Name = familyName
    Last Name = familyName
    Nickname = nickname
    Short Name = ignore
    Initials = ignore
    Yomi Name = ignore
    Given Name Yomi = ignore
    Additional Name Yomi = ignore
    Family Name Yomi = ignore
    Phonetic First Name = ignore
    Phonetic Middle Name = ignore
    Phonetic Last Name = ignore
    Photo = ignore
    Priority = ignore
    Sensitivity = ignore
    Group Membership = groups
    Labels = groups
    Birthday = birthday
    Notes = notes
    Occupation = jobTitle
    Subject = custom
    Organization # - Name = companyName
    Organization # - Yomi Name = ignore
    Organization # - Title = jobTitle
    Organization # - Department = department
    Organization # - Type = ignore
    Organization Name = companyName
    Organization Title = jobTitle
    Organization Department = department
    Organisation Name = companyName
    Organisation Title = jobTitle
    Organisation Department = department
    Phone # - Type = label.phone
    Phone # - Label = label.phone
    Phone # - Value = phone
    E-mail # - Type = label.email
    E-mail # - Label = label.email
    E-mail # - Value = email
    Email # - Label = label.email
    Email # - Value = email
    Address # - Type = label.address
    Address # - Label = label.address
    Address # - Formatted = address.full
    Address # - Street = address.street
    Address # - City = address.city
    Address # - PO Box = address.poBox
    Address # - Region = address.region
    Address # - Postal Code = address.postalCode
    Address # - Postcode = address.postalCode
    Address # - Country = address.country
    Address # - Extended Address = address.extended
    Website # - Type = label.webPage
    Website # - Label = label.webPage
    Website # - Value = webPage
    IM # - Type = ignore
    IM # - Service = ignore
    IM # - Label = ignore
    IM # - Value = messenger
  `,
};
