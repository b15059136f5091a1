import { Avatar } from '@mantine/core';

/** The initials of somebody's name; the name itself stands beside it. */
export function PersonAvatar({ name, size = 28 }: { readonly name: string; readonly size?: number }) {
  return <Avatar name={name} size={size} radius="xl" color="teal" aria-hidden style={{ flex: 'none' }} />;
}
