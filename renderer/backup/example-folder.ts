/** What the path of a folder on a disk of its own looks like on this computer. */
export const exampleFolder = navigator.userAgent.includes('Windows') ? 'E:\\Cartera' : '/media/usb';
