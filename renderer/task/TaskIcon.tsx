import { IconCalendarEvent, IconChecklist, IconMail, IconMapPin, IconMessageCircle, IconPhone } from '@tabler/icons-react';
import type { TaskType } from '#shared/task/contract.ts';

const icons = {
  call: IconPhone,
  meeting: IconCalendarEvent,
  visit: IconMapPin,
  email: IconMail,
  message: IconMessageCircle,
  todo: IconChecklist,
} as const satisfies Record<TaskType, unknown>;

export function TaskIcon({ type, size = 16 }: { readonly type: TaskType; readonly size?: number }) {
  const Icon = icons[type];
  return <Icon size={size} stroke={1.7} aria-hidden style={{ flex: 'none' }} />;
}
