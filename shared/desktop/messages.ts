import { defineMessages } from '#shared/messages/define.ts';

/** The words of the desktop shell's own menu and tray: plain text, none takes a value. */
export const desktopMessages = defineMessages({
  'desktop.file': { en: 'File', es: 'Archivo', pt: 'Ficheiro', el: 'Αρχείο', ru: 'Файл' },
  'desktop.edit': { en: 'Edit', es: 'Edición', pt: 'Editar', el: 'Επεξεργασία', ru: 'Правка' },
  'desktop.view': { en: 'View', es: 'Ver', pt: 'Ver', el: 'Προβολή', ru: 'Вид' },
  'desktop.open': {
    en: 'Open Cartera',
    es: 'Abrir Cartera',
    pt: 'Abrir o Cartera',
    el: 'Άνοιγμα του Cartera',
    ru: 'Открыть Cartera',
  },
  'desktop.quit': { en: 'Quit', es: 'Salir', pt: 'Sair', el: 'Έξοδος', ru: 'Выход' },
  'desktop.undo': { en: 'Undo', es: 'Deshacer', pt: 'Anular', el: 'Αναίρεση', ru: 'Отменить' },
  'desktop.redo': { en: 'Redo', es: 'Rehacer', pt: 'Refazer', el: 'Επανάληψη', ru: 'Повторить' },
  'desktop.cut': { en: 'Cut', es: 'Cortar', pt: 'Cortar', el: 'Αποκοπή', ru: 'Вырезать' },
  'desktop.copy': { en: 'Copy', es: 'Copiar', pt: 'Copiar', el: 'Αντιγραφή', ru: 'Копировать' },
  'desktop.paste': { en: 'Paste', es: 'Pegar', pt: 'Colar', el: 'Επικόλληση', ru: 'Вставить' },
  'desktop.selectAll': {
    en: 'Select all',
    es: 'Seleccionar todo',
    pt: 'Selecionar tudo',
    el: 'Επιλογή όλων',
    ru: 'Выделить всё',
  },
  'desktop.reload': { en: 'Reload', es: 'Volver a cargar', pt: 'Recarregar', el: 'Επαναφόρτωση', ru: 'Обновить' },
  'desktop.zoomIn': { en: 'Larger', es: 'Más grande', pt: 'Maior', el: 'Μεγαλύτερα', ru: 'Крупнее' },
  'desktop.zoomOut': { en: 'Smaller', es: 'Más pequeño', pt: 'Menor', el: 'Μικρότερα', ru: 'Мельче' },
  'desktop.zoomReset': { en: 'Actual size', es: 'Tamaño real', pt: 'Tamanho real', el: 'Κανονικό μέγεθος', ru: 'Обычный размер' },
  'desktop.fullScreen': {
    en: 'Full screen',
    es: 'Pantalla completa',
    pt: 'Ecrã inteiro',
    el: 'Πλήρης οθόνη',
    ru: 'Во весь экран',
  },
});
