import { useMutation } from '@tanstack/react-query';
import { client } from '#renderer/app/client.ts';
import { toastError } from '#renderer/app/toast.ts';
import { saveFile } from '#renderer/app/save-file.ts';

/** Saves the certificate of an erasure, to be printed. */
export function useCertificate() {
  return useMutation({
    mutationFn: (id: string) => client.privacy.certificate({ id }),
    onSuccess: (file) => saveFile(file, file.name),
    onError: toastError,
  });
}
