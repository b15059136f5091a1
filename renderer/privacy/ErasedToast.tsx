import { Button, Stack, Text } from '@mantine/core';
import { IconFileCertificate } from '@tabler/icons-react';
import { Message } from '#renderer/app/Message.tsx';
import { useCertificate } from '#renderer/privacy/use-certificate.ts';

/** Says that a client was erased, and offers what proves it. */
export function ErasedToast({ certificateId }: { readonly certificateId: string }) {
  const certificate = useCertificate();
  return (
    <Stack gap={6} align="flex-start">
      <Text size="md">
        <Message id="privacy.erasedDone" />
      </Text>
      <Button
        size="compact-md"
        variant="light"
        leftSection={<IconFileCertificate size={16} aria-hidden />}
        loading={certificate.isPending}
        onClick={() => certificate.mutate(certificateId)}
      >
        <Message id="privacy.certificateOf" />
      </Button>
    </Stack>
  );
}
