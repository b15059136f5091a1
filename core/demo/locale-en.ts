import { givenNames } from '#shared/name/given-names.ts';
import { listOf } from '#core/demo/locale.ts';
import type { DemoLocale } from '#core/demo/locale.ts';
import { makeBritishTaxId } from '#core/demo/tax-ids.ts';

const familyNames = listOf(
  `Smith|Jones|Taylor|Brown|Williams|Wilson|Johnson|Davies|Robinson|Wright|Thompson|Evans|Walker|White|Roberts|Green|Hall|Wood|Jackson
  Clarke|Patel|Khan|Lewis|James|Phillips|Mitchell|Turner|Watson|Hughes|Edwards|Harris|Ward|Morris|Cooper|Hill|Moore|Clark|King|Harrison
  Baker|Morgan|Allen|Scott|Adams|Anderson|Bailey|Begum|Bell|Bennett|Campbell|Carter|Chapman|Collins|Cook|Cox|Davis|Ellis|Fisher|Foster
  Fox|Graham|Gray|Griffiths|Hunt|Hunter|Hussain|Kelly|Knight|Lee|Lloyd|Marshall|Martin|Mason|Matthews|Miller|Mills|Murphy|Murray|O'Brien
  O'Connor|Owen|Palmer|Parker|Pearson|Powell|Price|Reid|Reynolds|Richards|Richardson|Rogers|Russell|Shaw|Simpson|Singh|Stevens|Stewart
  Sullivan|Webb|Wilkinson|Young|Ahmed|Ali|Armstrong|Atkinson|Barker|Barnes|Burton|Butler|Dixon|Fletcher|Gibson|Gordon|Grant|Hamilton`,
);

export const englishDemo: DemoLocale = {
  country: 'GB',
  countryName: 'United Kingdom',
  makeName: (random) => {
    const names = random.chance(0.52) ? givenNames.en.female : givenNames.en.male;
    const initial = random.chance(0.2) ? `${String.fromCharCode(65 + random.int(23))}.` : '';
    return { givenName: random.pickCommon(names), middleName: initial, familyName: random.pickCommon(familyNames) };
  },
  nameCompany: (name, legalForm) => (legalForm === '' ? name : `${name} ${legalForm}`),
  makeTaxId: makeBritishTaxId,
  phones: {
    callingCode: '44',
    mobile: listOf('747|774|775|777|778|779|785|788|789|790|798'),
    mobileLength: 10,
    landlineLength: 10,
    mobileMasks: listOf('0#### ######|0##########|0#### ### ###|+44 #### ######|+44 (0)#### ######'),
    landlineMasks: listOf('0### ### ####|0##########|(0###) ### ####|+44 ### ### ####|+44 (0)### ### ####'),
    mobileMasksAbroad: listOf('+44 #### ######|+44##########'),
    landlineMasksAbroad: listOf('+44 ### ### ####|+44##########'),
  },
  cities: [
    { name: 'Manchester', region: 'Greater Manchester', postalCode: 'M', landline: ['1612', '1618'] },
    { name: 'Birmingham', region: 'West Midlands', postalCode: 'B', landline: ['1212', '1216'] },
    { name: 'Leeds', region: 'West Yorkshire', postalCode: 'LS', landline: ['1132'] },
    { name: 'Liverpool', region: 'Merseyside', postalCode: 'L', landline: ['1512', '1517'] },
    { name: 'Bristol', region: 'Bristol', postalCode: 'BS', landline: ['1179'] },
    { name: 'Edinburgh', region: 'Scotland', postalCode: 'EH', landline: ['1312', '1316'] },
    { name: 'Glasgow', region: 'Scotland', postalCode: 'G', landline: ['1412', '1413'] },
    { name: 'Sheffield', region: 'South Yorkshire', postalCode: 'S', landline: ['1142'] },
    { name: 'Nottingham', region: 'Nottinghamshire', postalCode: 'NG', landline: ['1159'] },
  ],
  streets: listOf(
    `High Street|Station Road|Church Lane|Victoria Road|Mill Lane|Park Avenue|London Road|Queen Street|King Street|The Green|Manor Road
    New Road|Kings Road|Albert Street|Grange Road|York Road|Springfield Close|Chapel Street`,
  ),
  houses: listOf(' #| ##| ###| ##a|, Flat #'),
  postalCodeMask: '# #XX',
  sources: listOf('Instagram|Word of mouth|Website|Walked in|Google|Trade fair|WhatsApp|Leaflet|Old customer'),
  roles: listOf('Manager|Purchasing|Accounts|Reception|Owner|Site manager|Director|Warehouse'),
  preferences: listOf('Prefers afternoons|Invoice by email|Pays cash|WhatsApp only|Remind the day before'),
  companyWords: listOf('% & Sons|% Brothers|Northern|Central|Riverside|Old Town|Premier|Heritage|%|% & Daughters|Crown'),
  legalForms: listOf('Ltd|Limited|LLP|plc|Ltd'),
  trades: {
    windows: {
      tags: listOf('windows|conservatory|refit|landlord|quote|urgent'),
      notes: listOf(
        'Measure lounge and two bedrooms|Wants white uPVC, double glazing|Quote wanted before Friday|Third floor, no lift',
      ),
      companies: listOf('% Glazing|% Windows|% Builders|% Joinery'),
    },
    salon: {
      tags: listOf('colour|cut|nails|bride|10 visits|allergy'),
      notes: listOf('Allergic to ammonia|Comes with her daughter on Saturdays|Always with Emma|Black coffee, no sugar'),
      companies: listOf('% Hair|% Beauty|% Spa|% Fitness'),
    },
    wholesale: {
      tags: listOf('trade|30 days|delivery|price list B|late payer|new'),
      notes: listOf('Deliver Tuesdays before 10|Needs a priced delivery note|Use the back gate|Pays at 30 days'),
      companies: listOf('% Supplies|% Foods|% Wholesale|% Hardware'),
    },
    garage: {
      tags: listOf('fleet|MOT|tyres|diesel|hybrid|service'),
      notes: listOf('Ford Focus 2016, belt done|Drops the car the night before|Squeal when braking|MOT due in May'),
      companies: listOf('% Motors|% Garage|% Tyres|% Transport'),
    },
    online: {
      tags: listOf('web|returning|gift|newsletter|refund|voucher'),
      notes: listOf('Changed size in the last order|Deliver to work|Asked for a VAT invoice|Asked about the Highlands'),
      companies: listOf('% Gifts|% Books|% Flowers|% Store'),
    },
    other: {
      tags: listOf('VIP|regular|new|neighbour|business|supplier'),
      notes: listOf(
        'Call in the afternoon, not Mondays|Pays at the end of the month|A friend of Mary|Has a key to the front door',
      ),
      companies: listOf('% Bakery|% Pharmacy|% Hotel|% Clinic|% Accountants|% Cafe'),
    },
  },
};
