import { ActionIcon, Menu } from '@mantine/core';
import {
  IconCheck,
  IconCopyPlus,
  IconDots,
  IconExternalLink,
  IconFileInvoice,
  IconFileTypeDocx,
  IconFileTypePdf,
  IconSend,
  IconX,
} from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '#renderer/app/client.ts';
import { notifyDone } from '#renderer/app/notify.ts';
import { useText } from '#renderer/app/text.ts';
import { openDocument, saveDocument } from '#renderer/document/open-document.ts';
import { RefusedDialog } from '#renderer/document/RefusedDialog.tsx';
import { useCreateDocument } from '#renderer/document/use-create-document.ts';
import { useDocumentName } from '#renderer/document/use-document-name.ts';
import type { Document, DocumentStatus } from '#shared/document/contract.ts';
import { internalKinds } from '#shared/document/data.ts';

interface DocumentMenuProps {
  readonly document: Document;
  readonly canChange: boolean;
}

const marks = [
  { status: 'sent', icon: IconSend },
  { status: 'accepted', icon: IconCheck },
  { status: 'refused', icon: IconX },
  { status: 'cancelled', icon: IconX },
] as const;

/** What is made of a quote once the client agrees. */
const following = ['order', 'invoice'] as const;

/** What can be done with a document. */
export function DocumentMenu({ document, canChange }: DocumentMenuProps) {
  const t = useText();
  const { id, kind, dealId, status } = document;
  const isInternal = internalKinds.has(kind);
  const name = useDocumentName()(document);
  const [isRefusing, setRefusing] = useState(false);
  const mark = useMutation({
    mutationFn: (given: { readonly status: DocumentStatus; readonly note?: string }) =>
      client.document.setStatus({ id, ...given }),
    onSuccess: ({ actId, status: now }) =>
      notifyDone('document.statusSet', { name, status: t(`document.status.${now}`) }, { undoActId: actId }),
  });
  const create = useCreateDocument();
  return (
    <>
      <Menu position="left-start" shadow="md">
        <Menu.Target>
          <ActionIcon
            size={26}
            variant="subtle"
            color="gray"
            flex="none"
            aria-label={t('document.more', { name })}
            title={t('document.more', { name })}
            loading={mark.isPending || create.isPending}
          >
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconExternalLink size={16} aria-hidden />}
            onClick={() => void openDocument(id, t('document.opening', { name }))}
          >
            {t('document.openPdf')}
          </Menu.Item>
          <Menu.Item leftSection={<IconFileTypePdf size={16} aria-hidden />} onClick={() => void saveDocument(id, 'pdf')}>
            {t('document.savePdf')}
          </Menu.Item>
          <Menu.Item leftSection={<IconFileTypeDocx size={16} aria-hidden />} onClick={() => void saveDocument(id, 'docx')}>
            {t('document.saveDocx')}
          </Menu.Item>
          {canChange && (
            <>
              <Menu.Divider />
              {marks
                .filter(
                  (choice) =>
                    choice.status !== status && !(isInternal && (choice.status === 'accepted' || choice.status === 'refused')),
                )
                .map(({ status: chosen, icon: Icon }) => (
                  <Menu.Item
                    key={chosen}
                    leftSection={<Icon size={16} aria-hidden />}
                    onClick={() => (chosen === 'refused' ? setRefusing(true) : mark.mutate({ status: chosen }))}
                  >
                    {t(`document.mark.${chosen}`)}
                  </Menu.Item>
                ))}
              <Menu.Divider />
              <Menu.Item
                leftSection={<IconCopyPlus size={16} aria-hidden />}
                onClick={() => create.mutate({ kind, dealId, basedOn: id, asVersion: true })}
              >
                {t('document.newVersion')}
              </Menu.Item>
              {(kind === 'quote' || kind === 'order') &&
                following
                  .filter((made) => made !== kind)
                  .map((made) => (
                    <Menu.Item
                      key={made}
                      leftSection={<IconFileInvoice size={16} aria-hidden />}
                      onClick={() => create.mutate({ kind: made, dealId, basedOn: id })}
                    >
                      {t(`document.makeFrom.${made}`)}
                    </Menu.Item>
                  ))}
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <RefusedDialog
        name={isRefusing ? name : null}
        onClose={() => setRefusing(false)}
        onRefuse={(note) => mark.mutate({ status: 'refused', note })}
      />
    </>
  );
}
