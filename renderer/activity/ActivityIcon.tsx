import { IconCalendarEvent, IconMail, IconMapPin, IconMessageCircle, IconNote, IconPhone } from '@tabler/icons-react';
import type { ActivityType } from '#shared/activity/contract.ts';

const icons = {
  note: IconNote,
  call: IconPhone,
  meeting: IconCalendarEvent,
  visit: IconMapPin,
  email: IconMail,
  message: IconMessageCircle,
} as const satisfies Record<ActivityType, unknown>;

export function ActivityIcon({ type, size = 16 }: { readonly type: ActivityType; readonly size?: number }) {
  const Icon = icons[type];
  return <Icon size={size} aria-hidden />;
}
