import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { useSampleFiles } from '../testing/sample-files.ts';

const files = useSampleFiles();

/** Cards as objects of column key to value. */
async function cardsOf(content: string | Buffer) {
  const [header, ...rows] = await files.read('cards.vcf', content);
  expect(header?.line).toBe(0);
  return rows.map(({ cells }) =>
    Object.fromEntries(cells.flatMap((cell, i) => (cell === null ? [] : [[String(header?.cells[i]), cell]]))),
  );
}

const card = (...lines: string[]) => `${['BEGIN:VCARD', ...lines, 'END:VCARD'].join('\r\n')}\r\n`;

describe('reading vCards', () => {
  it('makes a header of keys and a row of each card, whatever its version', async () => {
    const text =
      card('VERSION:2.1', 'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Y=C3=A1=C3=B1ez;Jos=C3=A9;;;', 'TEL;CELL:747') +
      card('VERSION:3.0', 'N:Muñoz;Ana;María;Dra.;', 'FN:Ana Muñoz', 'ORG:Bar Muñoz\\, S.L.;Compras', 'TEL;TYPE=WORK,VOICE:748') +
      card('VERSION:4.0', 'FN:Luz', 'TEL;VALUE=uri;TYPE="cell,home":tel:+34-749', 'EMAIL:luz@mail.example');
    expect(await cardsOf(text)).toEqual([
      { fullName: 'José Yáñez', givenName: 'José', familyName: 'Yáñez', 'phone:mobile': '747' },
      {
        fullName: 'Ana Muñoz',
        givenName: 'Ana',
        middleName: 'María',
        familyName: 'Muñoz',
        companyName: 'Bar Muñoz, S.L.',
        department: 'Compras',
        'phone:work': '748',
      },
      { fullName: 'Luz', 'phone:mobile': '+34-749', 'email:': 'luz@mail.example' },
    ]);
  });

  it('numbers further ones of a label and keeps own labels', async () => {
    const [found] = await cardsOf(
      card(
        'FN:Ana',
        'TEL;CELL:1',
        'TEL;type=CELL;type=pref:2',
        'item1.TEL:3',
        'item1.X-ABLabel:Casa de la playa',
        'item2.TEL;type=CELL:4',
        'item2.X-ABLabel:móvil',
        'item3.URL:https://a.example',
        'item3.X-ABLabel:_$!<HomePage>!$_',
        'TEL;TYPE=HOME,FAX:5',
        'TEL;CELL:1',
      ),
    );
    expect(found).toEqual({
      fullName: 'Ana',
      'phone:mobile': '1',
      'phone:mobile#2': '2',
      'phone:Casa de la playa': '3',
      'phone:mobile#3': '4',
      'phone:fax': '5',
      'webPage:HomePage': 'https://a.example',
    });
  });

  it('unfolds lines, cut characters and soft line breaks, and unescapes text', async () => {
    const folded = Buffer.from('NOTE:one\\ntwo\\, thr');
    const ñ = Buffer.from('ñ');
    const bytes = Buffer.concat([
      Buffer.from('BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana\r\n'),
      folded,
      ñ.subarray(0, 1),
      Buffer.from('\r\n '),
      ñ.subarray(1),
      Buffer.from('\\; C:\\\\dir\r\n'),
      Buffer.from('TITLE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Jefa de=\r\n compras =3D=\r\n=C3=B1\r\nEND:VCARD\r\n'),
    ]);
    expect(await cardsOf(bytes)).toEqual([{ fullName: 'Ana', notes: 'one\ntwo, thrñ; C:\\dir', jobTitle: 'Jefa de compras =ñ' }]);
  });

  it('skips pictures in every way they are folded', async () => {
    const base64 = 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIB'.repeat(2);
    const photo = [`PHOTO;ENCODING=b;TYPE=GIF:${base64}`, ` ${base64}`, `\t${base64}`];
    const bare = [`PHOTO;ENCODING=BASE64;GIF:${base64}`, base64, `${base64}==`, ''];
    expect(await cardsOf(card('FN:Ana', ...photo, 'TEL:1') + card('FN:Luz', ...bare, 'TEL:2'))).toEqual([
      { fullName: 'Ana', 'phone:': '1' },
      { fullName: 'Luz', 'phone:': '2' },
    ]);
  });

  it('reads addresses, birthdays, messengers, tags and groups', async () => {
    const [found] = await cardsOf(
      card(
        'FN:Ana',
        'ADR;TYPE=HOME:;2º B;C/ Mayor\\, 31;Alcalá;Madrid;28801;España',
        'ADR;TYPE=HOME:;;C/ Sol 1;;;;',
        'BDAY:--0131',
        'CATEGORIES:VIP,buena clienta',
        'X-GROUP:Lunes',
        'IMPP;X-SERVICE-TYPE=Skype:skype:ana.m',
        'X-SOCIALPROFILE;type=telegram:https://t.me/ana',
        'X-WHATSAPP:+34600',
        'X-ICQ:123',
        'NICKNAME:Anita',
      ),
    );
    expect(found).toEqual({
      fullName: 'Ana',
      'address.street:home': 'C/ Mayor, 31, 2º B',
      'address.city:home': 'Alcalá',
      'address.region:home': 'Madrid',
      'address.postalCode:home': '28801',
      'address.country:home': 'España',
      'address.street:home#2': 'C/ Sol 1',
      birthday: '0000-01-31',
      tags: 'VIP, buena clienta',
      groups: 'Lunes',
      'messenger.skype': 'ana.m',
      'messenger.telegram': 'https://t.me/ana',
      'messenger.whatsapp': '+34600',
      'messenger.other': '123',
      nickname: 'Anita',
    });
  });

  it.each([
    ['19800131', '1980-01-31'],
    ['1980-01-31T00:00:00Z', '1980-01-31'],
    ['1604-01-31', '0000-01-31'],
    ['--01-31', '0000-01-31'],
    ['in spring', 'in spring'],
  ])('takes the birthday %s for %s', async (written, birthday) => {
    expect(await cardsOf(card('FN:A', `BDAY:${written}`))).toEqual([{ fullName: 'A', birthday }]);
  });

  it('finds the code page of cards that name none', async () => {
    const text =
      card('VERSION:2.1', 'N:Щербаков;Пётр', 'TEL;HOME:1') + card('VERSION:2.1', 'N:Ёлкина;Анна Сергеевна', 'TEL;HOME:2');
    const bytes = iconv.encode(text, 'windows-1251');
    expect((await cardsOf(bytes)).map(({ familyName }) => familyName)).toEqual(['Щербаков', 'Ёлкина']);
    expect((await files.inspect('cards.vcf', bytes)).encodingCandidates[0]).toBe('windows-1251');
    expect((await cardsOf(Buffer.from(`\ufeff${text}`, 'utf16le'))).map(({ familyName }) => familyName)).toEqual([
      'Щербаков',
      'Ёлкина',
    ]);
  });

  it('forgives a missing version, a forgotten end and an agent inside a card', async () => {
    const text = `begin:vcard\nfn:Ana\ntel:1\nBEGIN:VCARD\nFN:Luz\nAGENT:\nBEGIN:VCARD\nFN:Agent\nEND:VCARD\nTEL:2\nEND:VCARD\n`;
    expect(await cardsOf(text)).toEqual([
      { fullName: 'Ana', 'phone:': '1' },
      { fullName: 'Luz', 'phone:': '2' },
    ]);
  });
});
