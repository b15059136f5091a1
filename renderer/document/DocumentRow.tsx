import { Text, UnstyledButton } from '@mantine/core';
import { useFormat } from '#renderer/app/format.ts';
import { useText } from '#renderer/app/text.ts';
import { DocumentMenu } from '#renderer/document/DocumentMenu.tsx';
import classes from '#renderer/document/Documents.module.css';
import { openDocument } from '#renderer/document/open-document.ts';
import { StatusBadge } from '#renderer/document/StatusBadge.tsx';
import { useDocumentName } from '#renderer/document/use-document-name.ts';
import type { Document } from '#shared/document/contract.ts';
import { internalKinds } from '#shared/document/data.ts';

interface DocumentRowProps {
  readonly document: Document;
  readonly canChange: boolean;
}

/** One document: a click opens it. */
export function DocumentRow({ document, canChange }: DocumentRowProps) {
  const t = useText();
  const format = useFormat();
  const name = useDocumentName()(document);
  const isInternal = internalKinds.has(document.kind);
  const { id, status, gross, currency, date, note } = document;
  return (
    <li className={classes.row} data-over={status === 'cancelled' || undefined}>
      <div className={classes.main}>
        <UnstyledButton
          className={classes.name ?? ''}
          aria-label={t('document.open', { name })}
          title={t('document.open', { name })}
          onClick={() => void openDocument(id, t('document.opening', { name }))}
        >
          {name}
        </UnstyledButton>
        <div className={classes.facts}>
          {!(isInternal && status === 'draft') && <StatusBadge status={status} />}
          {!isInternal && (
            <Text size="sm" component="span">
              {format.money(gross, currency)}
            </Text>
          )}
          <Text size="sm" c="dimmed" component="span">
            {format.date(date)}
          </Text>
        </div>
        {note !== '' && (
          <Text size="sm" c="dimmed">
            {note}
          </Text>
        )}
      </div>
      <DocumentMenu document={document} canChange={canChange} />
    </li>
  );
}
