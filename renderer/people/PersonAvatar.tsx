import { Avatar } from '@mantine/core';

/** The initials of somebody's name; the name itself stands beside it. */
export function PersonAvatar({ name, size = 28 }: { readonly name: string; readonly size?: number }) {
  return <Avatar name={withoutTonos(name)} size={size} radius="xl" color="teal" aria-hidden style={{ flex: 'none' }} />;
}

/** Greek capitals bear no accent: of "Νίκος" it is "ΝΙ". */
function withoutTonos(name: string): string {
  return name
    .normalize('NFD')
    .replace(/(\p{Script=Greek})\u0301/gu, '$1')
    .normalize('NFC');
}
