import { unescapeValue } from './parse-property.ts';
import type { VcfProperty } from './parse-property.ts';

const services = ['whatsapp', 'telegram', 'viber', 'signal', 'skype', 'vk', 'facebook', 'instagram'] as const;
export type VcfMessengerService = (typeof services)[number] | 'other';

export interface VcfMessenger {
  readonly service: VcfMessengerService;
  readonly handle: string;
}

const otherNames = ['ICQ', 'AIM', 'MSN', 'JABBER', 'YAHOO', 'GOOGLE-TALK', 'GTALK', 'QQ', 'TWITTER', 'LINKEDIN'];

/** IMPP, X-SOCIALPROFILE and the X-WHATSAPP kind; undefined for properties that are no messenger. */
export function messengerOf({ name, types, parameters, value }: VcfProperty): VcfMessenger | undefined {
  const bare = name.replace(/^X-(?:EVOLUTION-|KADDRESSBOOK-X-)?/, '');
  const isGeneral = bare === 'IMPP' || bare === 'SOCIALPROFILE' || bare === 'IMADDRESS' || bare === 'IMS';
  const service = services.find((known) => bare.startsWith(known.toUpperCase()));
  if (!isGeneral && service === undefined && !(name.startsWith('X-') && otherNames.includes(bare))) return undefined;
  const text = unescapeValue(value);
  const hint = [parameters.get('X-SERVICE-TYPE') ?? parameters.get('SERVICE-TYPE') ?? '', ...types, text].join(' ').toLowerCase();
  const found = service ?? (isGeneral ? services.find((known) => hint.includes(known)) : undefined) ?? 'other';
  const handle = parameters.get('X-USER') ?? text.replace(/^(?!https?:)[a-z][a-z0-9+.-]*:(?:\/\/)?/i, '');
  return handle === '' ? undefined : { service: found, handle };
}
