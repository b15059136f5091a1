/** The page has a scheme of its own: a stable origin for its storage and its policy, which file: would not give. */
export const PAGE_SCHEME = 'app';
const PAGE_HOST = 'cartera';

export const PAGE_URL = `${PAGE_SCHEME}://${PAGE_HOST}/`;

/** Whether an address is one of the app's own pages. */
export function isOwnPage(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && url.protocol === `${PAGE_SCHEME}:` && url.host === PAGE_HOST;
}
