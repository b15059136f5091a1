import { useQuery } from '@tanstack/react-query';
import { client } from '#renderer/app/client.ts';
import { useText } from '#renderer/app/text.ts';
import { fieldLabel } from '#renderer/conflict/record-words.ts';
import { useValueWording } from '#renderer/conflict/use-value-wording.ts';
import { valueWords } from '#renderer/conflict/value-words.ts';
import type { FieldValue } from '#renderer/conflict/value-words.ts';
import classes from '#renderer/conflict/Conflicts.module.css';

const longestShown = 400;
const clients = new Set(['partyId', 'contactId', 'companyId']);

/** One of the two values, as it is written elsewhere. */
export function ConflictValue(given: FieldValue) {
  const wording = useValueWording();
  if (clients.has(given.field) && typeof given.value === 'string') return <ClientName id={given.value} />;
  if (given.field === '') return <RemovedValues {...given} />;
  return <Words text={valueWords(given, wording)} />;
}

function Words({ text }: { readonly text: string | null }) {
  const t = useText();
  if (text === null) return <span className={classes.nothing}>{t('activity.change.empty')}</span>;
  return <span className={classes.words}>{text.length > longestShown ? `${text.slice(0, longestShown).trimEnd()}…` : text}</span>;
}

function ClientName({ id }: { readonly id: string }) {
  const t = useText();
  const { data, isError } = useQuery({
    queryKey: ['conflict', 'client', id],
    queryFn: async () => {
      const contact = await client.contact.get({ id }).catch(() => null);
      return (contact ?? (await client.company.get({ id }))).title;
    },
  });
  return <Words text={isError ? t('conflict.gone') : (data ?? '…')} />;
}

const hidden = new Set(['createdAt', 'updatedAt', 'deletedAt', 'id', 'type', 'titleKey']);
const mostNamed = 12;

/** What was written into a record that somebody removed meanwhile: its fields. */
function RemovedValues({ recordType, value, currency }: FieldValue) {
  const wording = useValueWording();
  const { t, customFields } = wording;
  if (typeof value !== 'object' || value === null) return <Words text={t('conflict.removed')} />;
  const fields = Object.entries(value).flatMap(([field, one]) => {
    const text =
      hidden.has(field) || field.endsWith('Id') ? null : valueWords({ recordType, field, value: one, currency }, wording);
    const label = fieldLabel({ recordType, field }, { t, customFields });
    return text === null || label === t('conflict.field.other') ? [] : [{ field, label, text }];
  });
  return (
    <dl className={classes.fields}>
      {fields.slice(0, mostNamed).map(({ field, label, text }) => (
        <div key={field}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
