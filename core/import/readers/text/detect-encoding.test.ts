import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { detectEncoding } from './detect-encoding.ts';
import { iconvName } from './judge-encoding.ts';
import type { Encoding } from '#shared/import/table.ts';

// Names chosen so that most are not among the sample words the statistics come from.
const lists = {
  russian: `Каменщикова Дарья|Ющенко Эдуард|Щедрин Пётр|Цой Виктор|Нгуен Тхи|ХАЧАТУРЯН АРСЕН|Абдуллаев Рустам|жанна агузарова|Яшина Зоя|
Шагиев Ильнур|Юсупова Гузель|ООО "Ромашка"|ИП Хомяк|Чижов Фёдор|Эйхман|Царёв|Жириновский|Люся|Пьеха|Хворостовский`,
  greek: `Τζαβάρας Ορέστης|Ψαρρός Ξενοφών|ΓΚΙΚΑΣ ΘΩΜΑΣ|Χατζηγιάννη Ρένα|Ζορμπάς Αλέξης|Μπότσαρης|Ξυλούρης|Κηλαηδόνης|Φλωρινιώτης|Ωνάσης|
Καζαντζάκη|Σεφέρης|Ελύτης|Ρίτσος|Μερκούρη|Καβάφης|ΜΠΑΜΠΗΣ|Πλουμπίδης|Ιακωβίδου Μυρτώ|Δεληβοριάς`,
  spanish: `Patiño Gabriela|Bermúdez Aarón|Ñíguez Saúl|Llorens Mª José|Bodas Ángela|Ibarretxe|Güell Eusebi|Ligüerre|C/ Peñón 3 2º|Castellón|
Cigüeñal|Iñaki|Piqué|Cortázar|Begoña|Tomás|Nº 4|Adrián|Ruiz|Peña`,
  portuguese: `Lourenço Mário|Mendonça Abílio|Brandão Zé|Leão|Açores|Caçador|Paixão Lígia|Simão|Tomé|Noémia|Camões|Pêro Vaz|Galvão|Horizonte|
Três Corações|Criciúma|Chapecó|Irmãs|Bênção|Óleo`,
  polish: `Brzęczyszczykiewicz|Żuławski|Śliwa|Gołąb|Ćwik|Łoś|Pająk|Kościuszko|Dudziński|Źródło|Wałęsa|Kaczyński|Miłosz|Błaszczykowski|
Świątek|Małysz|Wyszyński|Kołłątaj|Niedźwiedź|Nowak`,
  czech: `Škvorecký|Hašek|Čapek|Dvořáková|Šťastný|Přemysl|Žižka|Řezníček|Kundera|Němcová|Souček|Jágr|Kopecký|Bouček|Měšťan|Kůň|Tůma|
Vávrová|Břízová|Doubková`,
} as const;

const written: Readonly<Record<keyof typeof lists, readonly Encoding[]>> = {
  russian: ['windows-1251', 'koi8-r', 'ibm866', 'x-mac-cyrillic', 'utf-8', 'utf-16le', 'utf-16be'],
  greek: ['windows-1253', 'x-mac-greek', 'utf-8', 'utf-16le', 'utf-16be'],
  spanish: ['windows-1252', 'macintosh', 'utf-8', 'utf-16le', 'utf-16be'],
  portuguese: ['windows-1252', 'macintosh', 'utf-8'],
  polish: ['windows-1250', 'utf-8'],
  czech: ['windows-1250', 'utf-8'],
};

const cases = (Object.keys(lists) as (keyof typeof lists)[]).flatMap((language) =>
  written[language].map((encoding) => ({ language, encoding })),
);

function listOf(language: keyof typeof lists, rows: number, offset: number): string {
  const names = lists[language].replaceAll('\n', '').split('|');
  const line = (i: number) => `${names[(i + offset) % names.length]};+34 600 12 ${i};a${i}@mail.example`;
  return ['Id;Tel;E-mail', ...Array.from({ length: rows }, (_, i) => line(i))].join('\r\n');
}

describe('the encoding of a list', () => {
  it.each(cases)('is found for 20 $language names in $encoding', ({ language, encoding }) => {
    expect(detectEncoding(iconv.encode(listOf(language, 20, 0), iconvName(encoding))).encoding).toBe(encoding);
  });

  it.each(cases)('is found for any seven $language names in $encoding', ({ language, encoding }) => {
    for (let offset = 0; offset < 20; offset += 1) {
      const text = listOf(language, 7, offset);
      const bytes = iconv.encode(text, iconvName(encoding));
      const found = detectEncoding(bytes);
      // Encodings that read the same letters out of the same bytes are equally right.
      expect(iconv.decode(bytes, iconvName(found.encoding))).toBe(text);
    }
  });

  it.each(['windows-1251', 'koi8-r', 'ibm866'] as const)(
    'is not mistaken for names in capitals or small letters in %s',
    (encoding) => {
      const list = listOf('russian', 20, 0);
      for (const text of [list.toUpperCase(), list.toLowerCase()]) {
        expect(detectEncoding(iconv.encode(text, iconvName(encoding))).encoding).toBe(encoding);
      }
    },
  );

  it('is told by a byte order mark, and is UTF-8 for plain ASCII', () => {
    expect(detectEncoding(Buffer.from('\ufeffa;b', 'utf8')).encoding).toBe('utf-8');
    expect(detectEncoding(Buffer.from('\ufeffa;b', 'utf16le')).encoding).toBe('utf-16le');
    expect(detectEncoding(Buffer.from('a;b\n', 'latin1'))).toEqual({ encoding: 'utf-8', candidates: ['utf-8'] });
  });

  it('is a western one where only no-break spaces between digits are beyond ASCII', () => {
    const text = Array.from({ length: 30 }, (_, index) => `John Smith;+44\u00a07${index}11\u00a0123\u00a04${index}6`).join('\n');
    expect(detectEncoding(iconv.encode(text, 'windows-1252')).encoding).toBe('windows-1252');
  });

  it('stays UTF-8 when a sample ends within a character or holds an odd byte', () => {
    const bytes = Buffer.from(listOf('russian', 20, 0), 'utf8');
    expect(detectEncoding(bytes.subarray(0, bytes.indexOf(0xd0, 300) + 1)).encoding).toBe('utf-8');
    expect(detectEncoding(Buffer.concat([bytes, Buffer.from('\r\nJos\xe9;1', 'latin1')])).encoding).toBe('utf-8');
  });

  it('offers others to choose from', () => {
    const { candidates } = detectEncoding(iconv.encode(listOf('russian', 20, 0), 'windows-1251'));
    expect(candidates).toEqual(expect.arrayContaining(['windows-1251', 'x-mac-cyrillic', 'utf-8']));
  });
});
