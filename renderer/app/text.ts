import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import type { MessageKey } from '#shared/messages/catalogue.ts';

export type MessageValues = Readonly<Record<string, string | number | Date>>;
export type Translate = (key: MessageKey, values?: MessageValues) => string;

/** `t(key, values)`: a message in the user's language, for attributes; in JSX use `<Message>`. */
export function useText(): Translate {
  const intl = useIntl();
  return useMemo(() => (key, values) => intl.formatMessage({ id: key }, values), [intl]);
}
