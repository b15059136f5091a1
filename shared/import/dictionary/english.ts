import type { Dictionary } from './dictionary.ts';

export const english: Dictionary = {
  concepts: {
    fullName: `
      full name, fullname, display name, client, clients, client name, customer, customers, customer name, contact name,
      person, person name, patient, patient name, owner name, name surname, name and surname, first and last name, first
      last name, last first name, last name first name, member, guest, recipient, student, tenant, subscriber, file as,
      buyer, consignee
    `,
    name: 'name, names',
    givenName: 'first name, given name, firstname, forename, christian name, first, fname, given names',
    middleName: 'middle name, middlename, additional name, second name, middle, patronymic, mname',
    familyName: 'last name, lastname, surname, family name, last, lname, second surname',
    nickname: 'nickname, nick, alias, known as, short name',
    jobTitle: `
      job title, jobtitle, position, occupation, profession, job, role, title, organization title, organisation title,
      designation
    `,
    department: 'department, dept, organization department, organisation department, division',
    companyName: `
      company, companies, company name, organization, organisation, organization name, organisation name, business,
      business name, firm, employer, account, account name, vendor, vendor name, supplier, supplier name, trading name,
      shop, store, dealer, distributor, associated company, brand name
    `,
    legalName: 'legal name, registered name, official name, legal entity',
    industry: 'industry, sector, line of business, trade, branch of trade',
    contactPerson: `
      contact, contact person, contacts, primary contact, main contact, person in charge, attn, attention, representative,
      people
    `,
    phone: `
      phone, phones, telephone*, tel, tels, mobile*, mob, cell, cells, cellphone*, cellular, landline, fax, facsimile, phone
      number, ph, ph no, contact number, mobile number, pager, gsm, tel no, callback, isdn, work phone,
      home phone, ddi, switchboard
    `,
    email: `
      email*, e mail*, mail, mails, electronic mail, mail address, email address, e mail address, emailaddress
    `,
    address: 'address*, addr, postal address, full address, mailing address, formatted address, location',
    addressStreet: 'street, street address, address line 1, address line, address 1, street name, address1, street line',
    addressMore: `
      address line 2, address 2, address2, address line 3, house number, house no, street 2, street 3, po box, p o box,
      pobox, extended address, flat, apartment, suite, unit, apt, neighborhood, building
    `,
    addressCity: 'city, town, suburb, town city, city town, locality',
    addressRegion: `
      region, province, county, state province, state region, state or province, territory region, prefecture
    `,
    state: 'state',
    addressPostalCode: 'zip, zip code, zipcode, postal code, postcode, post code, postalcode, zip postal code, postal zip',
    addressCountry: 'country, country region, country code name, country or region',
    webPage: `
      website*, web site, web page, webpage, web, url, homepage, home page, site, domain, linkedin, website url, company
      domain name, domain name, internet
    `,
    birthday: 'birthday, birth date, birthdate, date of birth, dob, d o b, born, bday, b day, birth',
    taxId: `
      tax id, taxid, tax number, tax no, vat, vat number, vat no, vat id, vatin, tin, ein, fiscal code, government id
      number, government id, national id, tax code, company number, company registration number, id number, ssn, abn
    `,
    kind: 'type, kind, customer type, client type, contact type, company type, relationship, account type',
    tags: 'tag, tags, label, labels, category, categories, keywords',
    groups: 'group, groups, segment, list, lists, group membership, customer group',
    source: `
      source, lead source, how did you hear about us, referral, referred by, channel, origin, original source, recommended
      by, heard from
    `,
    preferences: 'preference, preferences, likes',
    notes: `
      note, notes, comment, comments, remark, remarks, observations, memo, additional information, additional info,
      description, details, info, about
    `,
    partyType: 'person or company, company or person, individual or company, entity type, legal form',
    rowNumber: 'number, no, nr, n, row, line, sn, s n, sl no, sr no, serial no, item',
    identifier: `
      id, code, ref, reference, record id, uid, guid, uuid, external id, system id, contact id, company id, person id,
      organization id, record
    `,
    owner: `
      owner, contact owner, company owner, manager, sales rep, salesperson, sales representative, agent, assigned to,
      assignee, account manager, stylist, technician, created by, advisor, responsible, rep, therapist, employee
    `,
    custom: `
      contact owner, company owner, date, created, created at, create date, created date, date added, date created, registration date, registered,
      joined, last visit, last purchase, last order, last activity, last activity date, last contacted, next appointment,
      updated, update time, last modified, last modified date, date of *, date *, total, total spent, total purchases,
      amount, balance, debt, price, revenue, annual revenue, sales, purchases, credit limit, discount, points, visits,
      orders, average ticket, quantity, status, lead status, active, lifecycle stage, gender, sex, age, plate, license
      plate, vehicle, car, make, model, vin, color, colour, iban, bank account, account number, bank, payment method,
      payment terms, price list, opening hours, customer number, customer no, client number, client code, customer code,
      customer id, client id, card number, loyalty card, membership number, member no, anniversary, children, spouse,
      salutation, prefix, suffix, name prefix, name suffix, honorific, initials, consent, newsletter, opt in, hobby,
      hobbies, interests, allergies, service, services, product, products, language, time zone, timezone, photo,
      nationality, marital status, pet name, number of employees, employees, assistant, billing information, sensitivity,
      priority, emergency contact, relation, event, custom, user, score, deals, open deals
    `,
  },
  noise: `
      of, the, a, an, and, or, for, to, in, your, our, number, no, nr, num, value, info, details, address, s, is
    `,
  person: 'client*, customer*, contact*, person, patient, member, guest, recipient, owner',
  organisation: 'company, organization, organisation, business, supplier, vendor, firm, account',
};
