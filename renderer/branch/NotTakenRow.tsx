import { Checkbox, Text } from '@mantine/core';
import { useIntl } from 'react-intl';
import { useText } from '#renderer/app/text.ts';
import classes from '#renderer/branch/Branches.module.css';
import { useHeardWords } from '#renderer/branch/use-heard-words.ts';
import { refusalCodes } from '#shared/sync/protocol.ts';

interface NotTakenRowProps {
  readonly change: {
    readonly id: string;
    readonly deviceName: string;
    readonly branchName: string | null;
    readonly at: number;
    readonly code: string;
    readonly recordType: string;
    readonly fields: readonly string[];
    readonly by: string;
  };
  readonly isChosen: boolean;
  readonly onToggle: () => void;
}

/** A change that wasn't taken: what it is about, whose it is, and why. */
export function NotTakenRow({ change, isChosen, onToggle }: NotTakenRowProps) {
  const t = useText();
  const heard = useHeardWords();
  const { record, fieldsOf } = useRecordWords();
  const { id, deviceName, branchName, at, recordType, fields, by } = change;
  const code = refusalCodes.find((one) => one === change.code);
  const what = record(recordType);
  const named = fieldsOf(recordType, fields);
  return (
    <li className={classes.refused}>
      <Checkbox aria-labelledby={`what-${id}`} checked={isChosen} onChange={onToggle} />
      <div style={{ minWidth: 0 }}>
        <Text fw={500} id={`what-${id}`}>
          {named === '' ? what : t('branch.notTaken.what', { what, fields: named })}
        </Text>
        <Text size="sm">{code === undefined ? t('branch.why.other', { code: change.code }) : t(`branch.why.${code}`)}</Text>
        <Text size="sm" c="dimmed">
          {[branchName ?? t('branch.office'), deviceName, by, heard(at)].filter(Boolean).join(' · ')}
        </Text>
      </div>
    </li>
  );
}

/** What records and their fields are called, as far as there are words for them. */
function useRecordWords() {
  const { messages } = useIntl();
  const t = useText();
  const said = (key: string) => (typeof messages[key] === 'string' ? messages[key] : undefined);
  return {
    record: (type: string) => said(`conflict.type.${type}`) ?? said(`branch.record.${type}`) ?? t('conflict.type.other'),
    fieldsOf: (type: string, fields: readonly string[]) =>
      fields
        .flatMap((field) => said(`${type}.field.${field}`) ?? said(`conflict.field.${field}`) ?? [])
        .slice(0, 4)
        .join(', '),
  };
}
