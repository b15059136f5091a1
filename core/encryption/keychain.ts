/** The keychain of the operating system: what it protects, only this person on this computer opens. */
export interface Keychain {
  isAvailable(): Promise<boolean>;
  protect(bytes: Uint8Array): Promise<Uint8Array>;
  /** @throws when it refuses: it is locked, or it was another computer's */
  unprotect(bytes: Uint8Array): Promise<Uint8Array>;
}
