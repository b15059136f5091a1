import { listenToOpened } from '#renderer/sync/opened-file.ts';
import { takeBundle } from '#renderer/sync/take-bundle.ts';

/** Takes in a file of changes dropped anywhere on the window, whatever is shown, or opened with the program; returns how to stop. */
export function listenToDrops(): () => void {
  const onDragOver = (event: DragEvent) => {
    // Without this the browser would open the file in place of the program.
    if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault();
  };
  const onDrop = (event: DragEvent) => {
    const file = [...(event.dataTransfer?.files ?? [])].find(({ name }) => name.toLowerCase().endsWith('.cartera'));
    if (file === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    takeBundle(file);
  };
  const onStrayDrop = (event: DragEvent) => {
    if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault();
  };
  const stopOpened = listenToOpened();
  window.addEventListener('dragover', onDragOver);
  window.addEventListener('drop', onDrop, { capture: true });
  window.addEventListener('drop', onStrayDrop);
  return () => {
    stopOpened();
    window.removeEventListener('dragover', onDragOver);
    window.removeEventListener('drop', onDrop, { capture: true });
    window.removeEventListener('drop', onStrayDrop);
  };
}
