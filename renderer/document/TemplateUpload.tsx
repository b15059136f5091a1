import { Alert, Button, FileButton, Group, List, Select, Text } from '@mantine/core';
import { isDefinedError } from '@orpc/client';
import { IconAlertTriangle, IconFileDownload, IconUpload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client } from '#renderer/app/client.ts';
import { languageNames } from '#renderer/app/languages.ts';
import { notifyDone, notifyError } from '#renderer/app/notify.ts';
import { saveFile } from '#renderer/app/save-file.ts';
import { useSettings } from '#renderer/app/settings.tsx';
import { useText } from '#renderer/app/text.ts';
import type { TemplateProblem } from '#shared/document/contract.ts';
import { documentKinds } from '#shared/document/data.ts';
import type { DocumentKind } from '#shared/document/data.ts';
import { templateFaultTexts } from '#shared/document/template-fault.ts';
import type { TemplateFault } from '#shared/document/template-fault.ts';
import { languages } from '#shared/settings/contract.ts';
import type { Language } from '#shared/settings/contract.ts';

/** Gives the ready template of a kind and language, and takes one back; what is wrong with it is said one by one. */
export function TemplateUpload() {
  const t = useText();
  const settings = useSettings();
  const [kind, setKind] = useState<DocumentKind>('quote');
  const [language, setLanguage] = useState<Language>(settings.language);
  const add = useMutation(
    api.document.addTemplate.mutationOptions({
      onSuccess: ({ name }) => notifyDone('document.templates.added', { name }),
      onError: (error) => {
        if (!isDefinedError(error) || error.code !== 'TEMPLATE_WRONG') notifyError(error);
      },
    }),
  );
  const problems = add.error && isDefinedError(add.error) && add.error.code === 'TEMPLATE_WRONG' ? add.error.data.problems : [];
  const saveReady = () =>
    client.document.readyTemplate({ kind, language }).then((file) => saveFile(file, file.name), notifyError);
  return (
    <>
      <Group align="flex-end" gap="xs">
        <Select
          label={t('document.templates.kind')}
          allowDeselect={false}
          data={documentKinds.map((value) => ({ value, label: t(`document.kind.${value}`) }))}
          value={kind}
          onChange={(value) => setKind(value as DocumentKind)}
        />
        <Select
          label={t('document.language')}
          allowDeselect={false}
          data={languages.map((value) => ({ value, label: languageNames[value] }))}
          value={language}
          onChange={(value) => setLanguage(value as Language)}
        />
        <Button variant="default" leftSection={<IconFileDownload size={16} aria-hidden />} onClick={() => void saveReady()}>
          {t('document.templates.saveReady')}
        </Button>
        <FileButton accept=".docx" onChange={(file) => file && add.mutate({ file, kind, language })} key={add.submittedAt}>
          {(props) => (
            <Button {...props} variant="light" leftSection={<IconUpload size={16} aria-hidden />} loading={add.isPending}>
              {t('document.templates.add')}
            </Button>
          )}
        </FileButton>
      </Group>
      {problems.length > 0 && <Problems problems={problems} />}
    </>
  );
}

function Problems({ problems }: { readonly problems: readonly TemplateProblem[] }) {
  const t = useText();
  return (
    <Alert color="red" role="alert" icon={<IconAlertTriangle />}>
      <Text mb={4}>{t('document.templates.wrong')}</Text>
      <List size="md">
        {problems.map((problem, index) => (
          <List.Item key={`${index} ${problem.tag}`}>
            {templateFaultTexts(toFault(problem))
              .map(({ key, values }) => t(key, values))
              .join(' ')}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

function toFault({ code, tag, suggestion }: TemplateProblem): TemplateFault {
  return { code, tag, hint: suggestion ?? null } as TemplateFault;
}
