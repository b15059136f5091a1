import { useMutation } from '@tanstack/react-query';
import { client } from '#renderer/app/client.ts';
import { refusedField } from '#renderer/app/error-text.ts';
import { notifyDone, notifyError } from '#renderer/app/notify.ts';
import { useDocumentName } from '#renderer/document/use-document-name.ts';

type NewDocument = Parameters<typeof client.document.create>[0];

interface CreateOptions {
  readonly onMade?: () => void;
  /** Called when there is nothing to put in it; without this it is said as a notice. */
  readonly onNoLines?: () => void;
}

/** Makes documents, and says when one is ready or why it can't be. */
export function useCreateDocument({ onMade, onNoLines = () => notifyDone('document.noLines') }: CreateOptions = {}) {
  const nameOf = useDocumentName();
  return useMutation({
    mutationFn: (document: NewDocument) => client.document.create(document),
    onSuccess: (made) => {
      notifyDone('document.made', { name: nameOf(made) });
      onMade?.();
    },
    onError: (error) => {
      if (refusedField(error) === 'lines') onNoLines();
      else notifyError(error);
    },
  });
}
