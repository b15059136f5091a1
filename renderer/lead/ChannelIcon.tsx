import {
  IconApi,
  IconFileText,
  IconForms,
  IconMail,
  IconMessageCircle,
  IconPencil,
  IconPhoneIncoming,
} from '@tabler/icons-react';
import { useText } from '#renderer/app/text.ts';
import type { Lead } from '#shared/lead/contract.ts';

const icons = {
  manual: IconPencil,
  form: IconForms,
  api: IconApi,
  file: IconFileText,
  email: IconMail,
  call: IconPhoneIncoming,
  message: IconMessageCircle,
} as const satisfies Record<Lead['channel'], unknown>;

/** How a request came in. */
export function ChannelIcon({ channel, size = 16 }: { readonly channel: Lead['channel']; readonly size?: number }) {
  const t = useText();
  const Icon = icons[channel];
  return <Icon size={size} stroke={1.7} role="img" aria-label={t(`lead.channel.${channel}`)} style={{ flex: 'none' }} />;
}
